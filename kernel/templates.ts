/** Features of a choice, as src/language/linear.ts lays them down (`putTemplates`). */
@unmanaged
export class Templates {
  count: i32;
  /** For each feature the offsets, of two bytes each, of its three slots; three features more than there are. */
  offsets: usize;
  /** For each feature its seed; three more than there are. */
  seeds: usize;
  /** Where the slots' values are. */
  slots: usize;
}

/** How many features a choice has at most. */
const MOST: i32 = 256;

/** Where the rows of the last features begin, as addresses. */
export const ROWS: usize = memory.data(MOST * 4, 16);

/**
 * Puts the addresses of the features `from` to `to` into `ROWS`: that of the table and as many rows of `size` bytes as the feature's
 * hash says. The same hash as `featureRows` in src/language/linear.ts, of four features at a time; up to three behind them are
 * worked out in vain.
 */
export function findRows(
  templates: Templates,
  from: i32,
  to: i32,
  table: usize,
  shift: i32,
  size: usize,
): void {
  const slots = templates.slots;
  const begin = i32x4.splat(i32(table));
  const sizes = i32x4.splat(i32(size));
  let offset = templates.offsets + from * 6;
  let seed = templates.seeds + (from << 2);
  for (let row = ROWS + (from << 2), end = ROWS + (to << 2); row < end; row += 16, seed += 16, offset += 24) {
    let hash = v128.xor(v128.load(seed), fourValues(slots, offset));
    hash = i32x4.mul(hash, i32x4.splat(i32(0x9e3779b1)));
    hash = i32x4.add(v128.xor(hash, i32x4.shr_u(hash, 15)), fourValues(slots, offset + 2));
    hash = i32x4.mul(hash, i32x4.splat(i32(0x85ebca6b)));
    hash = i32x4.add(v128.xor(hash, i32x4.shr_u(hash, 13)), fourValues(slots, offset + 4));
    hash = i32x4.mul(hash, i32x4.splat(i32(0xc2b2ae35)));
    hash = i32x4.shr_u(v128.xor(hash, i32x4.shr_u(hash, 16)), shift);
    v128.store(row, i32x4.add(begin, i32x4.mul(hash, sizes)));
  }
}

/** The values of one slot each of four features. */
function fourValues(slots: usize, offset: usize): v128 {
  let values = v128.load32_zero(slots + load<u16>(offset));
  values = v128.load_lane<i32>(slots + load<u16>(offset, 6), values, 1);
  values = v128.load_lane<i32>(slots + load<u16>(offset, 12), values, 2);
  return v128.load_lane<i32>(slots + load<u16>(offset, 18), values, 3);
}
