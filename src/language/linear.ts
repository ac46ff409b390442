import { mixed } from './hash.ts';

/** Weights of a linear model over hashed features: `1 << bits` rows of `width` classes. */
export interface Weights {
  /** As they are learned, or as the model file has them: bytes by `WORTH`, of which more stay near the processor. */
  readonly values: Float32Array | Uint8Array;
  readonly bits: number;
  readonly width: number;
  /** What a weight of 1 is worth, in natural logarithms. */
  readonly unit: number;
}

/** What each byte stands for: the signed number q, as q·|q|. */
export const WORTH = Int16Array.from({ length: 256 }, (_, byte) => {
  const q = (byte << 24) >> 24;
  return q * Math.abs(q);
});

/** Features of a decision: which slots each combines, three by three, and how many there are. */
export interface Templates {
  readonly slots: Uint8Array;
  readonly seeds: Int32Array;
  readonly count: number;
}

/**
 * Templates from their spelling: "S0w S0t" combines the slots of those names; up to three. Those that are named as early come
 * first; where a template has its weights does not depend on that.
 * @throws Error naming a slot or an early template that there is not
 */
export function templatesOf(
  names: readonly string[],
  spellings: readonly string[],
  early: readonly string[] = [],
): Templates {
  const unknown = early.find((spelling) => !spellings.includes(spelling));
  if (unknown !== undefined) throw new Error(`no template ${JSON.stringify(unknown)} that could come early`);
  const order = [...early, ...spellings.filter((spelling) => !early.includes(spelling))];
  const slots = new Uint8Array(order.length * 3);
  for (const [i, spelling] of order.entries())
    for (const [j, name] of spelling.split(' ').entries()) {
      const slot = names.indexOf(name);
      if (slot < 0)
        throw new Error(`no slot ${JSON.stringify(name)} for the template ${JSON.stringify(spelling)}`);
      slots[i * 3 + j] = slot + 1;
    }
  const seeds = Int32Array.from(order, (spelling) => mixed(spellings.indexOf(spelling) + 1));
  return { slots, seeds, count: order.length };
}

/**
 * Fills `rows` with where the features `from` to `to` of a decision have their weights. `values[0]` must be 0, slot i at
 * i + 1.
 */
export function featureRows(
  templates: Templates,
  values: Int32Array,
  bits: number,
  width: number,
  rows: Int32Array,
  from = 0,
  to = templates.count,
): void {
  const { slots, seeds } = templates;
  const shift = 32 - bits;
  for (let i = from, s = from * 3; i < to; i++, s += 3) {
    let hash = Math.imul(seeds[i]! ^ values[slots[s]!]!, 0x9e3779b1);
    hash = Math.imul((hash ^ (hash >>> 15)) + values[slots[s + 1]!]!, 0x85ebca6b);
    hash = Math.imul((hash ^ (hash >>> 13)) + values[slots[s + 2]!]!, 0xc2b2ae35);
    rows[i] = ((hash ^ (hash >>> 16)) >>> shift) * width;
  }
}

/**
 * Adds the `width` values that begin at each of the first `count` rows to the sums. Six rows at a time, as most of the time
 * would go into taking up and laying down the sums; in their order, so that the sums do not depend on that.
 */
export function addRows(
  values: Int16Array | Float32Array,
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

/**
 * Adds to the sums the weights at the rows `from` to `to`, for each of the first `count` classes in their order; three classes at a time, so
 * that each row is looked up once for the three.
 */
export function addSums(
  { values }: Weights,
  rows: Int32Array,
  from: number,
  to: number,
  classes: Uint8Array,
  count: number,
  sums: Float64Array,
): void {
  if (!(values instanceof Uint8Array)) {
    addLearned(values, rows, from, to, classes, count, sums);
    return;
  }
  let k = 0;
  for (; k + 3 <= count; k += 3) {
    const x = classes[k]!;
    const y = classes[k + 1]!;
    const z = classes[k + 2]!;
    let a = 0;
    let b = 0;
    let c = 0;
    for (let i = from; i < to; i++) {
      const row = rows[i]!;
      a += WORTH[values[row + x]!]!;
      b += WORTH[values[row + y]!]!;
      c += WORTH[values[row + z]!]!;
    }
    sums[k] = sums[k]! + a;
    sums[k + 1] = sums[k + 1]! + b;
    sums[k + 2] = sums[k + 2]! + c;
  }
  for (; k < count; k++) {
    let sum = 0;
    for (let i = from; i < to; i++) sum += WORTH[values[rows[i]! + classes[k]!]!]!;
    sums[k] = sums[k]! + sum;
  }
}

function addLearned(
  values: Float32Array,
  rows: Int32Array,
  from: number,
  to: number,
  classes: Uint8Array,
  count: number,
  sums: Float64Array,
): void {
  for (let k = 0; k < count; k++)
    for (let i = from; i < to; i++) sums[k] = sums[k]! + values[rows[i]! + classes[k]!]!;
}
