import { addDays, type Day, dayNumber, type Interval } from '../../text/interval.ts';
import {
  dayFrom,
  dayPeriod,
  isoWeekday,
  isYear,
  monthLength,
  monthOf,
  monthPeriod,
  type Period,
  unplaced,
  yearOf,
} from './period.ts';
import type { Context, Direction } from './rule.ts';

/** Days by which a date without a year may lie ahead of publication. */
const AHEAD: Readonly<Record<Direction, number>> = { past: 60, unknown: 120, future: 300 };
/** The same for the first day of a month without a year, from the first of the month of publication. */
const MONTH_AHEAD: Readonly<Record<Direction, number>> = { past: 0, unknown: 62, future: 300 };

const two = (number: number): string => String(number).padStart(2, '0');

/** The weekday (1 is Monday) next to the day, looking that way; the day itself where it is that weekday. */
export function weekdayNear(day: Day, weekday: number, direction: Direction): Day {
  const gap = (weekday - isoWeekday(day) + 7) % 7;
  return addDays(day, direction === 'future' || gap === 0 ? gap : gap - 7);
}

/** A day of a month, in the year given or the one that the words look to; `null` where no year has such a day. */
export function datePeriod(
  context: Context,
  month: number,
  day: number,
  year: number | undefined,
  direction: Direction,
): Period | null {
  if (day < 1 || day > monthLength(2000, month)) return null;
  if (year !== undefined)
    return isYear(year) && day <= monthLength(year, month) ? dayPeriod(dayFrom(year, month, day)) : null;
  if (context.published === null) return unplaced('day', `XXXX-${two(month)}-${two(day)}`);
  return dayPeriod(nearest(context.published, (each) => dayFrom(each, month, day), AHEAD[direction]));
}

/** A month, in the year given or the one that the words look to. */
export function monthIn(
  context: Context,
  month: number,
  year: number | undefined,
  direction: Direction,
): Period | null {
  if (year !== undefined) return isYear(year) ? monthPeriod(year, month) : null;
  const { published } = context;
  if (published === null) return unplaced('month', `XXXX-${two(month)}`);
  const said = direction === 'unknown' ? context.months.get(month) : undefined;
  const start = dayFrom(yearOf(published), monthOf(published), 1);
  const near = () => yearOf(nearest(start, (each) => dayFrom(each, month, 1), MONTH_AHEAD[direction]));
  return monthPeriod(said ?? near(), month);
}

/**
 * The year's day that the words mean. Reports leave the year out of days that are near, so a past verb does not push a
 * day of the coming weeks ("extended to Nov. 20") a year back, nor a future one a day of the last weeks a year ahead.
 */
function nearest(published: Day, inYear: (year: number) => Day, reach: number): Day {
  const year = yearOf(published);
  const here = inYear(year);
  const next = here >= published ? here : inYear(year + 1);
  const ahead = dayNumber(next) - dayNumber(published);
  if (ahead <= reach) return next;
  return next === here && here !== published ? inYear(year - 1) : here;
}

/**
 * The day that "three weeks later" and "the next day" hang on: that of the time last named, or of the one before it where
 * that would lead past the day of publication although the verb looks back ("the gun that police found Monday was fired
 * three weeks later").
 */
export function narrativeDay(
  context: Context,
  at: number,
  later: (day: Day) => Day,
  days: boolean,
): Day | null {
  const told = context.told.flatMap(({ from, to }) =>
    from !== null && (!days || from === to) ? [from] : [],
  );
  const newest = (days ? context.day : told[0]) ?? context.published;
  const { published } = context;
  if (newest === null || published === null || later(newest) <= published) return newest;
  if (context.direction(at) === 'future') return newest;
  return told.find((day) => later(day) <= published) ?? newest;
}

/** Part of a period: early, mid or late, as UCDP draws them for months and years. */
export function partOf(period: Period, part: string): Interval {
  const { from, to } = period;
  if (from === null || to === null) return { from, to };
  if (period.grain === 'month') return monthPart(from, part);
  if (period.grain === 'year') return yearPart(from, part);
  const length = dayNumber(to) - dayNumber(from) + 1;
  const third = Math.floor(length / 3);
  if (part === 'start') return { from, to: addDays(from, Math.max(third - 1, 0)) };
  if (part === 'mid') return { from: addDays(from, third), to: addDays(to, -third) };
  return { from: addDays(to, -Math.max(third - 1, 0)), to };
}

function monthPart(first: Day, part: string): Interval {
  const last = dayFrom(yearOf(first), monthOf(first), 31);
  if (part === 'start') return { from: first, to: addDays(first, 9) };
  if (part === 'mid') return { from: addDays(first, 9), to: addDays(first, 19) };
  return { from: addDays(first, 14), to: last };
}

function yearPart(first: Day, part: string): Interval {
  const year = yearOf(first);
  const months = part === 'start' ? [1, 4] : part === 'mid' ? [5, 8] : [9, 12];
  return { from: dayFrom(year, months[0]!, 1), to: dayFrom(year, months[1]!, 31) };
}

/** The period narrowed to a part of it; the value names the whole, as TIMEX3 has it. */
export const narrowed = (period: Period, part: string | number | undefined): Period =>
  part === undefined ? period : { ...period, ...partOf(period, String(part)) };
