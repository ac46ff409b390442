/**
 * A linear chain over `labels` labels: `emissions` holds a score for each position and label in a row, `transitions` one
 * for each pair (from × to). All scores are natural logarithms of unnormalised weights.
 */
export interface Chain {
  readonly length: number;
  readonly labels: number;
  readonly emissions: Float64Array;
  readonly transitions: Float64Array;
}

/** The chances of each label, and of each pair of neighbours summed over positions. */
export interface Marginals {
  /** Position × label. */
  readonly labels: Float64Array;
  /** From × to: expected number of times the pair is taken. */
  readonly pairs: Float64Array;
  readonly logPartition: number;
}

/** The labels of the likeliest path. */
export function bestPath({ length, labels, emissions, transitions }: Chain): Int32Array {
  const path = new Int32Array(length);
  if (!length) return path;
  const back = new Int32Array(length * labels);
  let scores = emissions.slice(0, labels);
  let next = new Float64Array(labels);
  for (let i = 1; i < length; i++) {
    for (let to = 0; to < labels; to++) {
      let best = 0;
      let top = -Infinity;
      for (let from = 0; from < labels; from++) {
        const score = scores[from]! + transitions[from * labels + to]!;
        if (score > top) {
          top = score;
          best = from;
        }
      }
      back[i * labels + to] = best;
      next[to] = top + emissions[i * labels + to]!;
    }
    [scores, next] = [next, scores];
  }
  path[length - 1] = scores.indexOf(Math.max(...scores));
  for (let i = length - 1; i > 0; i--) path[i - 1] = back[i * labels + path[i]!]!;
  return path;
}

/** Label and pair chances by forward and backward sums, scaled at each position so that length does not matter. */
export function marginalsOf(chain: Chain): Marginals {
  const pairs = new Float64Array(chain.labels * chain.labels);
  const { chances, logPartition } = sums(chain, pairs);
  return { labels: chances, pairs, logPartition };
}

/** The label chances alone: position × label. */
export const chancesOf = (chain: Chain): Float64Array => sums(chain, null).chances;

function sums(
  { length, labels, emissions, transitions }: Chain,
  pairs: Float64Array | null,
): { readonly chances: Float64Array; readonly logPartition: number } {
  const weights = new Float64Array(emissions.length);
  const steps = transitions.map(Math.exp);
  let logPartition = 0;
  for (let i = 0; i < length; i++) {
    let top = -Infinity;
    for (let y = 0; y < labels; y++) top = Math.max(top, emissions[i * labels + y]!);
    for (let y = 0; y < labels; y++) weights[i * labels + y] = Math.exp(emissions[i * labels + y]! - top);
    logPartition += top;
  }
  const forward = new Float64Array(emissions.length);
  const scales = new Float64Array(length);
  for (let i = 0; i < length; i++) {
    scales[i] = forwardStep(forward, weights, steps, i, labels);
    logPartition += Math.log(scales[i]!);
  }
  const chances = backwardSums(forward, weights, steps, scales, pairs, length, labels);
  return { chances, logPartition };
}

function forwardStep(
  forward: Float64Array,
  weights: Float64Array,
  steps: Float64Array,
  i: number,
  labels: number,
): number {
  const row = i * labels;
  let sum = 0;
  for (let to = 0; to < labels; to++) {
    let reach = i ? 0 : 1;
    if (i)
      for (let from = 0; from < labels; from++)
        reach += forward[row - labels + from]! * steps[from * labels + to]!;
    sum += forward[row + to] = reach * weights[row + to]!;
  }
  for (let to = 0; to < labels; to++) forward[row + to]! /= sum;
  return sum;
}

function backwardSums(
  forward: Float64Array,
  weights: Float64Array,
  steps: Float64Array,
  scales: Float64Array,
  pairs: Float64Array | null,
  length: number,
  labels: number,
): Float64Array {
  const chances = new Float64Array(forward.length);
  const backward = new Float64Array(labels).fill(1);
  const ahead = new Float64Array(labels);
  for (let i = length - 1; i >= 0; i--) {
    const row = i * labels;
    for (let y = 0; y < labels; y++) chances[row + y] = forward[row + y]! * backward[y]!;
    if (!i) break;
    for (let to = 0; to < labels; to++) ahead[to] = (weights[row + to]! * backward[to]!) / scales[i]!;
    for (let from = 0; from < labels; from++) {
      let sum = 0;
      for (let to = 0; to < labels; to++) sum += steps[from * labels + to]! * ahead[to]!;
      backward[from] = sum;
    }
    if (pairs) addPairs(pairs, forward, ahead, steps, row - labels, labels);
  }
  return chances;
}

/** Adds the chances of each pair of labels at a position and the next one. */
function addPairs(
  pairs: Float64Array,
  forward: Float64Array,
  ahead: Float64Array,
  steps: Float64Array,
  row: number,
  labels: number,
): void {
  for (let from = 0; from < labels; from++)
    for (let to = 0; to < labels; to++) {
      const pair = from * labels + to;
      pairs[pair]! += forward[row + from]! * steps[pair]! * ahead[to]!;
    }
}
