import type { Weights } from '../../src/language/linear.ts';

/** Weights under training: each step is smaller the more has been learned at that place (AdaGrad). */
export interface Learner {
  readonly weights: Weights;
  /** Sums of squared gradients. */
  readonly squares: Float32Array;
  /** Sum of the weights at the times of `remember`, for their average. */
  readonly sums: Float32Array;
  readonly rate: number;
}

export function learner(bits: number, width: number, rate: number): Learner {
  const size = (1 << bits) * width;
  return {
    weights: { values: new Float32Array(size), bits, width },
    squares: new Float32Array(size),
    sums: new Float32Array(size),
    rate,
  };
}

/** Moves one class's weight at each of the rows against the gradient. */
export function step(
  { weights: { values }, squares, rate }: Learner,
  rows: Int32Array,
  count: number,
  cls: number,
  gradient: number,
): void {
  const square = gradient * gradient;
  for (let i = 0; i < count; i++) {
    const at = rows[i]! + cls;
    const total = squares[at]! + square;
    squares[at] = total;
    values[at] = values[at]! - (rate * gradient) / Math.sqrt(total + 0.1);
  }
}

/** Moves one weight against its gradient. */
export function moved(
  weights: Float32Array,
  squares: Float32Array,
  at: number,
  gradient: number,
  rate: number,
): void {
  if (gradient === 0) return;
  const total = squares[at]! + gradient * gradient;
  squares[at] = total;
  weights[at] = weights[at]! - (rate * gradient) / Math.sqrt(total + 0.1);
}

/** Counts the weights as they now are into the average. */
export function remember({ weights: { values }, sums }: Learner): void {
  for (let i = 0; i < sums.length; i++) sums[i] = sums[i]! + values[i]!;
}

/** The average of the remembered weights. */
export function averaged({ weights: { bits, width }, sums }: Learner, times: number): Weights {
  const values = new Float32Array(sums.length);
  for (let i = 0; i < values.length; i++) values[i] = sums[i]! / times;
  return { values, bits, width };
}

/** Leaves out each of the rows with the given chance; returns how many are left. */
export function drop(rows: Int32Array, count: number, chance: number, random: () => number): number {
  let left = 0;
  for (let i = 0; i < count; i++) if (random() >= chance) rows[left++] = rows[i]!;
  return left;
}
