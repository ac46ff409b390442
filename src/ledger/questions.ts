import type { Claim, Measure, Scope } from '../reading/claim.ts';
import type { Interval } from '../text/interval.ts';
import { clusteredInRuns } from './cluster.ts';
import type { Facet } from './facets.ts';
import { familyOf, likeness, unitKind } from './likeness.ts';

/** Facets compared each with each; beyond so many, groups are compared instead. */
const MOST = 500;

/**
 * Groups facets that answer one question. Only facets of one family of measures and one kind of unit are compared; one
 * that was read without a measure goes where the same number of the same thing has one.
 */
export function byQuestion(facets: readonly Facet[]): readonly (readonly Facet[])[] {
  const named = new Map<string, Facet[]>();
  for (const facet of facets) if (facet.claim.measure !== 'other') push(named, valueKey(facet), facet);
  const buckets = new Map<string, Facet[]>();
  for (const facet of facets) push(buckets, bucketKey(facet, ownerOf(facet, named).claim.measure), facet);
  return [...buckets.values()].flatMap((bucket) => clusteredInRuns(bucket, likeness, MOST));
}

/** The facet with a measure that a facet without one is most like; itself where there is none. */
function ownerOf(facet: Facet, named: ReadonlyMap<string, readonly Facet[]>): Facet {
  if (facet.claim.measure !== 'other') return facet;
  let owner = facet;
  let most = 0;
  for (const other of named.get(valueKey(facet)) ?? []) {
    const points = likeness(facet, other) ?? 0;
    if (points > most) [owner, most] = [other, points];
  }
  return owner;
}

const valueKey = ({ value, claim: { figure } }: Facet): string =>
  `${value} ${unitKind(figure.unit)} ${figure.per ?? ''}`;

const bucketKey = ({ claim: { figure } }: Facet, measure: Measure): string =>
  `${familyOf(measure)} ${unitKind(figure.unit)} ${figure.per ?? ''}`;

function push<K, V>(groups: Map<K, V[]>, key: K, value: V): void {
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
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
