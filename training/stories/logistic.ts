/** An example: how strongly each sign shows, and what is right. */
export interface Example {
  readonly signs: readonly (readonly [name: string, strength: number])[];
  readonly right: boolean;
}

const EPOCHS = 60;
const RATE = 0.1;
const DECAY = 1e-5;

/** Logistic regression by stochastic gradient in a fixed shuffled order: the same weights every time. */
export function logistic(examples: readonly Example[]): Readonly<Record<string, number>> {
  const weights: Record<string, number> = {};
  const order = examples
    .map((example, i) => ({ example, at: (i * 7919) % 104729 }))
    .sort((a, b) => a.at - b.at);
  for (let epoch = 0; epoch < EPOCHS; epoch++)
    for (const { example } of order) {
      const step = RATE * (1 - epoch / EPOCHS) * ((example.right ? 1 : 0) - chanceOf(example, weights));
      for (const [sign, strength] of example.signs)
        weights[sign] = (weights[sign] ?? 0) * (1 - DECAY) + step * strength;
    }
  return rounded(weights);
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
