import { isDay } from '../../../text/interval.ts';
import { fullYear } from '../atoms.ts';
import { dayPeriod, type Period, unplaced, yearOf } from '../period.ts';
import { datePeriod } from '../place.ts';
import { type Context, type Draft, draft, type Match, type Rule, rule } from '../rule.ts';
import { saidYear, YEAR } from './said.ts';

const WEEKDAY =
  '((("this" | the)? last/past/this/next/coming/previous/following)? weekday/shortday "."? ","? "the"?)?';
const MONTH = 'month:month/monthish "."?';
const JOINT = 'joint:"and"/"or"/"to"/"through"/"until"/","/dash';
const LAST = '","? last:"and"/"or"';

/** Days of a month, by names and numbers. */
export const DAY_RULES: readonly Rule[] = [
  rule('day:isoday', readIsoDay),
  rule('day:slashday', readSlashDay),
  rule(`${WEEKDAY} ${MONTH} "the"? day:dom/ordinal ${YEAR}`, readDate),
  rule(`${WEEKDAY} "the"? day:dom "of"? ${MONTH} ${YEAR}`, readDate),
  rule(`${MONTH} "the"? day:dom ${JOINT} next:dom (${LAST} third:dom)? ${YEAR}`, readDates),
  rule(
    `"the"? day:dom ${JOINT} "the"? next:dom (${LAST} "the"? third:dom)? "of"? ${MONTH} ${YEAR}`,
    readDates,
  ),
  rule(`shift:last/past/this/next/coming ${MONTH} "the"? day:dom`, readShiftedDate),
  rule('"the" day:dom', readDayOfMonth),
];

function readIsoDay(match: Match): Draft | null {
  const day = String(match.value('day'));
  return isDay(day) ? draft(match, 'DATE', dayPeriod(day)) : null;
}

/** Month first, as in the United States, unless only the other order makes a day. */
function readSlashDay(match: Match, context: Context): Draft | null {
  const [first, second, last] = String(match.value('day')).split('/').map(Number) as [number, number, number];
  const [month, day] = first > 12 ? [second, first] : [first, second];
  if (month < 1 || month > 12) return null;
  const period = datePeriod(context, month, day, last < 100 ? fullYear(last) : last, 'unknown');
  return period && draft(match, 'DATE', period);
}

function readDate(match: Match, context: Context): Draft | null {
  if (match.at('day') < match.at('month') && match.beforeA('dom')) return null;
  const period = dated(match, context, match.number('day')!);
  return period && draft(match, 'DATE', period);
}

/** "last Oct. 23": the nearest such day on that side of publication. */
function readShiftedDate(match: Match, context: Context): Draft | null {
  const { published } = context;
  const [month, day] = [match.number('month')!, match.number('day')!];
  if (published === null) return readDate(match, context);
  const shift = match.number('shift')!;
  const here = datePeriod(context, month, day, yearOf(published), 'unknown');
  if (!here?.from) return here && draft(match, 'DATE', here);
  const step = shift < 0 && here.from >= published ? -1 : shift > 0 && here.from <= published ? 1 : 0;
  const period = datePeriod(context, month, day, yearOf(published) + step, 'unknown');
  return period && draft(match, 'DATE', period);
}

const dated = (match: Match, context: Context, day: number): Period | null =>
  datePeriod(context, match.number('month')!, day, saidYear(match, context), context.direction(match.first));

/** "Dec. 14 and 15", "14, 15 and 16 December": a time each, the year and month of the one holding for the others. */
function readDates(match: Match, context: Context): readonly Draft[] | null {
  const days = ['day', 'next', 'third'].filter(match.has).map((name) => match.number(name)!);
  const periods = days.map((day) => dated(match, context, day));
  if (periods.some((period) => !period) || days.some((day, i) => i > 0 && day <= days[i - 1]!)) return null;
  if (days.length === 2 && match.word('joint') === ',' && countsOn(match)) return null;
  const splits = ['joint', 'last'].slice(0, days.length - 1).map(match.at);
  return periods.map((period, i) => {
    const whole = draft(match, 'DATE', period!);
    return {
      ...whole,
      first: firstOf(match, splits[i - 1], whole.first),
      end: endOf(match, splits[i], whole.end),
    };
  });
}

const firstOf = (match: Match, split: number | undefined, first: number): number =>
  split === undefined ? first : match.atoms[split + 1]!.lower === 'the' ? split + 2 : split + 1;

const endOf = (match: Match, split: number | undefined, end: number): number =>
  split === undefined ? end : match.atoms[split - 1]!.lower === ',' ? split - 1 : split;

/** "By Jan. 2, 31 had died": what follows the comma is a number of its own where month and day stand before it. */
const countsOn = (match: Match): boolean =>
  match.at('month') < match.at('day') && !match.has('year') && /^[\p{L}\p{N}]/u.test(match.after());

/** "on the 21st": of the month that the text last named, else of the month of publication or the one before it. */
function readDayOfMonth(match: Match, context: Context): Draft | null {
  if (!match.afterA('datecue') || (/^\p{L}/u.test(match.after()) && !match.beforeA('clausecue'))) return null;
  const day = match.number('day')!;
  const base = context.anchor?.from ?? context.published;
  if (base === null) return draft(match, 'DATE', unplaced('day', `XXXX-XX-${String(day).padStart(2, '0')}`));
  const period = datePeriod(context, Number(base.slice(5, 7)), day, Number(base.slice(0, 4)), 'past');
  return period && draft(match, 'DATE', period);
}
