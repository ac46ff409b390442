import { heapOf } from './heap.ts';

/** How close two items are, 0 to 1; pairs that are not given are not close at all. */
export interface Edge {
  readonly a: number;
  readonly b: number;
  readonly weight: number;
}

/** Mean closeness from which two groups are one. */
export const JOINED = 0.4;

interface Group {
  readonly members: readonly number[];
  /** Whether it holds an early item. */
  readonly early: boolean;
  /** Sum of the closeness of all pairs between this group and another, by the other's number. */
  readonly sums: Map<number, number>;
}

/**
 * Groups the items 0 … count-1 by average link: the two groups of the greatest mean closeness are joined while it
 * reaches {@link JOINED}; of equal pairs those of lesser items. The first `early` items are grouped first; the others
 * then join groups, or one another, but no group takes in two groups of early ones.
 */
export function cluster(
  count: number,
  early: number,
  edges: readonly Edge[],
): readonly (readonly number[])[] {
  const alone = Array.from({ length: count }, (_, i) => [i]);
  const first = joined(alone.slice(0, early), early, edges, () => true);
  const all = joined([...first, ...alone.slice(early)], early, edges, (a, b) => !(a.early && b.early));
  return all.map((members) => [...members].sort((a, b) => a - b));
}

interface Offer {
  readonly mean: number;
  readonly a: number;
  readonly b: number;
}

const isBetter = (one: Offer, other: Offer): boolean =>
  one.mean > other.mean ||
  (one.mean === other.mean && (one.a < other.a || (one.a === other.a && one.b < other.b)));

/** Joins groups while two that may are close. A group's number is its place in `start`, or the next one when joined. */
function joined(
  start: readonly (readonly number[])[],
  early: number,
  edges: readonly Edge[],
  may: (a: Group, b: Group) => boolean,
): readonly (readonly number[])[] {
  const groups = groupsOf(start, early, edges);
  const offers = heapOf(isBetter);
  const offer = (a: number, b: number): void => {
    const [one, other] = [groups.get(a)!, groups.get(b)!];
    const mean = one.sums.get(b)! / (one.members.length * other.members.length);
    if (mean >= JOINED && may(one, other)) offers.add({ mean, a, b });
  };
  for (const [a, { sums }] of groups) for (const b of sums.keys()) if (a < b) offer(a, b);
  for (let best = offers.take(); best; best = offers.take()) {
    if (!groups.has(best.a) || !groups.has(best.b)) continue;
    const made = start.length * 2 - groups.size;
    for (const other of join(groups, best.a, best.b, made)) offer(other, made);
  }
  return [...groups.values()].map(({ members }) => members);
}

function groupsOf(
  start: readonly (readonly number[])[],
  early: number,
  edges: readonly Edge[],
): Map<number, Group> {
  const groups = new Map<number, Group>();
  const holder = new Map<number, number>();
  start.forEach((members, place) => {
    groups.set(place, { members, early: members.some((item) => item < early), sums: new Map() });
    for (const item of members) holder.set(item, place);
  });
  for (const { a, b, weight } of edges) {
    const [one, other] = [holder.get(a), holder.get(b)];
    if (one === undefined || other === undefined || one === other) continue;
    for (const [from, to] of [
      [one, other],
      [other, one],
    ] as const) {
      const { sums } = groups.get(from)!;
      sums.set(to, (sums.get(to) ?? 0) + weight);
    }
  }
  return groups;
}

/** Puts the joined group in the place of two; gives the numbers of those that it is close to. */
function join(groups: Map<number, Group>, a: number, b: number, made: number): readonly number[] {
  const [one, other] = [groups.get(a)!, groups.get(b)!];
  groups.delete(a);
  groups.delete(b);
  const sums = new Map<number, number>();
  for (const [place, sum] of [...one.sums, ...other.sums])
    if (place !== a && place !== b) sums.set(place, (sums.get(place) ?? 0) + sum);
  groups.set(made, { members: [...one.members, ...other.members], early: one.early || other.early, sums });
  for (const [place, sum] of sums) {
    const theirs = groups.get(place)!.sums;
    theirs.delete(a);
    theirs.delete(b);
    theirs.set(made, sum);
  }
  return [...sums.keys()];
}
