import type { Hidden } from '../../src/language/hidden.ts';
import type { Vectors } from '../../src/language/vectors.ts';
import { randomFrom } from '../random.ts';
import { moved } from './adagrad.ts';
import {
  averagedChains,
  type ChainedSentence,
  type ChainsLearner,
  chainsLearner,
  product,
  rememberChains,
  stepAll,
  stepChains,
} from './chains.ts';

/**
 * A hidden layer under training, with sums of squared gradients (AdaGrad; one for each place and unit where vectors come
 * in) and of the weights, for their average.
 */
export interface HiddenLearner {
  readonly hidden: Hidden & { readonly rows: Float32Array };
  readonly places: number;
  readonly joints: number;
  readonly rate: number;
  readonly squares: Tables;
  readonly sums: Tables;
  readonly chains: ChainsLearner;
  /** Gradients of `joint` since the sentence began. */
  readonly joint: Float32Array;
  /** Values of the units, their gradients, and the numbers of those that are neither left out nor 0. */
  readonly units: Float32Array;
  readonly gradients: Float32Array;
  readonly active: Int32Array;
  readonly counts: { active: number };
}

type Tables = Record<(typeof TABLES)[number], Float32Array>;
const TABLES = ['rows', 'dense', 'joint', 'out'] as const;

/** How often a unit takes part in a decision that is learned from. */
const KEEP = 0.6;
const HIDDEN_ALONE = 0.35;
const LINEAR_ALONE = 0.15;
/** About the mean square of a vector's numbers. */
const SQUARE = 0.2;
/** Gradients below this are not worth a step. */
const LEAST = 1e-4;

/** How large a hidden layer is. */
export interface HiddenSize {
  readonly width: number;
  readonly classes: number;
  /** `1 << bits` rows. */
  readonly bits: number;
  /** Places of words' vectors, and of chains' values. */
  readonly places: number;
  readonly joints: number;
  /** Units of a chain, and its `1 << chainBits` rows. */
  readonly chainWidth: number;
  readonly chainBits: number;
}

/** A layer of that size with small random weights. */
export function hiddenLearner(size: HiddenSize, vectors: Vectors, seed: number, rate: number): HiddenLearner {
  const { width, classes, bits, places, joints, chainWidth, chainBits } = size;
  const random = randomFrom(seed);
  const small = (size: number): Float32Array =>
    Float32Array.from({ length: size }, () => (random() - 0.5) * 0.2);
  const hidden = {
    width,
    bits,
    unit: 1,
    rows: small((1 << bits) * width),
    dense: small(places * width * vectors.dims),
    joint: small(joints * width * 2 * chainWidth),
    out: small(classes * width),
    vectors,
  };
  const chains = chainsLearner(chainWidth, chainBits, vectors, random);
  return {
    hidden: { ...hidden, chains: chains.chains },
    places,
    joints,
    chains,
    joint: new Float32Array(hidden.joint.length),
    rate,
    squares: { ...emptyTables(hidden), dense: new Float32Array(places * width) },
    sums: emptyTables(hidden),
    units: new Float32Array(width),
    gradients: new Float32Array(width),
    active: new Int32Array(width),
    counts: { active: 0 },
  };
}

const emptyTables = ({ rows, dense, joint, out }: Omit<Hidden, 'chains'>): Tables => ({
  rows: new Float32Array(rows.length),
  dense: new Float32Array(dense.length),
  joint: new Float32Array(joint.length),
  out: new Float32Array(out.length),
});

/** What a decision sees besides the inputs: words' vectors at places, and the words whose chains' values count. */
export interface Seen {
  readonly words: Int32Array;
  readonly at: Int32Array;
  readonly sentence: ChainedSentence;
}

/** Works out the units, some of them left out by chance; the others count for more. */
export function activateSome(
  learner: HiddenLearner,
  inputs: Int32Array,
  count: number,
  seen: Seen,
  random: () => number,
): void {
  const { hidden, units, active, counts } = learner;
  const { width, rows } = hidden;
  units.fill(0);
  for (let i = 0; i < count; i++)
    for (let j = 0, at = inputs[i]!; j < width; j++) units[j] = units[j]! + rows[at + j]!;
  counts.active = 0;
  for (let j = 0; j < width; j++) {
    if (random() >= KEEP) continue;
    const sum = units[j]! + ofVectors(learner, seen, j) + ofChains(learner, seen, j);
    if (sum <= 0) continue;
    units[j] = sum / KEEP;
    active[counts.active++] = j;
  }
}

