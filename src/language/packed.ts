/**
 * Sums of small whole numbers, two in one: sums of packed numbers are the sums of both, as long as neither overflows. Most of a
 * parse is adding up; so there is half as much of it, and half as much memory to fetch.
 */

/** The most that either of the two numbers of a 32-bit integer holds. */
export const FULL = 32_767;

/** Two whole numbers in 32 bits. */
export const packed = (first: number, second: number): number => (second * 65_536 + first) | 0;
export const firstOf = (pair: number): number => (pair << 16) >> 16;
export const secondOf = (pair: number): number => (pair - firstOf(pair)) >> 16;

/** What separates the two numbers of a double, of which each holds up to 2^25. */
const WIDE = 2 ** 26;

/** Two whole numbers in a double, which may be multiplied by a whole number too. */
export const widePacked = (first: number, second: number): number => second * WIDE + first;
export const wideSecond = (pair: number): number => Math.floor(pair / WIDE + 0.5);
export const wideFirst = (pair: number): number => pair - WIDE * wideSecond(pair);

/**
 * Adds to the sums the pairs of the rows that begin at half of each of the first `count` starts (as starts count numbers, not
 * pairs); six at a time, to take the sums up less often.
 */
export function addPacked(numbers: Int32Array, starts: Int32Array, count: number, sums: Int32Array): void {
  let i = 0;
  for (; i + 6 <= count; i += 6) {
    const a = starts[i]! >> 1;
    const b = starts[i + 1]! >> 1;
    const c = starts[i + 2]! >> 1;
    const d = starts[i + 3]! >> 1;
    const e = starts[i + 4]! >> 1;
    const f = starts[i + 5]! >> 1;
    for (let j = 0; j < sums.length; j++) {
      const three = (sums[j]! + numbers[a + j]! + numbers[b + j]! + numbers[c + j]!) | 0;
      sums[j] = (three + numbers[d + j]! + numbers[e + j]! + numbers[f + j]!) | 0;
    }
  }
  for (; i < count; i++)
    for (let j = 0, from = starts[i]! >> 1; j < sums.length; j++)
      sums[j] = (sums[j]! + numbers[from + j]!) | 0;
}
