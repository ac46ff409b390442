/** What one veto between two groups costs, shared out over the smaller of them. */
const VETO = 4;

/** Two groups as the clustering sees them. */
interface Nearest {
  readonly other: number;
  readonly score: number;
}

interface State<T> {
  readonly groups: (T[] | null)[];
  /** Sum of likeness over all pairs of two groups, and how many of the pairs are vetoed. */
  readonly sums: readonly Float64Array[];
  readonly vetoes: readonly Uint32Array[];
}

/**
 * Groups items by average likeness: the two groups whose members are most alike on average are joined, until no two
 * groups are alike more than not (above nought). `null` is a veto: it counts against a join by its share of the smaller
 * group, so that one wrong reading among many does not part two groups. Ties go to the earlier items, so the result
 * depends on the order of items alone. Needs memory and time for all pairs.
 */
export function clustered<T>(
  items: readonly T[],
  likeness: (a: T, b: T) => number | null,
): readonly (readonly T[])[] {
  const state = pairwise(items, likeness);
  const best = items.map((_, i) => nearest(i, state));
  for (;;) {
    const a = bestOf(best, state);
    if (a === -1) break;
    const b = best[a]!.other;
    merge(state, a, b);
    best[a] = nearest(a, state);
    renew(best, a, b, state);
  }
  return state.groups.filter((group) => group !== null);
}

/** Members that speak for a group where whole groups are compared. */
const SPEAKERS = 4;

/**
 * As `clustered`, for any number of items: more than `most` are grouped in runs of `most`, then the groups by a few
 * members of each, so that time and memory stay within those of `most` items a run.
 */
export function clusteredInRuns<T>(
  items: readonly T[],
  likeness: (a: T, b: T) => number | null,
  most: number,
): readonly (readonly T[])[] {
  if (items.length <= most) return clustered(items, likeness);
  const runs = Array.from({ length: Math.ceil(items.length / most) }, (_, i) =>
    items.slice(i * most, (i + 1) * most),
  );
  const groups = runs.flatMap((run) => clustered(run, likeness));
  if (groups.length * 10 > items.length * 9) return groups;
  const joined = clusteredInRuns(groups, (a, b) => likenessOfGroups(a, b, likeness), most);
  return joined.map((parts) => parts.flat());
}

function likenessOfGroups<T>(
  a: readonly T[],
  b: readonly T[],
  likeness: (a: T, b: T) => number | null,
): number | null {
  const pairs = speakersOf(a).flatMap((x) => speakersOf(b).map((y) => likeness(x, y)));
  const known = pairs.filter((points) => points !== null);
  if (known.length * 2 < pairs.length) return null;
  return known.reduce((sum, points) => sum + points, 0) / known.length;
}

/** Members spread evenly over the group. */
const speakersOf = <T>(group: readonly T[]): readonly T[] =>
  group.length <= SPEAKERS
    ? group
    : Array.from({ length: SPEAKERS }, (_, i) => group[Math.floor((i * group.length) / SPEAKERS)]!);

function pairwise<T>(items: readonly T[], likeness: (a: T, b: T) => number | null): State<T> {
  const sums = items.map(() => new Float64Array(items.length));
  const vetoes = items.map(() => new Uint32Array(items.length));
  items.forEach((a, i) => {
    for (let j = 0; j < i; j++) {
      const points = likeness(a, items[j]!);
      sums[i]![j] = sums[j]![i] = points ?? 0;
      vetoes[i]![j] = vetoes[j]![i] = points === null ? 1 : 0;
    }
  });
  return { groups: items.map((item) => [item]), sums, vetoes };
}

function merge<T>({ groups, sums, vetoes }: State<T>, a: number, b: number): void {
  groups[a]!.push(...groups[b]!);
  groups[b] = null;
  for (let k = 0; k < groups.length; k++) {
    sums[k]![a] = sums[a]![k] = sums[a]![k]! + sums[b]![k]!;
    vetoes[k]![a] = vetoes[a]![k] = vetoes[a]![k]! + vetoes[b]![k]!;
  }
}

function scoreOf<T>({ groups, sums, vetoes }: State<T>, i: number, j: number): number {
  const [a, b] = [groups[i]!.length, groups[j]!.length];
  return sums[i]![j]! / (a * b) - (VETO * vetoes[i]![j]!) / Math.min(a, b);
}

/** A joined group changes what is nearest only for those that looked at its halves, or now look at it. */
function renew<T>(best: Nearest[], a: number, b: number, state: State<T>): void {
  for (let k = 0; k < state.groups.length; k++) {
    if (k === a || !state.groups[k]) continue;
    const { other, score } = best[k]!;
    const joined = scoreOf(state, k, a);
    if (other === a || other === b) best[k] = nearest(k, state);
    else if (joined > score + 1e-9) best[k] = { other: a, score: joined };
  }
}

function nearest<T>(i: number, state: State<T>): Nearest {
  let other = -1;
  let score = 0;
  for (let j = 0; j < state.groups.length; j++) {
    if (j === i || !state.groups[j]) continue;
    const points = scoreOf(state, i, j);
    if (points > score + 1e-9) [other, score] = [j, points];
  }
  return { other, score };
}

function bestOf<T>(best: readonly Nearest[], { groups }: State<T>): number {
  let found = -1;
  best.forEach(({ score, other }, i) => {
    if (groups[i] && other !== -1 && (found === -1 || score > best[found]!.score + 1e-9)) found = i;
  });
  return found;
}
