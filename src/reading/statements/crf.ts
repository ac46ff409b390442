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
  const sums = forwards(chain, chain.transitions.map(Math.exp));
  const labels = backwards(sums, chain, pairs);
  let { logPartition } = sums;
  for (const scale of sums.scales) logPartition += Math.log(scale);
  return { labels, pairs, logPartition };
}

/** The label chances alone: position × label. The chain's transitions may not change once they have been given. */
export function chancesOf(chain: Chain): Float64Array {
  const steps = known.get(chain.transitions) ?? chain.transitions.map(Math.exp);
  known.set(chain.transitions, steps);
  return backwards(forwards(chain, steps), chain, null);
}

/** Weights of steps by the transitions that they are of. */
const known = new WeakMap<Float64Array, Float64Array>();

interface Sums {
  /** Weight of each step. */
  readonly steps: Float64Array;
  /** Weight of each label, those of a position by the greatest of them. */
  readonly weights: Float64Array;
  /** Share of the label among all ways up to there. */
  readonly forward: Float64Array;
  /** What the sums of each position were divided by. */
  readonly scales: Float64Array;
  /** Without the scales. */
  readonly logPartition: number;
}

function forwards({ length, labels, emissions }: Chain, steps: Float64Array): Sums {
  const weights = new Float64Array(emissions.length);
  const forward = new Float64Array(emissions.length);
  const scales = new Float64Array(length);
  let logPartition = 0;
  for (let i = 0, row = 0; i < length; i++, row += labels) {
    let top = -Infinity;
    for (let at = row; at < row + labels; at++) if (emissions[at]! > top) top = emissions[at]!;
    logPartition += top;
    let sum = 0;
    for (let to = 0; to < labels; to++) {
      let reach = i ? 0 : 1;
      for (let at = row - labels, step = to; i && at < row; at++, step += labels)
        reach += forward[at]! * steps[step]!;
      const weight = weightOf(emissions[row + to]! - top);
      weights[row + to] = weight;
      sum += forward[row + to] = reach * weight;
    }
    for (let at = row; at < row + labels; at++) forward[at]! /= sum;
    scales[i] = sum;
  }
  return { steps, weights, forward, scales, logPartition };
}

/** What falls so far behind the best label of a position has no weight: one in ten billion. */
const NOTHING = -23;
const weightOf = (behind: number): number => (behind < NOTHING ? 0 : behind === 0 ? 1 : Math.exp(behind));

function backwards(
  { steps, weights, forward, scales }: Sums,
  { length, labels }: Chain,
  pairs: Float64Array | null,
): Float64Array {
  const chances = new Float64Array(forward.length);
  const backward = new Float64Array(labels).fill(1);
  const ahead = new Float64Array(labels);
  for (let i = length - 1, row = i * labels; i >= 0; i--, row -= labels) {
    for (let y = 0; y < labels; y++) chances[row + y] = forward[row + y]! * backward[y]!;
    if (!i) break;
    for (let to = 0; to < labels; to++) ahead[to] = (weights[row + to]! * backward[to]!) / scales[i]!;
    for (let from = 0, step = 0; from < labels; from++) {
      let sum = 0;
      for (let to = 0; to < labels; to++, step++) sum += steps[step]! * ahead[to]!;
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
