import { lexiconFiles } from '../../text/lexicon.ts';
import type { Bound } from '../figure.ts';
import { once, wordSet } from './data.ts';
import { type Phrases, phraseAt, phraseBefore, phrasesOf } from './phrases.ts';
import { lowerAt, type Piece } from './pieces.ts';
import type { Quantity } from './quantity.ts';

type Side = Readonly<Partial<Record<Bound, readonly string[]>>>;

interface BoundLexicon {
  readonly before?: Side;
  readonly after?: Side;
  readonly notAfter?: Readonly<Record<string, string>>;
}

interface Tables {
  readonly before: Phrases<Bound>;
  readonly after: Phrases<Bound>;
  readonly focus: Phrases<true>;
  /** Verbs and nouns whose preposition a word is, not a bound: "handed over 21 captives". */
  readonly notAfter: ReadonlyMap<string, ReadonlySet<string>>;
}

/** A quantity's words with all that bounds it: pieces `[from, to)`. */
export interface Bounded {
  readonly from: number;
  readonly to: number;
  readonly bound: Bound | null;
}

/** Reads the bounding words on both sides of a quantity; the outermost that is more than "about" decides. */
export function boundOf(pieces: readonly Piece[], quantity: Quantity): Bounded {
  let { from } = quantity;
  let bound: Bound | null = null;
  for (let turn = 0; turn < 3; turn++) {
    const found = before(pieces, from, quantity);
    if (!found) break;
    from = found.from;
    bound = stronger(found.bound, bound);
  }
  const after = phraseAt(tables().after, pieces, quantity.to);
  const to = after && !isStray(pieces, after.to, after.value) ? after.to : quantity.to;
  return { from, to, bound: to > quantity.to && after ? stronger(after.value, bound) : bound };
}

/** The index past bounding words that begin at the index: "more than" of "of the more than 200". */
export function skipBounds(pieces: readonly Piece[], index: number): number {
  const found = phraseAt(tables().before, pieces, index);
  return found ? found.to : index;
}

const stronger = (outer: Bound | null, inner: Bound | null): Bound | null =>
  outer === null || outer === 'about' ? (inner ?? outer) : outer;

function before(
  pieces: readonly Piece[],
  from: number,
  quantity: Quantity,
): { readonly from: number; readonly bound: Bound | null } | null {
  const quote = /^["“'‘]$/.test(lowerAt(pieces, from - 1)) ? 1 : 0;
  const found = phraseBefore(tables().before, pieces, from - quote);
  if (found && !isPreposition(pieces, found.from, found.to, quantity))
    return { from: found.from, bound: found.value };
  const focus = phraseBefore(tables().focus, pieces, from);
  return focus && { from: focus.from, bound: null };
}

/** "around several villages", "talked about three cars": the word governs a noun and bounds nothing. */
function isPreposition(pieces: readonly Piece[], from: number, to: number, quantity: Quantity): boolean {
  if (to - from > 1) return false;
  const word = lowerAt(pieces, from);
  if (word === 'over' && quantity.unit?.sort === 'time' && !isLonger(pieces, from, quantity.to)) return true;
  if (quantity.sort === 'vague' && quantity.scale === 1)
    return /^(?:around|about|over|under|some|above|below|beyond)$/.test(word);
  return (
    tables()
      .notAfter.get(word)
      ?.has(lowerAt(pieces, from - 1)) ?? false
  );
}

/** "for over two years", "over two years ago"; "repaid over two years" says how long, not longer than what. */
const isLonger = (pieces: readonly Piece[], over: number, after: number): boolean =>
  LONGER_BEFORE.test(lowerAt(pieces, over - 1)) || /^(?:ago|later|earlier|old)$/.test(lowerAt(pieces, after));

const LONGER_BEFORE =
  /^(?:for|in|after|just|well|of|been|lasts|lasted|lasting|took|takes|taking|is|was|are|were|spent|at|slightly|little|with|and|to|than|until|within|by|not)$/;

/** "plus" between two nouns, "more" of "or more than". */
const isStray = (pieces: readonly Piece[], to: number, bound: Bound): boolean =>
  /^M(?:ax|ini)/.test(pieces[to - 1]?.text ?? '') ||
  /^than$/.test(lowerAt(pieces, to)) ||
  (bound === 'more-than' &&
    lowerAt(pieces, to - 1) === 'plus' &&
    /^(?:a|an|the|[$£€¥#]|\d.*)$/.test(lowerAt(pieces, to)));

/** `lexicon/figures-bounds.json`. */
const tables = once((): Tables => {
  const files = lexiconFiles<BoundLexicon & Record<string, unknown>>('figures-bounds');
  return {
    before: phrasesOf(files.flatMap((file) => sides(file.before ?? {}))),
    after: phrasesOf(files.flatMap((file) => sides(file.after ?? {}))),
    focus: phrasesOf([...wordSet(files, 'focus')].map((words): [string, true] => [words, true])),
    notAfter: new Map(files.flatMap((file) => governors(file.notAfter ?? {}))),
  };
});

const governors = (words: Readonly<Record<string, string>>): [string, ReadonlySet<string>][] =>
  Object.entries(words).map(([word, list]) => [word, new Set(list.split(' '))]);

const sides = (side: Side): [string, Bound][] =>
  Object.entries(side).flatMap(([bound, words]) =>
    words.map((word): [string, Bound] => [word, bound as Bound]),
  );
