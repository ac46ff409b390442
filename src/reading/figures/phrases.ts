import { type Piece, piecesOf } from './pieces.ts';

/** A phrase found in the pieces: `[from, to)`, and what the lexicon says of it. */
export interface Found<T> {
  readonly from: number;
  readonly to: number;
  readonly value: T;
}

interface Phrase<T> {
  readonly words: readonly string[];
  readonly value: T;
}

/** Phrases of a lexicon, found by their first or their last word in one look-up. */
export interface Phrases<T> {
  readonly first: ReadonlyMap<string, readonly Phrase<T>[]>;
  readonly last: ReadonlyMap<string, readonly Phrase<T>[]>;
  readonly exact: boolean;
}

/** @param exact whether upper and lower case differ, as in `MW` and `mW` */
export function phrasesOf<T>(entries: Iterable<readonly [string, T]>, exact = false): Phrases<T> {
  const phrases = [...entries].map(([words, value]) => ({
    words: piecesOf(words, 0, words.length).map((piece) => (exact ? piece.text : piece.lower)),
    value,
  }));
  phrases.sort((a, b) => b.words.length - a.words.length);
  return { first: grouped(phrases, 0), last: grouped(phrases, -1), exact };
}

/** The longest phrase that begins at the index. */
export function phraseAt<T>(phrases: Phrases<T>, pieces: readonly Piece[], index: number): Found<T> | null {
  const piece = pieces[index];
  const candidates = piece && phrases.first.get(phrases.exact ? piece.text : piece.lower);
  const phrase = candidates?.find(({ words }) => stands(words, pieces, index, phrases.exact));
  return phrase ? { from: index, to: index + phrase.words.length, value: phrase.value } : null;
}

/** The longest phrase that ends before the index. */
export function phraseBefore<T>(
  phrases: Phrases<T>,
  pieces: readonly Piece[],
  index: number,
): Found<T> | null {
  const piece = pieces[index - 1];
  const candidates = piece && phrases.last.get(phrases.exact ? piece.text : piece.lower);
  const phrase = candidates?.find(({ words }) => stands(words, pieces, index - words.length, phrases.exact));
  return phrase ? { from: index - phrase.words.length, to: index, value: phrase.value } : null;
}

function grouped<T>(phrases: readonly Phrase<T>[], at: number): ReadonlyMap<string, readonly Phrase<T>[]> {
  const groups = new Map<string, Phrase<T>[]>();
  for (const phrase of phrases) {
    const key = phrase.words.at(at) ?? '';
    const group = groups.get(key);
    if (group) group.push(phrase);
    else groups.set(key, [phrase]);
  }
  return groups;
}

const stands = (words: readonly string[], pieces: readonly Piece[], index: number, exact: boolean): boolean =>
  index >= 0 &&
  words.every((word, i) => (exact ? pieces[index + i]?.text : pieces[index + i]?.lower) === word);
