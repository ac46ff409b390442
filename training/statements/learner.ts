import { type Chain, marginalsOf } from '../../src/reading/statements/crf.ts';
import { byteOf, type ChainModel, rowsOf, weightOf } from '../../src/reading/statements/model.ts';
import type { Example } from './examples.ts';

export interface Settings {
  readonly name: string;
  readonly labels: number;
  readonly bits: number;
  readonly epochs: number;
  /** First step size; it falls with the examples seen. */
  readonly rate: number;
  /** Share of features left out at random, so that no single one is relied on. */
  readonly dropout: number;
  /** How often it is learned from the start, each time in another order. */
  readonly courses: number;
  /** Features of which no weight comes to so much are left out of the model. */
  readonly slight: number;
  readonly onEpoch: (epoch: number, loss: number) => void;
}

interface Weights {
  readonly rows: Float32Array;
  readonly transitions: Float64Array;
}

const SNAPSHOTS = 10;
const FIRST_SEED = 20240607;

/**
 * A conditional random field learned by stochastic gradient steps, with the mean of the weights over all but the first
 * epoch of each course. The same examples give the same model on every machine.
 */
export function learn(examples: readonly Example[], settings: Settings): ChainModel {
  const mean = noWeights(settings);
  let taken = 0;
  for (let course = 0; course < settings.courses; course++)
    taken = attend(course, examples, settings, mean, taken);
  return modelOf(mean, taken, settings);
}

const noWeights = ({ labels, bits }: Settings): Weights => ({
  rows: new Float32Array(labels << bits),
  transitions: new Float64Array(labels * labels),
});

/** Adds the weights of one course to the sums of those that were taken before; gives how many there are now. */
function attend(
  course: number,
  examples: readonly Example[],
  settings: Settings,
  mean: Weights,
  before: number,
): number {
  const { epochs, rate } = settings;
  const now = noWeights(settings);
  const random = randomOf(FIRST_SEED + course);
  const order = Uint32Array.from(examples.keys());
  const every = Math.ceil(examples.length / SNAPSHOTS);
  let taken = before;
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    let loss = 0;
    for (const [k, index] of order.entries()) {
      const seen = epoch + k / order.length;
      loss += step(examples[index]!, now, settings, rate / (1 + seen * 0.5), random);
      if (epoch >= 1 && (k + 1) % every === 0) taken = gather(mean, now, taken);
    }
    settings.onEpoch(epoch, loss);
  }
  return taken;
}

function gather(mean: Weights, now: Weights, taken: number): number {
  for (let i = 0; i < now.rows.length; i++) mean.rows[i]! += now.rows[i]!;
  for (let i = 0; i < now.transitions.length; i++) mean.transitions[i]! += now.transitions[i]!;
  return taken + 1;
}

/** One gradient step; gives the loss before it. */
function step(
  example: Example,
  weights: Weights,
  settings: Settings,
  rate: number,
  random: () => number,
): number {
  const { labels, dropout } = settings;
  const length = example.labels.length;
  const kept = keep(example.rows.length, dropout, random);
  const boost = 1 / (1 - dropout);
  const chain = chainOf(example, weights, labels, kept, boost);
  const { labels: chances, pairs, logPartition } = marginalsOf(chain);
  const loss = logPartition - scoreOf(chain, example.labels);
  for (let i = 0; i < length; i++) {
    const gold = example.labels[i]!;
    const row = i * labels;
    if (chances[row + gold]! > 0.9999) continue;
    for (let f = example.starts[i]!; f < example.starts[i + 1]!; f++) {
      if (!kept[f]) continue;
      const base = example.rows[f]! * labels;
      for (let y = 0; y < labels; y++)
        weights.rows[base + y]! += rate * boost * ((y === gold ? 1 : 0) - chances[row + y]!);
    }
  }
  for (let i = 1; i < length; i++) pairs[example.labels[i - 1]! * labels + example.labels[i]!]! -= 1;
  for (let p = 0; p < pairs.length; p++) weights.transitions[p]! -= rate * pairs[p]!;
  return loss;
}

function keep(length: number, dropout: number, random: () => number): Uint8Array {
  const kept = new Uint8Array(length);
  for (let f = 0; f < length; f++) kept[f] = random() < dropout ? 0 : 1;
  return kept;
}

function chainOf(example: Example, weights: Weights, labels: number, kept: Uint8Array, boost: number): Chain {
  const length = example.labels.length;
  const emissions = new Float64Array(length * labels);
  for (let i = 0; i < length; i++) {
    for (let f = example.starts[i]!; f < example.starts[i + 1]!; f++) {
      if (!kept[f]) continue;
      const base = example.rows[f]! * labels;
      for (let y = 0; y < labels; y++) emissions[i * labels + y]! += weights.rows[base + y]! * boost;
    }
  }
  return { length, labels, emissions, transitions: weights.transitions };
}

function scoreOf({ labels, emissions, transitions }: Chain, gold: Uint8Array): number {
  let score = 0;
  for (const [i, label] of gold.entries()) {
    score += emissions[i * labels + label]!;
    if (i) score += transitions[gold[i - 1]! * labels + label]!;
  }
  return score;
}

/** The mean weights in signed bytes, without features all of whose weights are slight and weights that round to nothing. */
function modelOf(mean: Weights, taken: number, { name, labels, bits, slight }: Settings): ChainModel {
  let scale = 0;
  for (const weight of mean.rows) scale = Math.max(scale, Math.abs(weight) / taken);
  const dense = new Int8Array(mean.rows.length);
  for (const [i, sum] of mean.rows.entries()) {
    const weight = sum / taken;
    dense[i] = Math.abs(weight) < SMALLEST ? 0 : byteOf(weight, scale);
  }
  for (let from = 0; from < dense.length; from += labels) {
    const row = dense.subarray(from, from + labels);
    if (row.every((byte) => Math.abs(weightOf(byte, scale)) < slight)) row.fill(0);
  }
  const transitions = mean.transitions.map((sum) => sum / taken);
  return { name, labels, bits, scale, ...rowsOf(dense, labels, bits), transitions };
}

const SMALLEST = 0.01;

function shuffle(order: Uint32Array, random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const other = order[j]!;
    order[j] = order[i]!;
    order[i] = other;
  }
}

/** A repeatable stream of numbers from 0 to 1 (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
