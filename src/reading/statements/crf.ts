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

/** What sums are kept in, used again by the next chain: making room anew would take as long as the sums. */
interface Workplace {
  /** Weight of each label, those of a position by the greatest of them. */
  readonly weights: Float64Array;
  /** Share of the label among all ways up to there. */
  readonly forward: Float64Array;
  /** What the sums of each position were divided by. */
  readonly scales: Float64Array;
  /** The label before, on the best way to each label. */
  readonly back: Int32Array;
}

let workplace = roomFor(2048);

function roomFor(size: number): Workplace {
  const column = (): Float64Array => new Float64Array(size);
  return { weights: column(), forward: column(), scales: column(), back: new Int32Array(size) };
}

function workplaceOf({ emissions }: Chain): Workplace {
  if (emissions.length > workplace.back.length) workplace = roomFor(2 * emissions.length);
  return workplace;
}

/** The labels of the likeliest path, put into `path` where it is given. */
export function bestPath(chain: Chain, path: Int32Array = new Int32Array(chain.length)): Int32Array {
  const { length, labels, emissions, transitions } = chain;
  if (!length) return path;
  const { forward: scores, back } = workplaceOf(chain);
  for (let y = 0; y < labels; y++) scores[y] = emissions[y]!;
  for (let i = 1, row = labels; i < length; i++, row += labels)
    for (let to = 0; to < labels; to++) {
      let best = 0;
      let top = -Infinity;
      for (let from = 0; from < labels; from++) {
        const score = scores[row - labels + from]! + transitions[from * labels + to]!;
        if (score > top) {
          top = score;
          best = from;
        }
      }
      back[row + to] = best;
      scores[row + to] = top + emissions[row + to]!;
    }
  const last = (length - 1) * labels;
  let best = 0;
  for (let y = 1; y < labels; y++) if (scores[last + y]! > scores[last + best]!) best = y;
  for (let i = length - 1; i >= 0; i--) {
    path[i] = best;
    best = back[i * labels + best]!;
  }
  return path;
}

/** Label and pair chances by forward and backward sums, scaled at each position so that length does not matter. */
export function marginalsOf(chain: Chain): Marginals {
  const pairs = new Float64Array(chain.labels * chain.labels);
  const steps = chain.transitions.map(Math.exp);
  let logPartition = forwards(chain, steps);
  const { scales } = workplaceOf(chain);
  for (let i = 0; i < chain.length; i++) logPartition += Math.log(scales[i]!);
  const labels = new Float64Array(chain.emissions.length);
  backwards(chain, steps, labels, pairs);
  return { labels, pairs, logPartition };
}

/**
 * The label chances alone, position × label, put into `chances` where it is given. The chain's transitions may not change once
 * they have been given.
 */
export function chancesOf(
  chain: Chain,
  chances: Float64Array = new Float64Array(chain.emissions.length),
): Float64Array {
  const steps = known.get(chain.transitions) ?? chain.transitions.map(Math.exp);
  known.set(chain.transitions, steps);
  forwards(chain, steps);
  backwards(chain, steps, chances, null);
  return chances;
}

/** Weights of steps by the transitions that they are of. */
const known = new WeakMap<Float64Array, Float64Array>();

/** Fills the workplace with the sums up to each position; gives the logarithm of the whole sum without its scales. */
function forwards(chain: Chain, steps: Float64Array): number {
  const { length, labels, emissions } = chain;
  const { weights, forward, scales } = workplaceOf(chain);
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
      const behind = emissions[row + to]! - top;
      const weight = behind ? Math.exp(behind) : 1;
      weights[row + to] = weight;
      sum += forward[row + to] = reach * weight;
    }
    for (let at = row; at < row + labels; at++) forward[at]! /= sum;
    scales[i] = sum;
  }
  return logPartition;
}

function backwards(
  chain: Chain,
  steps: Float64Array,
  chances: Float64Array,
  pairs: Float64Array | null,
): void {
  const { length, labels } = chain;
  const { weights, forward, scales } = workplaceOf(chain);
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
