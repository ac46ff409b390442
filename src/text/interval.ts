/** An ISO 8601 day, `2024-12-26`. */
export type Day = string;

/** Days from `from` to `to`, both included; `null` leaves that end open. */
export interface Interval {
  readonly from: Day | null;
  readonly to: Day | null;
}

const MILLISECONDS = 86_400_000;

/** The interval of one day. */
export const onDay = (day: Day): Interval => ({ from: day, to: day });

/** Days since 1 January 1970. Works on the proleptic Gregorian calendar; no clock, no time zone. */
export const dayNumber = (day: Day): number => Math.round(Date.parse(`${day}T00:00:00Z`) / MILLISECONDS);

/** The day that is `number` days after 1 January 1970. */
export const dayOf = (number: number): Day => new Date(number * MILLISECONDS).toISOString().slice(0, 10);

/** The day `days` days later, or earlier where negative. */
export const addDays = (day: Day, days: number): Day => dayOf(dayNumber(day) + days);

/** 0 for Sunday to 6 for Saturday. */
export const weekdayOf = (day: Day): number => (((dayNumber(day) + 4) % 7) + 7) % 7;

/** Whether the words are a day of the calendar, written `YYYY-MM-DD`. */
export function isDay(words: string): words is Day {
  if (!/^\d{4}-\d\d-\d\d$/.test(words)) return false;
  const number = dayNumber(words);
  return Number.isFinite(number) && dayOf(number) === words;
}

/** Whether two intervals share a day; open ends reach without limit. */
export const sharesDay = (a: Interval, b: Interval): boolean =>
  (a.from === null || b.to === null || a.from <= b.to) &&
  (b.from === null || a.to === null || b.from <= a.to);
