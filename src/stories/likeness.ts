import { copyOf } from './copies.ts';
import type { Profile } from './profile.ts';
import type { Term } from './terms.ts';

/** How alike two articles are, 0 to 1: 1 for copies, else by their terms. */
export function likenessOf(a: Profile, b: Profile): number {
  const copy = copyOf(a, b);
  if (copy && copy.kind !== 'excerpt') return 1;
  return 0.6 * cosine(a.names, b.names) + 0.4 * cosine(a.words, b.words);
}

/** Cosine of two weighted lists of terms. */
export function cosine(a: readonly Term[], b: readonly Term[]): number {
  const weights = new Map(b);
  let dot = 0;
  for (const [term, weight] of a) dot += weight * (weights.get(term) ?? 0);
  return dot && dot / Math.sqrt(squares(a) * squares(b));
}

const squares = (terms: readonly Term[]): number =>
  terms.reduce((sum, [, weight]) => sum + weight * weight, 0);
