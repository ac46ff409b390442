import { type Chains, type ChainsAtWork, follow, type Inputs } from './chains.ts';
import type { Lexeme } from './lexeme.ts';
import { addPacked, FULL, firstOf, packed, secondOf, wideFirst, widePacked, wideSecond } from './packed.ts';

/**
 * A small hidden layer: what each input adds to its units is summed, cut off at 0, and weighed for every class. Its scores
 * go on top of a linear model's. Inputs are hashed rows, for some places of the sentence the vector of the word there, and for
 * some the values of the chains there, which tell of the whole sentence.
 */
export interface Hidden extends Inputs {
  /** How many units there are: a multiple of 8. */
  readonly width: number;
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

/** What a sentence's chains add at its words and places, worked out where it is asked for. */
export interface Sight {
  /** The chains' values, in steps. */
  readonly values: Float64Array;
  /** For each word and place a row of pairs of units; 0 for the root and for nothing, which come last. */
  readonly rows: Int32Array;
  /** For each word and place, whether its row has been filled. */
  readonly filled: Uint8Array;
}

/** The sight of a layer without chains, and the words whose chains count to it. */
export const BLIND: Sight = {
  values: new Float64Array(0),
  rows: new Int32Array(0),
  filled: new Uint8Array(0),
};
export const NOWHERE = new Int32Array(0);

/** Runs the chains through a sentence. */
export function sightOf({ chains, joints, sums }: Layer, words: readonly Lexeme[], tags: Uint8Array): Sight {
  const values = follow(chains, words, tags);
  for (let i = 0; i < values.length; i++) values[i] = Math.round(values[i]! * VALUE);
  const places = (words.length + 2) * joints;
  const filled = new Uint8Array(places).fill(1, words.length * joints);
  return { values, rows: new Int32Array(places * sums.length), filled };
}

/** Where the row of a word and place begins. */
function rowOf(layer: Layer, sight: Sight, word: number, place: number): number {
  const { joints, sums } = layer;
  const at = word * joints + place;
  if (!sight.filled[at]) {
    sight.filled[at] = 1;
    for (let j = 0; j < sums.length; j += 4)
      join(layer, sight, word, place * sums.length + j, at * sums.length + j);
  }
  return at * sums.length;
}

/**
 * What a word adds to four pairs of units: so many at a time, as most of the time would go into taking up the values. `row` is
 * the first pair's in `joint`, `to` its place in the sight.
 */
function join(
  { joint, chains, jointStep, most }: Layer,
  sight: Sight,
  word: number,
  row: number,
  to: number,
): void {
  const { values, rows } = sight;
  const size = 2 * chains.chains.width;
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let w = row * size, v = word * size, end = v + size; v < end; w++, v++) {
    const value = values[v]!;
    a += joint[w]! * value;
    b += joint[w + size]! * value;
    c += joint[w + 2 * size]! * value;
    d += joint[w + 3 * size]! * value;
  }
  const stepsOf = (wide: number): number =>
    packed(held(wideFirst(wide) * jointStep, most), held(wideSecond(wide) * jointStep, most));
  rows[to] = stepsOf(a);
  rows[to + 1] = stepsOf(b);
  rows[to + 2] = stepsOf(c);
  rows[to + 3] = stepsOf(d);
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
    const from = rowOf(layer, sight, at[place]!, place);
    for (let j = 0; j < half; j++) sums[j] = (sums[j]! + sight.rows[from + j]!) | 0;
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
