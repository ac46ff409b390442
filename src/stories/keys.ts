import { type Day, dayNumber } from '../text/interval.ts';
import { background } from './background.ts';
import { bandsOf } from './shingles.ts';
import type { Term, Terms } from './terms.ts';
import { wordsIn } from './words.ts';

/** Days of a window; two windows overlap by half, so that any two days within half a window share one. */
const WINDOW = 32;
/** Heaviest terms that make keys within a window. */
const WINDOWED = 14;
/** Heaviest terms whose pairs make keys whatever the day. */
const PAIRED = 9;
/** How much sooner a name is taken than another word of the same weight. */
const NAME = 1.5;
/** Terms of less weight than this in the background are too common to look for. */
const RARE = 4;

/**
 * Keys of an article: MinHash bands of its shingles, its rare terms and pairs of its title's within its days, and pairs of its rarest terms
 * whatever its day, by which undated articles and late follow-ups are found.
 */
export function keysOf(
  terms: Terms,
  shingles: readonly number[],
  published: Day | null,
  title: string,
): readonly string[] {
  const rare = rarest(terms);
  const sought = [...rare.slice(0, WINDOWED), ...pairsOf(titleTerms(title))];
  return [...bandsOf(shingles), ...pairsOf(rare.slice(0, PAIRED)), ...windowed(sought, published)];
}

/** Terms of a title whose pairs make keys within a window, and the weight from which they do. */
const TITLED = 6;
const TELLING = 2;

function titleTerms(title: string): readonly string[] {
  const { weightOf } = background();
  return [...new Set(wordsIn(title).map(({ form }) => form))]
    .filter((form) => weightOf(form) >= TELLING && !/\d/.test(form))
    .sort((a, b) => weightOf(b) - weightOf(a) || (a < b ? -1 : 1))
    .slice(0, TITLED);
}

function rarest({ names, words }: Terms): readonly string[] {
  const { weightOf } = background();
  return [...names.map(([term, weight]): Term => [term, weight * NAME]), ...words]
    .filter(([term]) => weightOf(term) >= RARE)
    .sort(([a, x]: Term, [b, y]: Term) => y - x || (a < b ? -1 : 1))
    .map(([term]) => term);
}

function pairsOf(terms: readonly string[]): readonly string[] {
  const sorted = [...terms].sort();
  return sorted.flatMap((a, i) => sorted.slice(i + 1).map((b) => `pair:${a}:${b}`));
}

function windowed(terms: readonly string[], published: Day | null): readonly string[] {
  if (published === null) return [];
  const half = Math.floor(dayNumber(published) / (WINDOW / 2));
  return terms.flatMap((term) => [`days:${half}:${term}`, `days:${half + 1}:${term}`]);
}
