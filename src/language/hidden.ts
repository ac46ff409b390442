import { type Chains, type ChainsAtWork, follow, type Vectors } from './chains.ts';
import type { Lexeme } from './lexeme.ts';
import { addRows } from './linear.ts';

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

/** A hidden layer at work: its units' last values, and what the words met so far add at each place. */
export interface Layer {
  readonly hidden: Hidden;
  /** How many places there are for words' vectors, and, an even number, for chains' values. */
  readonly places: number;
  readonly joints: number;
  readonly units: Float64Array;
  /** By the number of the vector; filled as words are met, so that there are never more than vectors. */
  readonly added: (Float32Array | undefined)[];
  readonly chains: ChainsAtWork;
}

export const layerOf = (hidden: Hidden): Layer => ({
  hidden,
  places: hidden.dense.length / hidden.width / hidden.vectors.dims,
  joints: hidden.joint.length / hidden.width / (2 * hidden.chains.width || 1),
  units: new Float64Array(hidden.width),
  added: [],
  chains: { chains: hidden.chains, added: new WeakMap() },
});

/** What a sentence's chains add at each word and place; 0 for the root and for nothing, which come last. */
export type Sight = Float32Array;

/** The sight of a layer without chains, and the words whose chains count to it. */
export const BLIND: Sight = new Float32Array(0);
export const NOWHERE = new Int32Array(0);

/**
 * Runs the chains through a sentence, and works out what they add: for two words and four units at a time, as most of the time
 * would go into taking up the weights and values.
 */
export function sightOf(
  { chains, joints, hidden }: Layer,
  words: readonly Lexeme[],
  tags: Uint8Array,
): Sight {
  const values = follow(chains, words, tags);
  const size = 2 * chains.chains.width;
  const rows = joints * hidden.width;
  const sums = new Float32Array((words.length + 2) * rows);
  for (let word = 0; word < words.length; word += 2)
    for (let row = 0; row < rows; row += 4) join(hidden.joint, row, values, word, size, rows, sums);
  return sums;
}

/** What two words add to four rows; past the last word there are zeros. */
function join(
  joint: Float32Array,
  row: number,
  values: Float32Array,
  word: number,
  size: number,
  rows: number,
  sums: Float32Array,
): void {
  let a0 = 0;
  let a1 = 0;
  let a2 = 0;
  let a3 = 0;
  let b0 = 0;
  let b1 = 0;
  let b2 = 0;
  let b3 = 0;
  for (let k = 0, w = row * size, v = word * size; k < size; k++, w++, v++) {
    const a = values[v]!;
    const b = values[v + size]!;
    const w0 = joint[w]!;
    const w1 = joint[w + size]!;
    const w2 = joint[w + 2 * size]!;
    const w3 = joint[w + 3 * size]!;
    a0 += w0 * a;
    a1 += w1 * a;
    a2 += w2 * a;
    a3 += w3 * a;
    b0 += w0 * b;
    b1 += w1 * b;
    b2 += w2 * b;
    b3 += w3 * b;
  }
  const at = word * rows + row;
  sums[at] = a0;
  sums[at + 1] = a1;
  sums[at + 2] = a2;
  sums[at + 3] = a3;
  sums[at + rows] = b0;
  sums[at + rows + 1] = b1;
  sums[at + rows + 2] = b2;
  sums[at + rows + 3] = b3;
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
  const { hidden, joints, units } = layer;
  const { rows, width, unit } = hidden;
  units.fill(0);
  addRows(rows, inputs, count, width, units);
  for (let j = 0; j < width; j++) units[j] = units[j]! * unit;
  addWords(layer, words);
  for (let place = 0; place < joints; place += 2) {
    const a = (at[place]! * joints + place) * width;
    const b = (at[place + 1]! * joints + place + 1) * width;
    for (let j = 0; j < width; j++) units[j] = units[j]! + sight[a + j]! + sight[b + j]!;
  }
  for (let j = 0; j < width; j++) if (units[j]! < 0) units[j] = 0;
}

/** Adds what the words at the places add, two at a time, as most of the time would go into taking up and laying down the units. */
function addWords(layer: Layer, words: Int32Array): void {
  const { hidden, places, units } = layer;
  const { width } = hidden;
  let before: Float32Array | null = null;
  let from = 0;
  for (let place = 0; place < places; place++) {
    const word = words[place]!;
    if (word === 0) continue;
    const added = layer.added[word] ?? addedBy(layer, word);
    const at = place * width;
    if (before === null) {
      before = added;
      from = at;
      continue;
    }
    for (let j = 0; j < width; j++) units[j] = units[j]! + before[from + j]! + added[at + j]!;
    before = null;
  }
  if (before !== null) for (let j = 0; j < width; j++) units[j] = units[j]! + before[from + j]!;
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
function addedBy({ hidden, added }: Layer, word: number): Float32Array {
  const { dense, vectors } = hidden;
  const { values, dims } = vectors;
  const sums = new Float32Array(dense.length / dims);
  for (let i = 0; i < sums.length; i++) {
    let sum = 0;
    for (let k = 0; k < dims; k++) sum += dense[i * dims + k]! * values[word * dims + k]!;
    sums[i] = sum;
  }
  added[word] = sums;
  return sums;
}
