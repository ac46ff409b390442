/** An example: how strongly each sign shows, and what is right. */
export interface Example {
  readonly signs: readonly (readonly [name: string, strength: number])[];
  readonly right: boolean;
}

/** Steps of Adam over all examples at once, its rate, and the pull of every weight towards 0. */
const STEPS = 600;
const RATE = 0.05;
const DECAY = 1e-4;

/** Logistic regression: the same weights every time, whatever the order of the examples. */
export function logistic(examples: readonly Example[]): Readonly<Record<string, number>> {
  const names = [...new Set(examples.flatMap(({ signs }) => signs.map(([name]) => name)))].sort();
  const weights: Record<string, number> = Object.fromEntries(names.map((name) => [name, 0]));
  const mean = { ...weights };
  const square = { ...weights };
  for (let step = 1; step <= STEPS; step++) {
    const slopes = slopesOf(examples, weights);
    for (const name of names) {
      const slope = slopes[name]! / examples.length + DECAY * weights[name]!;
      mean[name] = 0.9 * mean[name]! + 0.1 * slope;
      square[name] = 0.999 * square[name]! + 0.001 * slope * slope;
      const size = Math.sqrt(square[name]! / (1 - 0.999 ** step)) + 1e-8;
      weights[name] = weights[name]! - (RATE * mean[name]!) / (1 - 0.9 ** step) / size;
    }
  }
  return rounded(weights);
}

function slopesOf(
  examples: readonly Example[],
  weights: Readonly<Record<string, number>>,
): Record<string, number> {
  const slopes: Record<string, number> = Object.fromEntries(Object.keys(weights).map((name) => [name, 0]));
  for (const example of examples) {
    const miss = chanceOf(example, weights) - (example.right ? 1 : 0);
    for (const [name, strength] of example.signs) slopes[name] = slopes[name]! + miss * strength;
  }
  return slopes;
}

/** Probability that the example is right. */
export function chanceOf({ signs }: Example, weights: Readonly<Record<string, number>>): number {
  const score = signs.reduce((sum, [sign, strength]) => sum + strength * (weights[sign] ?? 0), 0);
  return 1 / (1 + Math.exp(-score));
}

/** Weights sorted by name, to three places. */
export function rounded(weights: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(weights)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([sign, weight]) => [sign, Math.round(weight * 1000) / 1000]),
  );
}