/** What the vectors add to a unit. */
function ofVectors({ hidden, places }: HiddenLearner, { words }: Seen, j: number): number {
  const { width, dense, vectors } = hidden;
  const { values, dims } = vectors;
  let sum = 0;
  for (let place = 0; place < places; place++)
    if (words[place] !== 0)
      sum += product(dense, (place * width + j) * dims, values, words[place]! * dims, dims);
  return sum;
}

/** What the chains add to a unit. */
function ofChains({ hidden, joints }: HiddenLearner, { at, sentence }: Seen, j: number): number {
  const { width, joint, chains } = hidden;
  const size = 2 * chains.width;
  let sum = 0;
  for (let place = 0; place < joints; place++)
    if (at[place]! < sentence.size)
      sum += product(joint, (place * width + j) * size, sentence.values, at[place]! * size, size);
  return sum;
}

/** Leaves every unit out. */
export function silence({ counts }: HiddenLearner): void {
  counts.active = 0;
}

/**
 * Which of the linear model and the hidden layer learn from a decision. Were it always both, the linear one, which learns
 * faster, would leave the layer little to learn.
 */
export function turnOf(random: () => number): 'hidden' | 'linear' | 'both' {
  const chance = random();
  return chance < HIDDEN_ALONE ? 'hidden' : chance < HIDDEN_ALONE + LINEAR_ALONE ? 'linear' : 'both';
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
    moved(out, squares.out, at, gradient * units[j]!, rate);
  }
}

/** Moves what led to the units against the gradients noted, and forgets those; the chains wait for `stepSentence`. */
export function stepIn(learner: HiddenLearner, inputs: Int32Array, count: number, seen: Seen): void {
  const { hidden, squares, gradients, active, counts, rate } = learner;
  const { rows } = hidden;
  for (let a = 0; a < counts.active; a++) {
    const j = active[a]!;
    const gradient = gradients[j]! / KEEP;
    gradients[j] = 0;
    if (gradient < LEAST && gradient > -LEAST) continue;
    for (let i = 0; i < count; i++) moved(rows, squares.rows, inputs[i]! + j, gradient, rate);
    stepVectors(learner, seen, j, gradient);
    noteChains(learner, seen, j, gradient);
  }
}

/** Moves what the vectors add to a unit. */
function stepVectors(
  { hidden, squares, places, rate }: HiddenLearner,
  { words }: Seen,
  j: number,
  gradient: number,
): void {
  const { width, dense, vectors } = hidden;
  const { values, dims } = vectors;
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

/** Notes what a unit's gradient means for what the chains add to it, and for the chains. */
function noteChains(
  { hidden, joints, joint: noted }: HiddenLearner,
  { at, sentence }: Seen,
  j: number,
  gradient: number,
): void {
  const { width, joint, chains } = hidden;
  const { values, gradients } = sentence;
  const size = 2 * chains.width;
  for (let place = 0; place < joints; place++) {
    if (at[place]! >= sentence.size) continue;
    const v = at[place]! * size;
    const w = (place * width + j) * size;
    for (let k = 0; k < size; k++) {
      noted[w + k] = noted[w + k]! + gradient * values[v + k]!;
      gradients[v + k] = gradients[v + k]! + gradient * joint[w + k]!;
    }
  }
}

/** Moves the chains, and what they add to the units, against the gradients noted since the sentence began. */
export function stepSentence(
  { hidden, squares, joint, chains, rate }: HiddenLearner,
  sentence: ChainedSentence,
): void {
  stepAll(hidden.joint, squares.joint, joint, rate);
  stepChains(chains, sentence, rate);
}

/** Counts the weights as they now are into the average. */
export function rememberHidden({ hidden, sums, chains }: HiddenLearner): void {
  rememberChains(chains);
  for (const name of TABLES) {
    const sum = sums[name];
    const values = hidden[name];
    for (let i = 0; i < sum.length; i++) sum[i] = sum[i]! + values[i]!;
  }
}

/** The layer with the average of the remembered weights. */
export function averagedHidden({ hidden, sums, chains }: HiddenLearner, times: number): Hidden {
  const mean = (sum: Float32Array): Float32Array => sum.map((value) => value / times);
  return {
    ...hidden,
    rows: mean(sums.rows),
    dense: mean(sums.dense),
    joint: mean(sums.joint),
    out: mean(sums.out),
    chains: averagedChains(chains, times),
  };
}
