import { Chains } from './chains';
import { findRows, ROWS, Templates } from './templates';

/** A hidden layer, as src/language/kernel.ts lays it down: see src/language/hidden.ts. */
@unmanaged
export class Layer {
  templates: Templates;
  /** What the inputs add, in steps of 16 bits; 32 less the bits of the rows. */
  rows: usize;
  shift: i32;
  /** How many units there are: a multiple of 8. */
  width: i32;
  /** How many places there are for words' vectors, and for chains' values. */
  places: i32;
  joints: i32;
  /** What a step is worth, and the most steps of what a word or its chains add. */
  step: f32;
  most: f32;
  /** For each class and unit what the unit is worth. */
  out: usize;
  /** For each place and unit what it makes of a vector's numbers, and the vectors: rows of `dims`, a multiple of 4. */
  dense: usize;
  vectors: usize;
  dims: i32;
  /** For each vector what it adds at each place and unit, in steps; and whether that has been filled. */
  added: usize;
  filled: usize;
  /** For each place and unit what it makes of the chains' values, in whole numbers, and what 1 of theirs is in steps. */
  joint: usize;
  jointStep: f32;
  chains: Chains;
}

/** The units' values, of which there are at most 256, and their steps. */
const UNITS: usize = memory.data(256 * 4, 16);
const STEPS: usize = memory.data(256 * 2, 16);
/** The vectors of the words at the places, and the words whose chains' values count. */
export const VECTORS: usize = memory.data(16 * 4, 16);
export const AT: usize = memory.data(16 * 4, 16);

/** Works the units out: what the inputs add, the vectors in `VECTORS`, and the chains at the words in `AT`. Cut off at 0. */
export function activate(layer: Layer): void {
  const size = usize(layer.width) << 1;
  const templates = layer.templates;
  findRows(templates, 0, templates.count, layer.rows, layer.shift, size);
  for (let j: usize = 0; j < size; j += 16) {
    let sums = i16x8.splat(0);
    for (let at = ROWS, end = ROWS + (templates.count << 2); at < end; at += 4)
      sums = i16x8.add(sums, v128.load(load<usize>(at) + j));
    v128.store(STEPS + j, sums);
  }
  for (let place = 0; place < layer.places; place++) {
    const vector = load<usize>(VECTORS + (place << 2));
    if (vector === 0) continue;
    if (!load<u8>(layer.filled + vector)) fill(layer, vector);
    addSteps(layer.added + (vector * layer.places + place) * size, size);
  }
  for (let place = 0; place < layer.joints; place++)
    addSteps(rowOf(layer, load<usize>(AT + (place << 2)), place), size);
  const step = f32x4.splat(layer.step);
  const none = i16x8.splat(0);
  for (let j: usize = 0; j < size; j += 16) {
    const steps = i16x8.max_s(v128.load(STEPS + j), none);
    const unit = UNITS + (j << 1);
    v128.store(unit, f32x4.mul(f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(steps)), step));
    v128.store(unit, f32x4.mul(f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_s(steps)), step), 16);
  }
}

function addSteps(from: usize, size: usize): void {
  for (let j: usize = 0; j < size; j += 16)
    v128.store(STEPS + j, i16x8.add(v128.load(STEPS + j), v128.load(from + j)));
}

export function total(sums: v128): f32 {
  return (
    f32x4.extract_lane(sums, 0) +
    f32x4.extract_lane(sums, 1) +
    (f32x4.extract_lane(sums, 2) + f32x4.extract_lane(sums, 3))
  );
}

/** What the units say for a class. */
export function outOf(layer: Layer, cls: i32): f32 {
  const size = usize(layer.width) << 2;
  const out = layer.out + usize(cls) * size;
  let sums = f32x4.splat(0);
  for (let j: usize = 0; j < size; j += 16)
    sums = f32x4.add(sums, f32x4.mul(v128.load(UNITS + j), v128.load(out + j)));
  return total(sums);
}

/** Steps, no more than `most` of them. */
function held(steps: f32, most: f32): i16 {
  return i16(max(-most, min(most, nearest(steps))));
}

/** Works out what a vector adds at each place. */
function fill(layer: Layer, vector: usize): void {
  const size = usize(layer.dims) << 2;
  const from = layer.vectors + vector * size;
  const count = layer.places * layer.width;
  let to = layer.added + ((vector * count) << 1);
  for (let i = 0, row = layer.dense; i < count; i++, row += size, to += 2)
    store<i16>(to, held(product(row, from, size) / layer.step, layer.most));
  store<u8>(layer.filled + vector, 1);
}

/** The sum of the products of `size` bytes of numbers, a multiple of 16. */
export function product(a: usize, b: usize, size: usize): f32 {
  let sums = f32x4.splat(0);
  for (let k: usize = 0; k < size; k += 16)
    sums = f32x4.add(sums, f32x4.mul(v128.load(a + k), v128.load(b + k)));
  return total(sums);
}

/** The address of what the chains add at a word and place, in steps; worked out where it is first asked for. */
function rowOf(layer: Layer, word: usize, place: i32): usize {
  const sentence = layer.chains.sentence;
  const at = word * layer.joints + place;
  const row = sentence.rows + ((at * layer.width) << 1);
  if (load<u8>(sentence.filled + at)) return row;
  store<u8>(sentence.filled + at, 1);
  const size = usize(layer.chains.width) << 2;
  const values = sentence.values + word * size;
  let joint = layer.joint + usize(place * layer.width) * size;
  for (let j = 0; j < layer.width; j++, joint += size) {
    let sums = i32x4.splat(0);
    for (let k: usize = 0; k < size; k += 16)
      sums = i32x4.add(sums, i32x4.dot_i16x8_s(v128.load(values + k), v128.load(joint + k)));
    const sum =
      i32x4.extract_lane(sums, 0) +
      i32x4.extract_lane(sums, 1) +
      i32x4.extract_lane(sums, 2) +
      i32x4.extract_lane(sums, 3);
    store<i16>(row + (j << 1), held(f32(sum) * layer.jointStep, layer.most));
  }
  return row;
}
