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

/** Days by which a date without a year may lie ahead where no verb tells which way the words look. */
const NEAR_FUTURE = 120;

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
  return dayPeriod(nearest(context.published, (each) => dayFrom(each, month, day), direction));
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
  const start = dayFrom(yearOf(published), monthOf(published), 1);
  return monthPeriod(yearOf(nearest(start, (each) => dayFrom(each, month, 1), direction)), month);
}

/** The year's day that is nearest the way the words look; either way, but not far ahead, where they do not tell. */
function nearest(published: Day, inYear: (year: number) => Day, direction: Direction): Day {
  const year = yearOf(published);
  const here = inYear(year);
  if (direction === 'past') return here <= published ? here : inYear(year - 1);
  if (direction === 'future') return here >= published ? here : inYear(year + 1);
  const ahead = dayNumber(here) - dayNumber(published);
  if (ahead > NEAR_FUTURE) return inYear(year - 1);
  return dayNumber(inYear(year + 1)) - dayNumber(published) <= NEAR_FUTURE / 2 ? inYear(year + 1) : here;
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
