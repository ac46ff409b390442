import type { Hidden, Vectors } from '../../src/language/hidden.ts';
import { randomFrom } from '../random.ts';

/**
 * A hidden layer under training, with sums of squared gradients (AdaGrad; one for each place and unit where vectors come
 * in) and of the weights, for their average.
 */
export interface HiddenLearner {
  readonly hidden: Hidden & { readonly rows: Float32Array };
  readonly places: number;
  readonly rate: number;
  readonly squares: Tables;
  readonly sums: Tables;
  /** Values of the units, their gradients, and the numbers of those that are neither left out nor 0. */
  readonly units: Float32Array;
  readonly gradients: Float32Array;
  readonly active: Int32Array;
  readonly counts: { active: number };
}

type Tables = Record<(typeof TABLES)[number], Float32Array>;
const TABLES = ['rows', 'dense', 'out'] as const;

/** How often a unit takes part in a decision that is learned from. */
const KEEP = 0.6;
const RATE = 0.03;
/** About the mean square of a vector's numbers. */
const SQUARE = 0.2;
/** Gradients below this are not worth a step. */
const LEAST = 1e-4;

/** A layer of `width` units over `1 << bits` rows and the vectors at `places` places, with small random weights. */
export function hiddenLearner(
  width: number,
  classes: number,
  bits: number,
  places: number,
  vectors: Vectors,
  seed: number,
): HiddenLearner {
  const random = randomFrom(seed);
  const small = (size: number): Float32Array =>
    Float32Array.from({ length: size }, () => (random() - 0.5) * 0.2);
  const hidden = {
    width,
    bits,
    unit: 1,
    rows: small((1 << bits) * width),
    dense: small(places * width * vectors.dims),
    out: small(classes * width),
    vectors,
  };
  return {
    hidden,
    places,
    rate: RATE,
    squares: { ...emptyTables(hidden), dense: new Float32Array(places * width) },
    sums: emptyTables(hidden),
    units: new Float32Array(width),
    gradients: new Float32Array(width),
    active: new Int32Array(width),
    counts: { active: 0 },
  };
}

const emptyTables = ({ rows, dense, out }: Hidden): Tables => ({
  rows: new Float32Array(rows.length),
  dense: new Float32Array(dense.length),
  out: new Float32Array(out.length),
});

/** Works out the units, some of them left out by chance; the others count for more. */
export function activateSome(
  { hidden, places, units, active, counts }: HiddenLearner,
  inputs: Int32Array,
  count: number,
  words: Int32Array,
  random: () => number,
): void {
  const { width, rows, dense, vectors } = hidden;
  const { values, dims } = vectors;
  units.fill(0);
  for (let i = 0; i < count; i++)
    for (let j = 0, at = inputs[i]!; j < width; j++) units[j] = units[j]! + rows[at + j]!;
  counts.active = 0;
  for (let j = 0; j < width; j++) {
    if (random() >= KEEP) continue;
    let sum = units[j]!;
    for (let place = 0; place < places; place++) {
      const v = words[place]! * dims;
      if (v === 0) continue;
      const w = (place * width + j) * dims;
      for (let k = 0; k < dims; k++) sum += dense[w + k]! * values[v + k]!;
    }
    if (sum <= 0) continue;
    units[j] = sum / KEEP;
    active[counts.active++] = j;
  }
}

/** What the active units say for a class. */
export function someOutOf({ hidden, units, active, counts }: HiddenLearner, cls: number): number {
  const { out, width } = hidden;
  let score = 0;
  for (let a = 0; a < counts.active; a++) {
    const j = active[a]!;
    score += out[cls * width + j]! * units[j]!;
  }
  return score;
}

/** Moves a class's weights against its gradient, and notes what that means for the units. */
export function stepOut(learner: HiddenLearner, cls: number, gradient: number): void {
  const { hidden, squares, units, gradients, active, counts, rate } = learner;
  const { out, width } = hidden;
  for (let a = 0; a < counts.active; a++) {
    const j = active[a]!;
    const at = cls * width + j;
    gradients[j] = gradients[j]! + gradient * out[at]!;
    move(out, squares.out, at, gradient * units[j]!, rate);
  }
}

/** Moves what led to the units against the gradients noted, and forgets those. */
export function stepIn(learner: HiddenLearner, inputs: Int32Array, count: number, words: Int32Array): void {
  const { hidden, squares, gradients, active, counts, places, rate } = learner;
  const { width, rows, dense, vectors } = hidden;
  const { values, dims } = vectors;
  for (let a = 0; a < counts.active; a++) {
    const j = active[a]!;
    const gradient = gradients[j]! / KEEP;
    gradients[j] = 0;
    if (gradient < LEAST && gradient > -LEAST) continue;
    for (let i = 0; i < count; i++) move(rows, squares.rows, inputs[i]! + j, gradient, rate);
    for (let place = 0; place < places; place++) {
      const v = words[place]! * dims;
      if (v === 0) continue;
      const at = place * width + j;
      const total = squares.dense[at]! + gradient * gradient * SQUARE;
      squares.dense[at] = total;
      const pace = (rate * gradient) / Math.sqrt(total + 0.1);
      const w = at * dims;
      for (let k = 0; k < dims; k++) dense[w + k] = dense[w + k]! - pace * values[v + k]!;
    }
  }
}

function move(
  weights: Float32Array,
  squares: Float32Array,
  at: number,
  gradient: number,
  rate: number,
): void {
  const total = squares[at]! + gradient * gradient;
  squares[at] = total;
  weights[at] = weights[at]! - (rate * gradient) / Math.sqrt(total + 0.1);
}

/** Counts the weights as they now are into the average. */
export function rememberHidden({ hidden, sums }: HiddenLearner): void {
  for (const name of TABLES) {
    const sum = sums[name];
    const values = hidden[name];
    for (let i = 0; i < sum.length; i++) sum[i] = sum[i]! + values[i]!;
  }
}

/** The layer with the average of the remembered weights. */
export function averagedHidden({ hidden, sums }: HiddenLearner, times: number): Hidden {
  const mean = (sum: Float32Array): Float32Array => sum.map((value) => value / times);
  return { ...hidden, rows: mean(sums.rows), dense: mean(sums.dense), out: mean(sums.out) };
}
