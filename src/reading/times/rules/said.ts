import { yearOf } from '../period.ts';
import type { Context, Match } from '../rule.ts';

/** The year of a date, where words give it: "Dec. 14, 2019", "January of that year", "in June last year". */
export const YEAR = '(("," | "of" |) (year:year | which:this/last/next/that/same yearword:"year"))?';

/** The year that a match of `YEAR` says; `undefined` where it says none or hangs on an unknown day. */
export function saidYear(match: Match, context: Context): number | undefined {
  if (match.has('year')) return match.number('year');
  if (!match.has('which')) return undefined;
  const narrative = /^(that|same)$/.test(match.word('which')!);
  const base = narrative ? (context.anchor?.from ?? context.published) : context.published;
  return base === null ? undefined : yearOf(base) + (narrative ? 0 : match.number('which')!);
}
