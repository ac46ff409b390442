import { scaleLinear, scaleLog, scaleUtc } from 'd3-scale';
import { dayWords, numberWords } from '../ledger/words.ts';
import { addDays, type Day, dayNumber } from '../text/interval.ts';

/** A place on an axis and what stands there. */
export interface Tick {
  readonly at: number;
  readonly words: string;
}

/** One axis: where a value lies, in pixels, and its ticks. */
export interface Axis<T> {
  readonly at: (value: T) => number;
  readonly ticks: readonly Tick[];
}

/** Figures that span more than this factor are drawn on a logarithmic scale. */
const LOG_FROM = 10;

/** Below this share of the greatest figure an axis of counts begins at zero. */
const FROM_ZERO = 0.5;

/** The axis of figures, logarithmic where positive figures span more than tenfold. */
export function figureAxis(
  values: readonly number[],
  [bottom, top]: readonly [number, number],
): Axis<number> & { readonly log: boolean } {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  if (least > 0 && most / least > LOG_FROM) {
    const scale = scaleLog([least / 1.3, most * 1.3], [bottom, top]);
    return { log: true, at: scale, ticks: logTicks(scale.ticks(6)).map((at) => tick(scale(at), at)) };
  }
  const room = (most - least || Math.abs(most) || 1) * 0.15;
  const low = least >= 0 && (least < most * FROM_ZERO || least === most) ? 0 : least - room;
  const scale = scaleLinear([low, most + room], [bottom, top]);
  return { log: false, at: scale, ticks: scale.ticks(5).map((at) => tick(scale(at), at)) };
}

const tick = (at: number, value: number): Tick => ({ at, words: numberWords(value) });

/** Powers of ten with their double and fivefold where there is room, so that labels do not touch. */
function logTicks(ticks: readonly number[]): readonly number[] {
  const lead = (value: number): number => Math.round(value / 10 ** Math.floor(Math.log10(value) + 1e-9));
  const powers = ticks.filter((value) => lead(value) === 1);
  if (powers.length > 3) return powers;
  return ticks.filter((value) => [1, 2, 5].includes(lead(value)));
}

/** The axis of days; a lone day has three on either side. */
export function dayAxis(days: readonly Day[], [left, right]: readonly [number, number]): Axis<Day> {
  const sorted = days.toSorted();
  const [first, last] = [sorted[0]!, sorted.at(-1)!];
  const span = dayNumber(last) - dayNumber(first);
  const room = span === 0 ? 3 : Math.ceil(span * 0.04);
  const domain = [dateOf(addDays(first, -room)), dateOf(addDays(last, room))];
  const scale = scaleUtc(domain, [left, right]);
  const whole = scale.ticks(6).map((date) => date.toISOString().slice(0, 10));
  const shown = [...new Set(whole)];
  const ticks = shown.map((day, i) => ({
    at: scale(dateOf(day)),
    words: tickWords(day, shown[i - 1] ?? null, span),
  }));
  return { at: (day) => scale(dateOf(day)), ticks };
}

const dateOf = (day: Day): Date => new Date(`${day}T00:00:00Z`);

/** The day, without the year where the tick before has it, without the date where months or years go by. */
function tickWords(day: Day, before: Day | null, span: number): string {
  const [date, month, year] = dayWords(day).split(' ');
  const sameYear = before !== null && before.slice(0, 4) === day.slice(0, 4);
  if (span > 1200) return year!;
  if (span > 120) return sameYear ? month! : `${month} ${year}`;
  return sameYear ? `${date} ${month}` : `${date} ${month} ${year}`;
}
