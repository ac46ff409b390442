import type { Measure } from '../reading/claim.ts';
import type { Bound, Figure } from '../reading/figure.ts';

type Value = Pick<Figure, 'low' | 'high' | 'bound'>;

/** Measures of how things stand: a lower number is news, neither a correction nor a new count. */
export const FALLING: ReadonlySet<Measure> = new Set([
  'missing',
  'captured',
  'detained',
  'displaced',
  'deployed',
  'area-held',
]);

/** How far a bound lets the true number lie below and above the number said, as factors; vague and range keep theirs. */
const REACH: Readonly<Record<Bound, readonly [number, number]>> = {
  exact: [1, 1],
  about: [0.9, 1.1],
  'at-least': [1, 1.5],
  'more-than': [1, 1.5],
  'at-most': [0.67, 1],
  'less-than': [0.67, 1],
  range: [1, 1],
  vague: [1, 1],
};

/** The number that the words name; the middle of a range; `null` where they name none. */
export function spoken({ low, high, bound }: Value): number | null {
  if (low === null || high === null) return low ?? high;
  return bound === 'range' || bound === 'vague' ? (low + high) / 2 : low;
}

/** Least number that may be a rounding: where a word says so ("some 200"), and where none does. */
const ROUNDED = 20;
const ROUNDED_EXACT = 1000;

/**
 * Whether two wordings can be one speaker's one figure: the same number, or one a rounding of the other within a
 * twentieth ("15.2 million" for "more than 15 million"). Vague words only match the same vague words; nothing is
 * rounded below twenty, nor below a thousand where neither has a word that bounds it.
 */
export function sameFigure(a: Value, b: Value): boolean {
  if (a.low === b.low && a.high === b.high) return true;
  if (a.bound === 'vague' || b.bound === 'vague') return false;
  if (a.bound === 'range' || b.bound === 'range') return within(a, b) || within(b, a);
  const [x, y] = [spoken(a), spoken(b)];
  if (x === null || y === null) return false;
  if (x === y) return true;
  const least = a.bound === 'exact' && b.bound === 'exact' ? ROUNDED_EXACT : ROUNDED;
  return Math.min(x, y) >= least && (rounds(x, y, b.bound) || rounds(y, x, a.bound));
}

/** How far two figures stand from another: 1 where their reaches meet, else the greater by the smaller. */
export function distance(a: Value, b: Value): number {
  const [x, y] = [reach(a), reach(b)];
  if (!x || !y) return 1;
  const gap = Math.max(x[0] / y[1], y[0] / x[1]);
  return Number.isFinite(gap) ? Math.max(1, gap) : 100;
}

/** Vague words contradict only what lies this far beyond them: "thousands" can be 10,000. */
const VAGUE_SLACK = 1.25;

/** Whether the figures contradict each other: neither rounds the other and their reaches do not meet. */
export const conflicts = (a: Value, b: Value): boolean =>
  !sameFigure(a, b) && distance(a, b) > (a.bound === 'vague' || b.bound === 'vague' ? VAGUE_SLACK : 1);

function reach(value: Value): readonly [number, number] | null {
  const [down, up] = REACH[value.bound];
  const { low, high } = value;
  if (low === null && high === null) return null;
  return [(low ?? high!) * down, (high ?? low!) * up];
}

function within(range: Value, other: Value): boolean {
  const number = spoken(other);
  return (
    range.low !== null &&
    range.high !== null &&
    number !== null &&
    range.low <= number &&
    number <= range.high
  );
}

/** Whether `round`, so bounded, is `fine` with fewer digits: "more than 200" for 203, never for 197. */
function rounds(fine: number, round: number, bound: Bound): boolean {
  if (Math.abs(fine - round) > 0.05 * Math.max(fine, round)) return false;
  if ((bound === 'more-than' || bound === 'at-least') && fine < round) return false;
  if ((bound === 'less-than' || bound === 'at-most') && fine > round) return false;
  return digits(round) < digits(fine) && digits(round) <= 3;
}

/** Digits that matter: 15,200,000 has three. */
const digits = (number: number): number =>
  String(number)
    .replace(/\D/g, '')
    .replace(/^0+|0+$/g, '').length;
