/**
 * Groups items by average likeness: the two groups whose members are most alike on average are joined, until no two
 * groups are alike more than not (above nought). Ties go to the earlier items, so the result depends on the order of
 * items alone. Needs memory and time for all pairs: give it items of one bucket.
 */
export function clustered<T>(
  items: readonly T[],
  likeness: (a: T, b: T) => number,
): readonly (readonly T[])[] {
  const size = items.length;
  const sums = items.map((a, i) => Float64Array.from(items, (b, j) => (i === j ? 0 : likeness(a, b))));
  const groups: (T[] | null)[] = items.map((item) => [item]);
  const best = items.map((_, i) => nearest(i, sums, groups));
  for (let left = size; left > 1; left--) {
    const a = bestOf(best, groups);
    if (a === -1) break;
    const b = best[a]!.other;
    groups[a]!.push(...groups[b]!);
    groups[b] = null;
    for (let k = 0; k < size; k++) {
      sums[a]![k]! += sums[b]![k]!;
      sums[k]![a] = sums[a]![k]!;
    }
    renew(best, a, b, sums, groups);
  }
  return groups.filter((group) => group !== null);
}

interface Nearest {
  readonly other: number;
  readonly average: number;
}

/** Average link cannot bring a joined group nearer to a third than the nearer of its halves was, so few change. */
function renew(
  best: Nearest[],
  a: number,
  b: number,
  sums: readonly Float64Array[],
  groups: readonly (readonly unknown[] | null)[],
): void {
  for (let k = 0; k < groups.length; k++) {
    const { other } = best[k]!;
    if (groups[k] && (k === a || other === a || other === b)) best[k] = nearest(k, sums, groups);
  }
}

function nearest(
  i: number,
  sums: readonly Float64Array[],
  groups: readonly (readonly unknown[] | null)[],
): Nearest {
  let other = -1;
  let average = 0;
  for (let j = 0; j < groups.length; j++) {
    if (j === i || !groups[j]) continue;
    const mean = sums[i]![j]! / (groups[i]!.length * groups[j]!.length);
    if (mean > average + 1e-9) [other, average] = [j, mean];
  }
  return { other, average };
}

function bestOf(best: readonly Nearest[], groups: readonly (readonly unknown[] | null)[]): number {
  let found = -1;
  best.forEach(({ average, other }, i) => {
    if (groups[i] && other !== -1 && (found === -1 || average > best[found]!.average + 1e-9)) found = i;
  });
  return found;
}
