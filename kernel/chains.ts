import { Layer, product } from './layer';
import { findRows, ROWS, Templates } from './templates';

/** The chains of a hidden layer, as src/language/kernel.ts lays them down: see src/language/chains.ts. */
@unmanaged
export class Chains {
  sentence: Sentence;
  /** What is seen of a word and its tag. */
  templates: Templates;
  /** How many units each of the two chains has: a multiple of 4. */
  width: i32;
  /** Rows of `4 * width` weights of 16 bits; 32 less the bits of the rows; what 1 in a row is worth. */
  rows: usize;
  shift: i32;
  unit: f32;
  /** For each unit what it makes of a vector's numbers; for each vector what it adds, and whether that has been filled. */
  dense: usize;
  added: usize;
  filled: usize;
}

/** Room for a sentence. */
@unmanaged
export class Sentence {
  /** For each word the slots' values, of which the last is the number of its vector: so many bytes. */
  words: usize;
  size: i32;
  /** What is added for each word, and the chains' values there, in steps. */
  sums: usize;
  values: usize;
  /** For each word and place what the chains add there, and whether that has been filled: see `rowOf` in layer.ts. */
  rows: usize;
  filled: usize;
}

/** Steps of a chain's value, which is between -1 and 1. */
const VALUE: f32 = 255;

/** Runs the chains through the sentence of so many words; the root and nothing, which come behind it, have 0. */
export function follow(layer: Layer, count: i32): void {
  const chains = layer.chains;
  for (let i = 0; i < count; i++) addUp(chains, layer, i);
  for (let i = 0; i < count; i++) advance(chains, i, 0, i === 0);
  for (let i = count - 1; i >= 0; i--) advance(chains, i, 1, i === count - 1);
  const rows = count * layer.joints;
  const sentence = chains.sentence;
  memory.fill(sentence.filled, 0, rows);
  memory.fill(sentence.filled + rows, 1, 2 * layer.joints);
  memory.fill(sentence.rows + ((rows * layer.width) << 1), 0, (2 * layer.joints * layer.width) << 1);
}

/** Fills the sums of word `i` with what it and its tag add. */
function addUp(chains: Chains, layer: Layer, i: i32): void {
  const whole = usize(chains.width) << 2;
  const sentence = chains.sentence;
  const slots = sentence.words + i * sentence.size;
  const templates = chains.templates;
  templates.slots = slots;
  findRows(templates, 0, templates.count, chains.rows, chains.shift, whole << 1);
  const vector = load<usize>(slots + sentence.size - 4);
  if (!load<u8>(chains.filled + vector)) fill(chains, layer, vector);
  const unit = f32x4.splat(chains.unit);
  const end = ROWS + (templates.count << 2);
  let added = chains.added + ((vector * whole) << 2);
  let to = sentence.sums + ((usize(i) * whole) << 2);
  for (let j: usize = 0; j < whole << 1; j += 16, to += 32, added += 32) {
    let low = i32x4.splat(0);
    let high = i32x4.splat(0);
    for (let at = ROWS; at < end; at += 4) {
      const row = v128.load(load<usize>(at) + j);
      low = i32x4.add(low, i32x4.extend_low_i16x8_s(row));
      high = i32x4.add(high, i32x4.extend_high_i16x8_s(row));
    }
    v128.store(to, f32x4.add(v128.load(added), f32x4.mul(f32x4.convert_i32x4_s(low), unit)));
    v128.store(to, f32x4.add(v128.load(added, 16), f32x4.mul(f32x4.convert_i32x4_s(high), unit)), 16);
  }
}

/** Works out what a vector adds; number 0, of words without one, adds nothing. */
function fill(chains: Chains, layer: Layer, vector: usize): void {
  const whole = chains.width << 2;
  const size = usize(layer.dims) << 2;
  const from = layer.vectors + vector * size;
  let to = chains.added + ((vector * whole) << 2);
  for (let u = 0, row = chains.dense; u < whole; u++, row += size, to += 4)
    store<f32>(to, product(row, from, size));
  store<u8>(chains.filled + vector, 1);
}

/** The chains' last values, of which there are at most 256. */
const LAST: usize = memory.data(256 * 4, 16);

/** One word's step of the chain from the left (side 0) or from the right (1). */
function advance(chains: Chains, i: i32, side: i32, first: bool): void {
  const size = usize(chains.width) << 2;
  const gates = chains.sentence.sums + (usize(i) * 4 + side * 2) * size;
  const to = chains.sentence.values + (usize(i) * 2 + side) * (size >> 1);
  if (first) memory.fill(LAST, 0, size);
  const one = f32x4.splat(1);
  const half = f32x4.splat(0.5);
  const steps = f32x4.splat(VALUE);
  for (let u: usize = 0; u < size; u += 16) {
    const opened = softened(f32x4.add(v128.load(gates + u), one));
    const gate = f32x4.add(half, f32x4.mul(half, opened));
    const added = softened(v128.load(gates + size + u));
    const last = v128.load(LAST + u);
    const value = f32x4.add(f32x4.mul(gate, last), f32x4.mul(f32x4.sub(one, gate), added));
    v128.store(LAST + u, value);
    const whole = i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(value, steps)));
    v128.store64_lane(to + (u >> 1), i16x8.narrow_i32x4_s(whole, whole), 0);
  }
}

/** Between -1 and 1. */
function softened(x: v128): v128 {
  return f32x4.div(x, f32x4.add(f32x4.splat(1), f32x4.abs(x)));
}
