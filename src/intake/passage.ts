import type { Span } from '../text/span.ts';

/** A line or paragraph of a capture with what its form tells. Reaches to where the next one begins. */
export interface Passage extends Span {
  /** Its words without the blanks around them. */
  readonly words: string;
  /** Where `words` begins in the text. */
  readonly at: number;
  readonly count: number;
  /** Ends as a sentence does. */
  readonly closed: boolean;
  /** The markup has it as a heading. */
  readonly heading: boolean;
  /** Cut short with an ellipsis, as teasers are. */
  readonly cut: boolean;
  /** Content words, each once, shortened so that forms of one word meet. */
  readonly stems: ReadonlySet<string>;
}

const CLOSED = /[.!?…。]["'”’»)\]]*$/;
const CUT = /(?:\.\.\.|…|\[…\]|\[\.\.\.\])\s*$/;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu;
/** Longer passages are read no further for their form: a passage of this size is body or nothing. */
const FORM = 4000;
const COMMON = new Set(
  `the and for that with was are were his her its has have had this from they their been said says say will would not but who which
  when where what after before over about into more than other some also could there them then out one two all new year years day
  monday tuesday wednesday thursday friday saturday sunday told according people on in at of to a an by as is it he she be or if we you your our
  i me my us no do did does so up down how why may can just`.split(/\s+/),
);

/** The non-blank lines of a text. Line ends of any kind (LF, CR, CRLF, U+2028, U+2029) part them. */
export function passagesOf(text: string): Passage[] {
  const passages: Passage[] = [];
  for (const line of text.matchAll(/[^\r\n\u2028\u2029]+/g)) {
    if (line[0].trim()) passages.push(passageAt(text, line.index, line.index + line[0].length));
  }
  return passages.map((passage, i) => ({
    ...passage,
    start: i === 0 ? 0 : passage.start,
    end: passages[i + 1]?.start ?? text.length,
  }));
}

/** The passage that a run of the text makes. */
export function passageAt(text: string, start: number, end: number): Passage {
  const whole = text.slice(start, end);
  const words = whole.trim();
  const at = start + whole.length - whole.trimStart().length;
  const form = words.slice(0, FORM);
  const found = form.match(WORD) ?? [];
  return {
    start,
    end,
    words,
    at,
    count: found.length,
    heading: false,
    closed: CLOSED.test(words.slice(-8)),
    cut: CUT.test(words.slice(-8)),
    stems: stemsOf(found),
  };
}

/** Content words, each shortened so that forms of one word meet. */
export function stemsOf(words: readonly string[]): ReadonlySet<string> {
  const stems = new Set<string>();
  for (const word of words) {
    const lower = word.toLowerCase().replace(/['’]s$/, '');
    if (lower.length > 1 && !COMMON.has(lower))
      stems.add(lower.length > 6 ? lower.slice(0, 6) : lower.replace(/s$/, ''));
  }
  return stems;
}

/** The share of `stems` that `has` knows; 0 for none. */
export function shareOf(stems: ReadonlySet<string>, has: (stem: string) => boolean): number {
  let known = 0;
  for (const stem of stems) if (has(stem)) known++;
  return stems.size ? known / stems.size : 0;
}

/** How many words passages have together. */
export const countIn = (passages: readonly Passage[]): number =>
  passages.reduce((sum, { count }) => sum + count, 0);

/** Long enough and closed as sentences of a report are. */
export const isProse = ({ count, closed, words }: Passage): boolean =>
  (count >= 8 && (closed || words.endsWith(':'))) || count >= 30;

/** Words folded for comparison: lower case, straight quotes, single blanks, no outer punctuation. Only the first 2,000 characters count. */
export function folded(words: string): string {
  const plain = words
    .slice(0, FOLDED)
    .toLowerCase()
    .replace(/[‘’ʼ`]/g, "'")
    .replace(/[“”«»]/g, '"')
    .replace(/\s+/g, ' ');
  const start = plain.search(/[\p{L}\p{N}#@(©[]/u);
  let end = plain.length;
  while (end > 0 && !/[\p{L}\p{N}#)\]]/u.test(plain[end - 1]!)) end--;
  return start < 0 ? '' : plain.slice(start, Math.max(start, end));
}

const FOLDED = 2000;
