/** Curly and straight apostrophes with what follows a possessive: "Kim's" reads as "kim". */
const POSSESSIVE = /['’]s?$/u;
const WORD = /[\p{L}\p{N}]+(?:[’'][\p{L}]+)*/gu;
const MARKS = /\p{M}+/gu;
/** Endings that transliterators of Slavic names disagree on: -sky, -skyy, -skiy, -skii, -skyj. */
const Y_ENDING = /(?:iy|yy|ii|ij|yj)$/u;
const LONG_NAME = 6;

/** A word with its place in the text that it was taken from. */
export interface Word {
  readonly start: number;
  readonly end: number;
  /** Lower case, without accents, possessive and doubtful endings. */
  readonly form: string;
  /** Whether it begins with a capital letter. */
  readonly capital: boolean;
}

/** The words of a text in order; hyphenated words are two. */
export function wordsIn(text: string): readonly Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const raw = match[0];
    const form = formOf(raw);
    if (form)
      words.push({ start: match.index, end: match.index + raw.length, form, capital: isCapital(raw) });
  }
  return words;
}

/** The form under which spellings of one word meet: "Zelenskyy" and "Zelenskiy" are "zelensky". */
export function formOf(word: string): string {
  const plain = word.normalize('NFKD').replace(MARKS, '').toLowerCase().replace(POSSESSIVE, '');
  return plain.length >= LONG_NAME ? plain.replace(Y_ENDING, 'y') : plain;
}

function isCapital(raw: string): boolean {
  const first = raw.charAt(0);
  return first !== first.toLowerCase();
}

/** A 32-bit hash of words (FNV-1a), the same on every machine. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return scramble(hash);
}

/** Spreads the bits of a 32-bit number (the finaliser of MurmurHash3, public domain). */
export function scramble(number: number): number {
  let hash = number;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
