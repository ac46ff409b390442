import type { Example } from './examples.ts';

/** Bits by which features are told apart while they are counted. */
export const COUNT_BITS = 24;

/**
 * The examples without features that fewer than `least` documents have, and with rows of `bits` bits: what is rare only
 * teaches its own sentence, and would share rows with what is not. `examples` holds a list for each document, with rows
 * of `COUNT_BITS` bits.
 */
export function frequentOnly(
  examples: readonly (readonly Example[])[],
  least: number,
  bits: number,
): readonly Example[] {
  const last = new Int32Array(1 << COUNT_BITS).fill(-1);
  const counts = new Uint8Array(1 << COUNT_BITS);
  for (const [number, own] of examples.entries())
    for (const { rows } of own)
      for (const row of rows) {
        if (last[row] === number || counts[row] === 255) continue;
        last[row] = number;
        counts[row]!++;
      }
  return examples.flatMap((own) => own.map((example) => reduced(example, counts, least, bits)));
}

function reduced(
  { rows, starts, labels }: Example,
  counts: Uint8Array,
  least: number,
  bits: number,
): Example {
  const kept = new Uint32Array(rows.length);
  const bounds = new Uint32Array(starts.length);
  let size = 0;
  for (let i = 0; i + 1 < starts.length; i++) {
    for (let f = starts[i]!; f < starts[i + 1]!; f++)
      if (counts[rows[f]!]! >= least) kept[size++] = rows[f]! >>> (COUNT_BITS - bits);
    bounds[i + 1] = size;
  }
  return { rows: kept.slice(0, size), starts: bounds, labels };
}
