/**
 * Text of a capture made fit to show: marks that reorder a line and control characters are taken out. Escaping is the
 * template's business.
 */
export const shown = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '');

/** At most `length` characters, cut at a blank where one is near, the cut marked. */
export function clipped(text: string, length: number): string {
  if (text.length <= length) return text;
  const blank = text.lastIndexOf(' ', length);
  return `${text.slice(0, blank > length * 0.6 ? blank : length)}…`;
}
