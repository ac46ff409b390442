import { readFileSync } from 'node:fs';

/** What words and phrases weigh, learned once from a fixed collection (models/stories.md), never from the store's. */
export interface Background {
  /** Inverse document frequency of a term, 0 for one that is in every text, {@link RAREST} for one that is in none. */
  weightOf(term: string): number;
  /** Whether a shingle is a formula that reporters of unrelated stories share. */
  isFormula(shingle: number): boolean;
}

interface Stored {
  readonly documents: number;
  /** Document frequency → terms of that frequency, parted by spaces; rarer terms than the first are not kept. */
  readonly terms: Readonly<Record<string, string>>;
  /** 32-bit hashes of shingles, base64 of little-endian words. */
  readonly formulas: string;
}

/** Weight of a term that the background does not know. */
export const RAREST = 8;

const FILE = new URL('../../models/stories-background.json', import.meta.url);
let loaded: Background | null = null;

/** The shipped background, read once a process. */
export function background(): Background {
  loaded ??= backgroundOf(JSON.parse(readFileSync(FILE, 'utf8')) as Stored);
  return loaded;
}

function backgroundOf({ documents, terms, formulas }: Stored): Background {
  const weights = new Map<string, number>();
  for (const [frequency, words] of Object.entries(terms))
    for (const word of words.split(' '))
      weights.set(word, Math.min(RAREST, Math.log(documents / Number(frequency))));
  const known = new Set(numbersOf(formulas));
  return {
    weightOf: (term) => weights.get(term) ?? RAREST,
    isFormula: (shingle) => known.has(shingle),
  };
}

/** 32-bit numbers as base64 of little-endian words. */
export function packed(numbers: readonly number[]): string {
  let bytes = '';
  for (const number of numbers)
    bytes += String.fromCharCode(number & 255, (number >>> 8) & 255, (number >>> 16) & 255, number >>> 24);
  return btoa(bytes);
}

/** The numbers that {@link packed} wrote. */
export function numbersOf(base64: string): Uint32Array {
  const bytes = atob(base64);
  const numbers = new Uint32Array(bytes.length >> 2);
  for (let i = 0; i < numbers.length; i++) {
    const at = i * 4;
    numbers[i] =
      bytes.charCodeAt(at) |
      (bytes.charCodeAt(at + 1) << 8) |
      (bytes.charCodeAt(at + 2) << 16) |
      (bytes.charCodeAt(at + 3) << 24);
  }
  return numbers;
}
