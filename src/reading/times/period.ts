import { addDays, type Day, dayNumber, dayOf, type Interval, weekdayOf } from '../../text/interval.ts';

/** How fine a time is, from a clock time to a century; `reference` is a time without a place in the calendar. */
export type Grain =
  | 'clock'
  | 'day'
  | 'week'
  | 'weekend'
  | 'month'
  | 'quarter'
  | 'season'
  | 'half'
  | 'year'
  | 'decade'
  | 'century'
  | 'reference';

/** A stretch of the calendar with its TIMEX3 value. */
export interface Period extends Interval {
  readonly grain: Grain;
  readonly value: string;
}

/** A unit of the calendar that periods are counted in. */
export type Unit = 'D' | 'W' | 'M' | 'Q' | 'Y' | 'E' | 'C';

const two = (number: number): string => String(number).padStart(2, '0');
const four = (number: number): string => String(number).padStart(4, '0');
const period = (grain: Grain, value: string, from: Day | null, to: Day | null): Period => ({
  grain,
  value,
  from,
  to,
});

/** First year whose days can be written as `YYYY-MM-DD`, and the last one. */
export const isYear = (year: number): boolean => Number.isInteger(year) && year >= 1 && year <= 9998;

export const yearOf = (day: Day): number => Number(day.slice(0, 4));
export const monthOf = (day: Day): number => Number(day.slice(5, 7));
export const dayOfMonth = (day: Day): number => Number(day.slice(8, 10));
/** 1 for Monday to 7 for Sunday, as ISO 8601 counts. */
export const isoWeekday = (day: Day): number => weekdayOf(day) || 7;

