import { html } from 'hono/html';
import type { Html } from './html.ts';

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

/** A name of a capture: cleaned, cut where it is longer than any name, kept apart from the direction of its surroundings. */
export const named = (name: string, length = 120): Html => html`<bdi>${shown(clipped(name, length))}</bdi>`;

/** The same as a link, where there is somewhere to go. */
export const linked = (name: string, href: string | null): Html =>
  href === null ? titled(name) : html`<a href="${href}">${titled(name)}</a>`;

/** The title of a story or an article; words for one that has none. */
export const titled = (title: string | null, length = 200): Html =>
  title?.trim() ? named(title, length) : html`Untitled`;

/** `1 outlet`, `2 outlets`. */
export const count = (n: number, noun: string): string =>
  `${n.toLocaleString('en-US')} ${noun}${n === 1 ? '' : 's'}`;
