import type { PlainSentence } from './own.ts';
import { hashOf, scramble } from './words.ts';

/** Words in a shingle. */
const SIZE = 4;
/** MinHash: bands of rows; two texts that share a third of their shingles meet in one band nine times in ten. */
const BANDS = 24;
const ROWS = 2;

/** Hashes of the runs of four words of one sentence; a shorter sentence is one shingle of its own. */
export function shinglesOf({ words }: PlainSentence): readonly number[] {
  const forms = words.map(({ form }) => form);
  if (forms.length <= SIZE) return [hashOf(forms.join(' '))];
  return forms.slice(SIZE - 1).map((_, i) => hashOf(forms.slice(i, i + SIZE).join(' ')));
}

/** Keys of the MinHash bands of a set of shingles; none for an empty set. */
export function bandsOf(shingles: readonly number[]): readonly string[] {
  if (!shingles.length) return [];
  return Array.from({ length: BANDS }, (_, band) => {
    const rows = Array.from({ length: ROWS }, (_, row) => least(shingles, band * ROWS + row + 1));
    return `copy:${band}:${rows.map((row) => row.toString(36)).join(':')}`;
  });
}

function least(shingles: readonly number[], permutation: number): number {
  const salt = scramble(permutation);
  let smallest = 0xffffffff;
  for (const shingle of shingles) {
    const hash = scramble(shingle ^ salt);
    if (hash < smallest) smallest = hash;
  }
  return smallest;
}
