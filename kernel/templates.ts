/** Features of a choice, as src/language/kernel.ts lays them down: see `Templates` in src/language/linear.ts. */
@unmanaged
export class Templates {
  count: i32;
  /** For each feature the offsets, of two bytes each, of its three slots. */
  offsets: usize;
  /** For each feature its seed. */
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
 * hash says. The same hash as `featureRows` in src/language/linear.ts.
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
  const seeds = templates.seeds;
  let offset = templates.offsets + from * 6;
  for (let i = from; i < to; i++, offset += 6) {
    let hash = (load<i32>(seeds + (i << 2)) ^ load<i32>(slots + load<u16>(offset))) * i32(0x9e3779b1);
    hash = ((hash ^ (hash >>> 15)) + load<i32>(slots + load<u16>(offset, 2))) * i32(0x85ebca6b);
    hash = ((hash ^ (hash >>> 13)) + load<i32>(slots + load<u16>(offset, 4))) * i32(0xc2b2ae35);
    store<usize>(ROWS + (i << 2), table + usize((hash ^ (hash >>> 16)) >>> shift) * size);
  }
}
