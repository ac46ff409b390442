import { bestPath, type Chain, chancesOf } from './crf.ts';
import type { ChainModel } from './model.ts';

/** Two models of the same labels: one of few features for every token, one of all features for what that leaves in doubt. */
export interface TwoLooks {
  readonly glance: ChainModel;
  readonly look: ChainModel;
}

/** The two models of a name, of which the first is called `NAME-glance`; `null` where either is missing. */
export function twoLooks(models: ReadonlyMap<string, ChainModel>, name: string): TwoLooks | null {
  const glance = models.get(`${name}-glance`);
  const look = models.get(name);
  return glance && look ? { glance, look } : null;
}

/** A label for each token of a run, and how likely each label is there (token × label). */
export interface Reading {
  readonly path: Int32Array;
  readonly chances: Float64Array;
}

/**
 * Reads a run of tokens by what both models score. A label stands where its chance at the glance falls short of 1 by less
 * than `doubt`. `score` fills in the second model's scores at the other tokens, which are marked in `open`; these are read anew
 * between the labels that stand.
 */
export function readTwice(
  { glance, look }: TwoLooks,
  glanced: Float64Array,
  doubt: number,
  score: (open: Uint8Array, emissions: Float64Array) => void,
): Reading {
  const { labels } = glance;
  const length = glanced.length / labels;
  const chances = chancesOf({ length, labels, emissions: glanced, transitions: glance.transitions });
  const path = likeliest(chances, labels);
  const open = new Uint8Array(length);
  for (let i = 0; i < length; i++) if (chances[i * labels + path[i]!]! <= 1 - doubt) open[i] = 1;
  if (!open.includes(1)) return { path, chances };
  const emissions = new Float64Array(glanced.length);
  score(open, emissions);
  for (let from = open.indexOf(1); from >= 0; ) {
    let to = open.indexOf(0, from);
    if (to < 0) to = length;
    readBetween({ length, labels, emissions, transitions: look.transitions }, { path, chances }, from, to);
    from = open.indexOf(1, to);
  }
  return { path, chances };
}

function likeliest(chances: Float64Array, labels: number): Int32Array {
  const path = new Int32Array(chances.length / labels);
  for (let i = 0; i < path.length; i++) {
    const row = i * labels;
    let best = 0;
    for (let y = 1; y < labels; y++) if (chances[row + y]! > chances[row + best]!) best = y;
    path[i] = best;
  }
  return path;
}

/** Reads a part of a chain anew, given the labels before and after it. */
function readBetween(chain: Chain, { path, chances }: Reading, from: number, to: number): void {
  const { labels, transitions, length } = chain;
  const emissions = chain.emissions.subarray(from * labels, to * labels);
  const last = emissions.length - labels;
  for (let y = 0; y < labels; y++) {
    if (from > 0) emissions[y]! += transitions[path[from - 1]! * labels + y]!;
    if (to < length) emissions[last + y]! += transitions[y * labels + path[to]!]!;
  }
  const part: Chain = { length: to - from, labels, emissions, transitions };
  bestPath(part, path.subarray(from, to));
  chancesOf(part, chances.subarray(from * labels, to * labels));
}
