import type { Claim, Scope } from '../reading/claim.ts';
import type { Interval } from '../text/interval.ts';
import { clustered } from './cluster.ts';
import type { Facet } from './facets.ts';
import { likeness } from './likeness.ts';

/** Groups facets that answer one question. Facets of different kinds of unit are never compared. */
export function byQuestion(facets: readonly Facet[]): readonly (readonly Facet[])[] {
  const buckets = new Map<string, Facet[]>();
  for (const facet of facets) {
    const { unit, per } = facet.claim.figure;
    const key = `${unit === 'person' || unit === 'item' ? 'count' : unit} ${per ?? ''}`;
    const bucket = buckets.get(key);
    if (bucket) bucket.push(facet);
    else buckets.set(key, [facet]);
  }
  return [...buckets.values()].flatMap((bucket) => clustered(bucket, likeness));
}

/** The most frequent value; between equals the earlier in the order given. */
export function mostFrequent<T>(values: readonly T[], keyOf: (value: T) => string = String): T | null {
  const counts = new Map<string, { value: T; times: number }>();
  for (const value of values) {
    const known = counts.get(keyOf(value));
    if (known) known.times++;
    else counts.set(keyOf(value), { value, times: 1 });
  }
  return [...counts.values()].reduce<{ value: T | null; times: number }>(
    (best, one) => (one.times > best.times ? one : best),
    { value: null, times: 0 },
  ).value;
}

/** What a question's claims agree to count, in the words of most of them; the fuller words between equals. */
export function groupWords(claims: readonly Claim[]): string {
  const words = claims.map(({ counted }) => counted.group || counted.text).filter(Boolean);
  return (
    mostFrequent(
      words.toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1)),
      (word) => word.toLowerCase(),
    ) ?? ''
  );
}

/** The time that all claims of a question are about, from the first to the last of them; a running total's start is open. */
export function spanOf(intervals: readonly (Interval | null)[], scope: Scope): Interval | null {
  const known = intervals.filter((one) => one !== null);
  if (!known.length) return null;
  const open = scope !== 'incident' && known.some(({ from }) => from === null);
  const from = open
    ? null
    : (known
        .map((one) => one.from)
        .filter((day) => day !== null)
        .sort()[0] ?? null);
  const to =
    known
      .map((one) => one.to)
      .filter((day) => day !== null)
      .sort()
      .at(-1) ?? null;
  return from === null && to === null ? null : { from, to };
}
