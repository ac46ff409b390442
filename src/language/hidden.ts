import { type Chains, type ChainsAtWork, follow, type Vectors } from './chains.ts';
import type { Lexeme } from './lexeme.ts';
import { sumsOf, type Weights } from './linear.ts';
import { addPacked, FULL, firstOf, packed, secondOf, wideFirst, widePacked, wideSecond } from './packed.ts';

/**
 * A small hidden layer: what each input adds to its units is summed, cut off at 0, and weighed for every class. Its scores
 * go on top of a linear model's. Inputs are hashed rows, for some places of the sentence the vector of the word there, and for
 * some the values of the chains there, which tell of the whole sentence.
 */
export interface Hidden {
  /** How many units there are: a multiple of 4. */
  readonly width: number;
  /** `1 << bits` rows of so many units. */
  readonly bits: number;
  readonly rows: Int16Array | Float32Array;
  /** What 1 in a row is worth. */
  readonly unit: number;
  /** What a word's vector adds: for every place, unit and dimension. */
  readonly dense: Float32Array;
  readonly vectors: Vectors;
  readonly chains: Chains;
  /** What the chains' values at a word add: for every place, unit and value; nothing where a layer has no chains. */
  readonly joint: Float32Array;
  /** What a unit is worth: for every class and unit. */
  readonly out: Float32Array;
}

/**
 * A hidden layer at work: its units' last values, and what the words met so far add at each place. What is added up is whole
 * steps, two units in one number.
 */
export interface Layer {
  readonly hidden: Hidden;
  /** How many places there are for words' vectors, and for chains' values. */
  readonly places: number;
  readonly joints: number;
  readonly units: Float64Array;
  /** What a step is worth, and the most steps of what a word or its chains add. */
  readonly step: number;
  readonly most: number;
  /** `hidden.rows` in steps, and the sums of the current decision. */
  readonly rows: Int32Array;
  readonly sums: Int32Array;
  /** By the number of the vector; filled as words are met, so that there are never more than vectors. */
  readonly added: (Int32Array | undefined)[];
  readonly chains: ChainsAtWork;
  /** `hidden.joint` in steps of its own, two units in one, and how many of the layer's steps one of them is by one of `VALUE`. */
  readonly joint: Float64Array;
  readonly jointStep: number;
}

/** What a word or its chains may add, in largest rows; what is more counts as that. */
const WIDER = 4;
/** Steps of a chain's value, which is between -1 and 1, and of the largest number of `joint`. */
const VALUE = 255;
const JOINT = 2047;

/** The layer at work, for decisions of at most so many inputs: no sum of theirs overflows. */
export function layerOf(hidden: Hidden, inputs: number): Layer {
  const { rows, unit, width, dense, joint, vectors, chains } = hidden;
  const places = dense.length / width / vectors.dims;
  const size = 2 * chains.width;
  const joints = joint.length / width / (size || 1);
  const steps = Math.floor(FULL / (inputs + WIDER * (places + joints)));
  const step = (largest(rows) * unit || 1) / steps;
  const fine = (largest(joint) || 1) / JOINT;
  return {
    hidden,
    places,
    joints,
    units: new Float64Array(width),
    step,
    most: steps * WIDER,
    rows: packedRows(rows, unit / step),
    sums: new Int32Array(width / 2),
    added: [],
    chains: { chains, added: new WeakMap() },
    joint: packedJoint(joint, size, fine),
    jointStep: fine / VALUE / step,
  };
}

function packedRows(rows: Int16Array | Float32Array, steps: number): Int32Array {
  const pairs = new Int32Array(rows.length / 2);
  for (let i = 0; i < pairs.length; i++)
    pairs[i] = packed(Math.round(rows[2 * i]! * steps), Math.round(rows[2 * i + 1]! * steps));
  return pairs;
}

/** For each pair of rows of `size` numbers one of such pairs. */
function packedJoint(joint: Float32Array, size: number, fine: number): Float64Array {
  const pairs = new Float64Array(joint.length / 2);
  for (let row = 0, i = 0; row < joint.length; row += 2 * size)
    for (let k = row; k < row + size; k++, i++)
      pairs[i] = widePacked(Math.round(joint[k]! / fine), Math.round(joint[k + size]! / fine));
  return pairs;
}

const largest = (numbers: Int16Array | Float32Array): number => {
  let most = 0;
  for (let i = 0; i < numbers.length; i++) most = Math.max(most, Math.abs(numbers[i]!));
  return most;
};

/** Steps, no more than `most` of them. */
const held = (steps: number, most: number): number => Math.max(-most, Math.min(most, Math.round(steps)));

/** What a sentence's chains add at each word and place; 0 for the root and for nothing, which come last. */
export type Sight = Int32Array;

/** The sight of a layer without chains, and the words whose chains count to it. */
export const BLIND: Sight = new Int32Array(0);
export const NOWHERE = new Int32Array(0);

