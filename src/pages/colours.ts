import type { Assertion } from '../ledger/ledger.ts';

/** How many originators have a colour of their own; the others share the last. */
export const COLOURS = 8;

/**
 * The colour class of each originator of a story, `0` to `COLOURS - 1` for those with most assertions and `COLOURS` for the
 * rest, so that an originator looks the same in every chart and table.
 */
export function colourOf(assertions: readonly Assertion[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { originator } of assertions) counts.set(originator, (counts.get(originator) ?? 0) + 1);
  const ranked = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return new Map(ranked.map(([originator], rank) => [originator, Math.min(rank, COLOURS)]));
}
