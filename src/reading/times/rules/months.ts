import { addDays } from '../../../text/interval.ts';
import { monthOf, type Period, weekendPeriod, weekPeriod, yearOf } from '../period.ts';
import { monthIn, narrowed } from '../place.ts';
import { type Context, type Draft, draft, type Match, type Rule, rule } from '../rule.ts';
import { saidYear, YEAR } from './said.ts';

const MONTH = 'month:month/monthish';

/** Months by their names. */
export const MONTH_RULES: readonly Rule[] = [
  rule(`(the? mod:mod dash?)? ${MONTH} "."? ${YEAR}`, readMonth),
  rule(`the? edge:edge "of" ${MONTH} "."? ${YEAR}`, readMonth),
  rule(`("this" | the)? shift:last/past/previous/this/next/coming/following ${MONTH}`, readShifted),
  rule(`the? nth:ordinal/last kind:"week"/"weekend" "of"/"in" ${MONTH} "."? ${YEAR}`, readWeek),
  rule(`the? nth:ordinal/last half "of" ${MONTH} "."? ${YEAR}`, readHalf),
];

function readMonth(match: Match, context: Context): Draft | null {
  if (doubtful(match)) return null;
  const month = match.number('month')!;
  const period = monthIn(context, month, saidYear(match, context), context.direction(match.first));
  return period && draft(match, 'DATE', narrowed(period, match.value('mod') ?? match.value('edge')));
}

/**
 * A bare "May", "March", "Jan" or "Sep" counts as a month only after a word that goes before months, and so does any
 * month before a capital letter ("April Jones").
 */
function doubtful(match: Match): boolean {
  if (short(match) && (match.atoms[match.end]?.capital ?? false)) return true;
  if (ofNoun(match) || match.afterA('monthcue') || ['year', 'which', 'mod', 'edge'].some(match.has))
    return false;
  return match.isA('month', 'monthish') || (match.atoms[match.end]?.capital ?? false);
}

/** "Jan Kavan", "Mar Menor": an abbreviation with neither stop nor year. */
const short = (match: Match): boolean =>
  match.word('month')!.length === 3 &&
  match.word('month') !== 'may' &&
  !match.has('year') &&
  match.end === match.at('month') + 1;

/** "the May election", "her March visit". */
const ofNoun = (match: Match): boolean =>
  /^(the|a|its|their|his|her|s)$/.test(match.before()) &&
  /^\p{Ll}/u.test(match.after()) &&
  !match.beforeA('nounend') &&
  !match.atoms[match.end]!.capital;

const placed = (match: Match, context: Context): Period | null =>
  monthIn(context, match.number('month')!, saidYear(match, context), context.direction(match.first));

/** "the first week of March" by the month's days: 1 to 7, 8 to 14 …; the last seven of the last week. */
function readWeek(match: Match, context: Context): Draft | null {
  const month = placed(match, context);
  const nth = match.isA('nth', 'last') ? -1 : match.number('nth')!;
  if (!month || nth > 5) return null;
  if (month.from === null || month.to === null) return draft(match, 'DATE', month);
  const from = nth < 0 ? addDays(month.to, -6) : addDays(month.from, 7 * (nth - 1));
  const period =
    match.word('kind') === 'weekend' ? weekendPeriod(addDays(from, 3)) : weekPeriod(addDays(from, 3));
  return draft(
    match,
    'DATE',
    match.word('kind') === 'weekend' ? period : { ...period, from, to: addDays(from, 6) },
  );
}

/** "the second half of March": from the 16th. */
function readHalf(match: Match, context: Context): Draft | null {
  const month = placed(match, context);
  const nth = match.isA('nth', 'last') ? 2 : match.number('nth')!;
  if (!month || nth > 2) return null;
  if (month.from === null) return draft(match, 'DATE', month);
  const days = nth === 1 ? { to: addDays(month.from, 14) } : { from: addDays(month.from, 15) };
  return draft(match, 'DATE', { ...month, ...days });
}

/** "last May", said in May, is the year before's; "this May" is the year's own, before and after it. */
function readShifted(match: Match, context: Context): Draft | null {
  const shift = match.number('shift')!;
  const month = match.number('month')!;
  const direction = shift < 0 ? 'past' : shift > 0 ? 'future' : context.direction(match.first);
  const { published } = context;
  const said =
    published !== null && (shift === 0 || monthOf(published) === month)
      ? yearOf(published) + shift
      : undefined;
  const period = monthIn(context, month, said, direction);
  return period && draft(match, 'DATE', period);
}
