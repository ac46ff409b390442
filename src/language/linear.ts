import { mixed } from './hash.ts';
import { type Kernel, put, record } from './kernel.ts';

/** Weights of a linear model over hashed features, as they are learned: `1 << bits` rows of `width` classes. */
export interface Weights {
  readonly values: Float32Array;
  readonly bits: number;
  readonly width: number;
}

/** What each byte of a model file stands for: the signed number q, as q·|q|. */
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
 * Lays templates down in a kernel, in whose memory the slots' values will be at `slots`: a pointer to kernel/templates.ts's record. Three
 * features of nothing follow them.
 */
export function putTemplates(kernel: Kernel, templates: Templates, slots: number): number {
  const { count } = templates;
  const offsets = new Uint16Array(3 * (count + 3));
  offsets.set(Uint16Array.from(templates.slots, (slot) => slot * 4));
  const seeds = new Int32Array(count + 3);
  seeds.set(templates.seeds);
  return record(kernel, [
    ['i32', count],
    ['i32', put(kernel, offsets)],
    ['i32', put(kernel, seeds)],
    ['i32', slots],
  ]);
}
