/**
 * The gradient of each class's score where `right` should have won, into `gradients`: its share (softmax) of the classes that
 * can be, less 1 for the right one; 0 where that is below `least`, as not worth a step.
 */
export function gradientsOf(
  scores: Float64Array,
  can: Uint8Array,
  right: number,
  least: number,
  gradients: Float64Array,
): void {
  let top = can[0]!;
  for (const cls of can) if (scores[cls]! > scores[top]!) top = cls;
  let sum = 0;
  for (const cls of can) sum += Math.exp(scores[cls]! - scores[top]!);
  for (const cls of can) {
    const gradient = Math.exp(scores[cls]! - scores[top]!) / sum - (cls === right ? 1 : 0);
    gradients[cls] = gradient < least && gradient > -least ? 0 : gradient;
  }
}
