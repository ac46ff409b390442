import { CHAIN_SLOTS, CHAIN_TEMPLATES, type Chains, chainSlots } from '../../src/language/chains.ts';
import type { Lexeme } from '../../src/language/lexeme.ts';
import { featureRows } from '../../src/language/linear.ts';
import type { Vectors } from '../../src/language/vectors.ts';
import { moved } from './adagrad.ts';

/** Chains under training (AdaGrad, a step a sentence), with the sums of the weights for their average. */
export interface ChainsLearner {
  readonly chains: Chains & { readonly rows: Float32Array };
  readonly squares: ChainTables;
  readonly gradients: { readonly dense: Float32Array };
  readonly sums: ChainTables;
}

type ChainTables = Record<(typeof TABLES)[number], Float32Array>;
const TABLES = ['rows', 'dense'] as const;

/** A sentence on which chains are trained. */
export interface ChainedSentence {
  readonly size: number;
  /** Of each word, where its rows begin. */
  readonly inputs: readonly Int32Array[];
  readonly vectors: Int32Array;
  /** What is added to gates and values, and the chains' values before some are left out. */
  readonly added: Float32Array;
  readonly plain: Float32Array;
  /** The values as the units see them, and their gradients; root and nothing come last. */
  readonly values: Float32Array;
  readonly gradients: Float32Array;
  /** By how much each value counts: some are left out, the others count for more. */
  readonly share: Float32Array;
}

/** Stands for the sentence where a layer has no chains. */
export const UNCHAINED: ChainedSentence = {
  size: 0,
  inputs: [],
  vectors: new Int32Array(0),
  added: new Float32Array(0),
  plain: new Float32Array(0),
  values: new Float32Array(0),
  gradients: new Float32Array(0),
  share: new Float32Array(0),
};

/** How often a word itself is left out, so that its looks tell of words not seen, and how often a value of the chains. */
const WORD_DROPOUT = 0.25;
const VALUE_DROPOUT = 0.1;
/** Scale of the first random weights. */
const SMALL = 0.2;

export function chainsLearner(
  width: number,
  bits: number,
  vectors: Vectors,
  random: () => number,
): ChainsLearner {
  const small = (size: number): Float32Array =>
    Float32Array.from({ length: size }, () => (random() - 0.5) * SMALL);
  const rows = small((1 << bits) * 4 * width);
  const dense = small(4 * width * vectors.dims);
  const empty = (): ChainTables => ({
    rows: new Float32Array(rows.length),
    dense: new Float32Array(dense.length),
  });
  return {
    chains: { width, bits, rows, unit: 1, dense, vectors },
    squares: empty(),
    gradients: { dense: new Float32Array(dense.length) },
    sums: empty(),
  };
}

/** Runs the chains through a sentence. */
export function chained(
  { chains }: ChainsLearner,
  words: readonly Lexeme[],
  tags: Uint8Array,
  random: () => number,
): ChainedSentence {
  const { width, rows, dense, vectors } = chains;
  const whole = 4 * width;
  const size = words.length;
  const inputs = words.map((word, i) => inputsOf(chains, word, tags, i, random));
  const added = new Float32Array(size * whole);
  for (const [i, word] of words.entries()) {
    const from = i * whole;
    for (const row of inputs[i]!)
      for (let j = 0; j < whole; j++) added[from + j] = added[from + j]! + rows[row + j]!;
    if (word.vector > 0) addVector(added, from, dense, vectors, word.vector, whole);
  }
  const plain = new Float32Array((size + 2) * 2 * width);
  runChains(added, plain, size, width);
  const share = Float32Array.from({ length: 2 * width }, () =>
    random() < VALUE_DROPOUT ? 0 : 1 / (1 - VALUE_DROPOUT),
  );
  return {
    size,
    inputs,
    vectors: Int32Array.from(words, (word) => word.vector),
    added,
    plain,
    values: plain.map((value, i) => value * share[i % share.length]!),
    gradients: new Float32Array(plain.length),
    share,
  };
}

function inputsOf(
  { bits, width }: Chains,
  word: Lexeme,
  tags: Uint8Array,
  i: number,
  random: () => number,
): Int32Array {
  chainSlots(word, tags, i);
  const { count } = CHAIN_TEMPLATES;
  const inputs = new Int32Array(random() < WORD_DROPOUT ? count - 1 : count);
  featureRows(CHAIN_TEMPLATES, CHAIN_SLOTS, bits, 4 * width, inputs, 0, inputs.length);
  return inputs;
}

/** Runs both chains over the first `size` words of what is added, and puts down their values. */
function runChains(added: Float32Array, values: Float32Array, size: number, width: number): void {
  for (let i = 0; i < size; i++)
    advance(added, values, i * 4 * width, i * 2 * width, -2 * width, i === 0, width);
  for (let i = size - 1; i >= 0; i--)
    advance(added, values, (i * 4 + 2) * width, (i * 2 + 1) * width, 2 * width, i === size - 1, width);
}

