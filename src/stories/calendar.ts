import type { DateMention, Mention } from './mentions.ts';

/** Days are counted from 1 January 1970 throughout this file. */
const WEEK = 7;

/** Days from the last such weekday up to the day, 0 to 6. */
export const since = (weekday: number, day: number): number => (((day + 4 - weekday) % WEEK) + WEEK) % WEEK;

/** The day that a month and day mean for a report of this day: of the year said, else of the nearest year. */
export function dateNear(day: number, { month, day: number, year }: DateMention): number {
  if (year !== null) return utc(year, month, number);
  const own = new Date(day * 86_400_000).getUTCFullYear();
  const near = [own - 1, own, own + 1].map((one) => utc(one, month, number));
  return near.reduce((best, one) => (Math.abs(one - day) < Math.abs(best - day) ? one : best));
}

const utc = (year: number, month: number, day: number): number =>
  Math.round(Date.UTC(year, month, day) / 86_400_000);

/** The one day that a mention denotes; without the article's own day only dates can tell, and a weekend is no one day. */
export function toldDay(mention: Mention, own: number | null, anchor: number): number | null {
  if (mention.kind === 'date') return mention.ahead ? null : dateNear(own ?? anchor, mention);
  if (own === null || mention.kind === 'weekend') return null;
  if (mention.kind === 'near') return mention.offset > 0 ? null : own + mention.offset;
  return mention.ahead ? null : own - since(mention.weekday, own);
}

/** Days on which things happened, as an article of this day tells them. */
export function happenedOn(own: number, mentions: readonly Mention[]): ReadonlySet<number> {
  return new Set(mentions.flatMap((one) => toldDay(one, own, own) ?? []));
}