/** Last day of a month, 28 to 31. */
export const monthLength = (year: number, month: number): number =>
  month === 2
    ? (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
      ? 29
      : 28
    : [4, 6, 9, 11].includes(month)
      ? 30
      : 31;

/** The day of that date; days past the month's end are its last. */
export const dayFrom = (year: number, month: number, day: number): Day =>
  `${four(year)}-${two(month)}-${two(Math.min(day, monthLength(year, month)))}`;

export const dayPeriod = (day: Day): Period => period('day', day, day, day);

export function weekPeriod(day: Day): Period {
  const monday = addDays(day, 1 - isoWeekday(day));
  return period('week', isoWeek(monday), monday, addDays(monday, 6));
}

/** Saturday and Sunday of the day's week. */
export function weekendPeriod(day: Day): Period {
  const monday = addDays(day, 1 - isoWeekday(day));
  return period('weekend', `${isoWeek(monday)}-WE`, addDays(monday, 5), addDays(monday, 6));
}

function isoWeek(monday: Day): string {
  const year = yearOf(addDays(monday, 3));
  const first = dayFrom(year, 1, 4);
  const start = dayNumber(first) + 1 - isoWeekday(first);
  return `${four(year)}-W${two(Math.round((dayNumber(monday) - start) / 7) + 1)}`;
}

export const monthPeriod = (year: number, month: number): Period =>
  period('month', `${four(year)}-${two(month)}`, dayFrom(year, month, 1), dayFrom(year, month, 31));

export const quarterPeriod = (year: number, quarter: number): Period =>
  period(
    'quarter',
    `${four(year)}-Q${quarter}`,
    dayFrom(year, quarter * 3 - 2, 1),
    dayFrom(year, quarter * 3, 31),
  );

export const halfPeriod = (year: number, half: number): Period =>
  period('half', `${four(year)}-H${half}`, dayFrom(year, half * 6 - 5, 1), dayFrom(year, half * 6, 31));

export const yearPeriod = (year: number): Period =>
  period('year', four(year), dayFrom(year, 1, 1), dayFrom(year, 12, 31));

/** The ten years that begin with `year`, a multiple of ten. */
export const decadePeriod = (year: number): Period =>
  period('decade', `${four(year).slice(0, 3)}X`, dayFrom(Math.max(year, 1), 1, 1), dayFrom(year + 9, 12, 31));

/** The hundred years that begin with `year`, a multiple of a hundred. */
export const centuryPeriod = (year: number): Period =>
  period('century', `${four(year).slice(0, 2)}XX`, dayFrom(year + 1, 1, 1), dayFrom(year + 100, 12, 31));

const SEASON_START = { SP: 3, SU: 6, FA: 9, WI: 12 } as const;
export type Season = keyof typeof SEASON_START;

/** Northern, by whole months; a winter bears the year of its December. */
export function seasonPeriod(year: number, season: Season): Period {
  const start = SEASON_START[season];
  const last = season === 'WI' ? dayFrom(year + 1, 2, 29) : dayFrom(year, start + 2, 31);
  return period('season', `${four(year)}-${season}`, dayFrom(year, start, 1), last);
}

/** The day of the same number `months` months later, within the years 1 to 9998; days past the month's end are its last. */
export function addMonths(day: Day, months: number): Day {
  const wanted = yearOf(day) * 12 + monthOf(day) - 1 + months;
  const count = Math.min(Math.max(wanted, 12), 9998 * 12 + 11);
  return dayFrom(Math.floor(count / 12), (count % 12) + 1, dayOfMonth(day));
}

const MONTHS: Readonly<Record<Exclude<Unit, 'D' | 'W'>, number>> = { M: 1, Q: 3, Y: 12, E: 120, C: 1200 };

/** The day `count` units later, or earlier where negative. */
export function shiftDay(day: Day, count: number, unit: Unit): Day {
  if (unit === 'D' || unit === 'W')
    return clampDay(dayNumber(day) + Math.round(count * (unit === 'W' ? 7 : 1)));
  return addMonths(day, Math.round(Math.min(Math.max(count, -9998), 9998) * MONTHS[unit]));
}

const FIRST = dayNumber('0001-01-01');
const LAST = dayNumber('9998-12-31');
const clampDay = (number: number): Day => dayOf(Math.min(Math.max(number, FIRST), LAST));

/** The unit's period that holds the day. */
export function periodOf(day: Day, unit: Unit): Period {
  const year = yearOf(day);
  switch (unit) {
    case 'D':
      return dayPeriod(day);
    case 'W':
      return weekPeriod(day);
    case 'M':
      return monthPeriod(year, monthOf(day));
    case 'Q':
      return quarterPeriod(year, Math.ceil(monthOf(day) / 3));
    case 'Y':
      return yearPeriod(year);
    case 'E':
      return decadePeriod(year - (year % 10));
    case 'C':
      return centuryPeriod(year - (year % 100));
  }
}

/** What stands in a value where the publication day is not known. */
export const UNKNOWN: Readonly<Record<Unit, string>> = {
  D: 'XXXX-XX-XX',
  W: 'XXXX-WXX',
  M: 'XXXX-XX',
  Q: 'XXXX-QX',
  Y: 'XXXX',
  E: 'XXX',
  C: 'XX',
};

const GRAIN: Readonly<Record<Unit, Grain>> = {
  D: 'day',
  W: 'week',
  M: 'month',
  Q: 'quarter',
  Y: 'year',
  E: 'decade',
  C: 'century',
};

/** The period `count` units from the one that holds the day; its value alone where there is no day. */
export const shiftedPeriod = (day: Day | null, count: number, unit: Unit): Period =>
  day === null
    ? period(GRAIN[unit], UNKNOWN[unit], null, null)
    : periodOf(shiftDay(unit === 'D' || unit === 'W' ? day : firstOfMonth(day), count, unit), unit);

const firstOfMonth = (day: Day): Day => `${day.slice(0, 8)}01`;

/** A period whose place in the calendar is not known. */
export const unplaced = (grain: Grain, value: string): Period => period(grain, value, null, null);

/** Easter Sunday, Gregorian (anonymous algorithm of Meeus, Jones and Butcher). */
export function easter(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return dayFrom(year, Math.floor(f / 31), (f % 31) + 1);
}

/** The `nth` weekday (ISO, 1 is Monday) of a month; the last one where `nth` is -1. */
export function nthWeekday(year: number, month: number, weekday: number, nth: number): Day {
  const anchor = dayFrom(year, month, nth < 0 ? 31 : 1);
  const gap = (weekday - isoWeekday(anchor) + 7) % 7;
  return nth < 0 ? addDays(anchor, gap ? gap - 7 : 0) : addDays(anchor, gap + 7 * (nth - 1));
}
