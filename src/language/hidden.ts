import { addRows } from './linear.ts';

/**
 * A small hidden layer: what each input adds to its units is summed, cut off at 0, and weighed for every class. Its scores
 * go on top of a linear model's. Inputs are hashed rows and, for some places of the sentence, the vector of the word there.
 */
export interface Hidden {
  /** How many units there are. */
  readonly width: number;
  /** `1 << bits` rows of so many units. */
  readonly bits: number;
  readonly rows: Int16Array | Float32Array;
  /** What 1 in a row is worth. */
  readonly unit: number;
  /** What a word's vector adds: for every place, unit and dimension. */
  readonly dense: Float32Array;
  /** What a unit is worth: for every class and unit. */
  readonly out: Float32Array;
  readonly vectors: Vectors;
}

/** A vector for each number of a word, one after the other; number 0 is for words without. */
export interface Vectors {
  readonly values: Float32Array;
  readonly dims: number;
}

/** A hidden layer at work: its units' last values, and what the words met so far add at each place. */
export interface Layer {
  readonly hidden: Hidden;
  readonly places: number;
  readonly units: Float64Array;
  /** By the number of the vector; filled as words are met, so that there are never more than vectors. */
  readonly added: (Float32Array | undefined)[];
}

export const layerOf = (hidden: Hidden): Layer => ({
  hidden,
  places: hidden.dense.length / hidden.width / hidden.vectors.dims,
  units: new Float64Array(hidden.width),
  added: [],
});

/** Works the units out: `inputs` are where the rows of the first `count` inputs begin, `words` the vectors at the places. */
export function activate(layer: Layer, inputs: Int32Array, count: number, words: Int32Array): void {
  const { hidden, places, units } = layer;
  const { rows, width, unit } = hidden;
  units.fill(0);
  addRows(rows, inputs, count, width, units);
  for (let j = 0; j < width; j++) units[j] = units[j]! * unit;
  for (let place = 0; place < places; place++) {
    const word = words[place]!;
    if (word === 0) continue;
    const added = layer.added[word] ?? addedBy(layer, word);
    for (let j = 0, at = place * width; j < width; j++) units[j] = units[j]! + added[at + j]!;
  }
  for (let j = 0; j < width; j++) if (units[j]! < 0) units[j] = 0;
}

/** What the units say for a class. */
export function outOf({ hidden: { out, width }, units }: Layer, cls: number): number {
  let score = 0;
  for (let j = 0, at = cls * width; j < width; j++) score += units[j]! * out[at + j]!;
  return score;
}

/** Adds what the units say for `count` classes from `first` on to their scores. */
export function addOut(
  { hidden: { out, width }, units }: Layer,
  first: number,
  count: number,
  scores: Float64Array,
): void {
  for (let c = 0; c < count; c++) {
    let score = 0;
    for (let j = 0, at = (first + c) * width; j < width; j++) score += units[j]! * out[at + j]!;
    scores[c] = scores[c]! + score;
  }
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
