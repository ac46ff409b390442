/**
 * Adds the `width` values that begin at each of the first `count` rows to the sums. Six rows at a time, as most of the time
 * would go into taking up and laying down the sums; in their order, so that the sums do not depend on that.
 */
export function addRows(
  values: Float32Array,
  rows: Int32Array,
  count: number,
  width: number,
  sums: Float64Array,
): void {
  let i = 0;
  for (; i + 6 <= count; i += 6) {
    const a = rows[i]!;
    const b = rows[i + 1]!;
    const c = rows[i + 2]!;
    const d = rows[i + 3]!;
    const e = rows[i + 4]!;
    const f = rows[i + 5]!;
    for (let k = 0; k < width; k++) {
      const half = sums[k]! + values[a + k]! + values[b + k]! + values[c + k]!;
      sums[k] = half + values[d + k]! + values[e + k]! + values[f + k]!;
    }
  }
  for (; i < count; i++) for (let k = 0, a = rows[i]!; k < width; k++) sums[k] = sums[k]! + values[a + k]!;
}
