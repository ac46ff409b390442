/** The most that 16 bits hold. */
export const FULL = 32_767;

/** Numbers of 16 bits in steps of so much. */
export function whole(numbers: Int16Array | Float32Array, step: number): Int16Array {
  const steps = new Int16Array(numbers.length);
  for (let i = 0; i < steps.length; i++) steps[i] = Math.round(numbers[i]! / step);
  return steps;
}

/** The size of the largest of the numbers. */
export function largest(numbers: Int16Array | Float32Array): number {
  let most = 0;
  for (let i = 0; i < numbers.length; i++) most = Math.max(most, Math.abs(numbers[i]!));
  return most;
}

/** The step that numbers need to be whole and fit into 16 bits; 1 where they are and do. */
export const stepOf = (numbers: Int16Array | Float32Array): number =>
  numbers instanceof Int16Array ? 1 : largest(numbers) / FULL || 1;