/** Runs the chains through a sentence, and works out what they add. */
export function sightOf(layer: Layer, words: readonly Lexeme[], tags: Uint8Array): Sight {
  const values = follow(layer.chains, words, tags);
  for (let i = 0; i < values.length; i++) values[i] = Math.round(values[i]! * VALUE);
  const rows = layer.joints * layer.sums.length;
  const sight = new Int32Array((words.length + 2) * rows);
  for (let word = 0; word < words.length; word += 2)
    for (let row = 0; row < rows; row += 2) join(layer, row, values, word, sight);
  return sight;
}

/**
 * What two words add to two rows of two units: so many at a time, as most of the time would go into taking up the weights and
 * values. Past the last word there are zeros.
 */
function join(
  { joint, joints, sums, chains, jointStep, most }: Layer,
  row: number,
  values: Float64Array,
  word: number,
  sight: Sight,
): void {
  const size = 2 * chains.chains.width;
  let a0 = 0;
  let a1 = 0;
  let b0 = 0;
  let b1 = 0;
  for (let k = 0, w = row * size, v = word * size; k < size; k++, w++, v++) {
    const a = values[v]!;
    const b = values[v + size]!;
    const w0 = joint[w]!;
    const w1 = joint[w + size]!;
    a0 += w0 * a;
    a1 += w1 * a;
    b0 += w0 * b;
    b1 += w1 * b;
  }
  const rows = joints * sums.length;
  const at = word * rows + row;
  const stepsOf = (wide: number): number =>
    packed(held(wideFirst(wide) * jointStep, most), held(wideSecond(wide) * jointStep, most));
  sight[at] = stepsOf(a0);
  sight[at + 1] = stepsOf(a1);
  sight[at + rows] = stepsOf(b0);
  sight[at + rows + 1] = stepsOf(b1);
}

/**
 * Works the units out: `inputs` are where the rows of the first `count` inputs begin, `words` the vectors at the places, `at`
 * the words whose chains' values count.
 */
export function activate(
  layer: Layer,
  inputs: Int32Array,
  count: number,
  words: Int32Array,
  sight: Sight,
  at: Int32Array,
): void {
  const { places, joints, sums } = layer;
  const half = sums.length;
  sums.fill(0);
  addPacked(layer.rows, inputs, count, sums);
  for (let place = 0; place < places; place++) {
    const word = words[place]!;
    if (word === 0) continue;
    const added = layer.added[word] ?? addedBy(layer, word);
    for (let j = 0, from = place * half; j < half; j++) sums[j] = (sums[j]! + added[from + j]!) | 0;
  }
  for (let place = 0; place < joints; place++) {
    const from = (at[place]! * joints + place) * half;
    for (let j = 0; j < half; j++) sums[j] = (sums[j]! + sight[from + j]!) | 0;
  }
  unpack(layer);
}

/** The units' values from the sums of their steps, cut off at 0. */
function unpack({ sums, units, step }: Layer): void {
  for (let j = 0; j < sums.length; j++) {
    const pair = sums[j]!;
    units[2 * j] = Math.max(0, firstOf(pair)) * step;
    units[2 * j + 1] = Math.max(0, secondOf(pair)) * step;
  }
}

/** What the units say for a class; four sums at a time, as each has to wait for its last. */
export function outOf({ hidden: { out, width }, units }: Layer, cls: number): number {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let j = 0, at = cls * width; j < width; j += 4, at += 4) {
    a += units[j]! * out[at]!;
    b += units[j + 1]! * out[at + 1]!;
    c += units[j + 2]! * out[at + 2]!;
    d += units[j + 3]! * out[at + 3]!;
  }
  return a + b + (c + d);
}

/** Sums of a linear model's weights for the classes that are asked about, of which there are at most 256. */
const SUMS = new Float64Array(256);

/**
 * Of some classes the one with the highest score, the first of equals: what the linear model says by the first `count` rows, and
 * what the units say, whose classes begin at `first`.
 */
export function bestOf(
  weights: Weights,
  rows: Int32Array,
  count: number,
  classes: Uint8Array,
  layer: Layer,
  first: number,
): number {
  sumsOf(weights, rows, count, classes, SUMS);
  let best = classes[0]!;
  let most = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < classes.length; k++) {
    const score = SUMS[k]! * weights.unit + outOf(layer, first + classes[k]!);
    if (score <= most) continue;
    most = score;
    best = classes[k]!;
  }
  return best;
}

/** What a word adds to the units at each place, kept for the next time. */
function addedBy({ hidden, added, step, most }: Layer, word: number): Int32Array {
  const { dense, vectors } = hidden;
  const { values, dims } = vectors;
  const stepsOf = (i: number): number => {
    let sum = 0;
    for (let k = 0; k < dims; k++) sum += dense[i * dims + k]! * values[word * dims + k]!;
    return held(sum / step, most);
  };
  const pairs = new Int32Array(dense.length / dims / 2);
  for (let i = 0; i < pairs.length; i++) pairs[i] = packed(stepsOf(2 * i), stepsOf(2 * i + 1));
  added[word] = pairs;
  return pairs;
}