/** One word's step of one chain, as kernel/chains.ts makes it. */
function advance(
  added: Float32Array,
  values: Float32Array,
  from: number,
  at: number,
  last: number,
  first: boolean,
  width: number,
): void {
  for (let u = 0; u < width; u++) {
    const gate = gateOf(added[from + u]!);
    const value = softened(added[from + width + u]!);
    const before = first ? 0 : values[at + last + u]!;
    values[at + u] = gate * before + (1 - gate) * value;
  }
}

/** Between -1 and 1. */
const softened = (x: number): number => x / (1 + Math.abs(x));

/** Between 0 and 1; where nothing is added, a chain keeps three quarters of its value. */
const gateOf = (x: number): number => 0.5 + 0.5 * softened(x + 1);

function addVector(
  to: Float32Array,
  from: number,
  dense: Float32Array,
  { values, dims }: Vectors,
  word: number,
  count: number,
): void {
  for (let j = 0; j < count; j++)
    to[from + j] = to[from + j]! + product(dense, j * dims, values, word * dims, dims);
}

/** The inner product of `size` numbers, `size` being even; two sums at a time, as each has to wait for its last. */
export function product(
  left: Float32Array,
  leftAt: number,
  right: Float32Array,
  rightAt: number,
  size: number,
): number {
  let a = 0;
  let b = 0;
  for (let k = 0; k < size; k += 2) {
    a += left[leftAt + k]! * right[rightAt + k]!;
    b += left[leftAt + k + 1]! * right[rightAt + k + 1]!;
  }
  return a + b;
}

/** Moves what the chains are made of against the gradients that a sentence's decisions have left. */
export function stepChains(learner: ChainsLearner, sentence: ChainedSentence, rate: number): void {
  const { chains, squares, gradients } = learner;
  const { size, added, inputs, vectors: numbers } = sentence;
  const whole = 4 * chains.width;
  const { values, dims } = chains.vectors;
  backThrough(sentence, chains.width);
  for (let i = 0; i < size; i++) {
    for (const row of inputs[i]!)
      for (let j = 0; j < whole; j++) moved(chains.rows, squares.rows, row + j, added[i * whole + j]!, rate);
    const word = numbers[i]! * dims;
    if (word === 0) continue;
    for (let j = 0; j < whole; j++) {
      const gradient = added[i * whole + j]!;
      if (gradient === 0) continue;
      for (let k = 0, at = j * dims; k < dims; k++, at++)
        gradients.dense[at] = gradients.dense[at]! + gradient * values[word + k]!;
    }
  }
  stepAll(chains.dense, squares.dense, gradients.dense, rate);
}

/** Turns what was added to gates and values into its gradients, from the gradients of the chains' values. */
function backThrough({ size, added, plain, gradients, share }: ChainedSentence, width: number): void {
  for (let chain = 0; chain < 2; chain++)
    for (let u = 0; u < width; u++) {
      const v = chain * width + u;
      const gate = chain * 2 * width + u;
      let gradient = 0;
      for (let n = size - 1; n >= 0; n--) {
        const i = chain === 0 ? n : size - 1 - n;
        gradient += gradients[i * 2 * width + v]! * share[v]!;
        const g = i * 4 * width + gate;
        const soft = softened(added[g]! + 1);
        const keep = gateOf(added[g]!);
        const value = softened(added[g + width]!);
        const before = n === 0 ? 0 : plain[(chain === 0 ? i - 1 : i + 1) * 2 * width + v]!;
        added[g] = gradient * (before - value) * 0.5 * (1 - Math.abs(soft)) ** 2;
        added[g + width] = gradient * (1 - keep) * (1 - Math.abs(value)) ** 2;
        gradient *= keep;
      }
    }
}

/** Moves every weight against its gradient, and forgets those. */
export function stepAll(
  weights: Float32Array,
  squares: Float32Array,
  gradients: Float32Array,
  rate: number,
): void {
  for (let at = 0; at < weights.length; at++) {
    moved(weights, squares, at, gradients[at]!, rate);
    gradients[at] = 0;
  }
}

/** Counts the weights as they now are into the average. */
export function rememberChains({ chains, sums }: ChainsLearner): void {
  for (const name of TABLES) {
    const [sum, values] = [sums[name], chains[name]];
    for (let i = 0; i < sum.length; i++) sum[i] = sum[i]! + values[i]!;
  }
}

/** The chains with the average of the remembered weights. */
export function averagedChains({ chains, sums }: ChainsLearner, times: number): Chains {
  return {
    ...chains,
    rows: sums.rows.map((value) => value / times),
    dense: sums.dense.map((value) => value / times),
  };
}
