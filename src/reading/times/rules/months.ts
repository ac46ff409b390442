import { monthOf, yearOf } from '../period.ts';
import { monthIn, narrowed } from '../place.ts';
import { type Context, type Draft, draft, type Match, type Rule, rule } from '../rule.ts';
import { saidYear, YEAR } from './said.ts';

const MONTH = 'month:month/monthish';

/** Months by their names. */
export const MONTH_RULES: readonly Rule[] = [
  rule(`(the? mod:mod dash?)? ${MONTH} "."? ${YEAR}`, readMonth),
  rule(`the? edge:edge "of" ${MONTH} "."? ${YEAR}`, readMonth),
  rule(`("this" | the)? shift:last/past/previous/this/next/coming/following ${MONTH}`, readShifted),
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
  if (match.afterA('monthcue') || ['year', 'which', 'mod', 'edge'].some(match.has)) return false;
  return match.isA('month', 'monthish') || (match.atoms[match.end]?.capital ?? false);
}

/** "last May", said in May, is the year before's. */
function readShifted(match: Match, context: Context): Draft | null {
  const shift = match.number('shift')!;
  const month = match.number('month')!;
  const direction = shift < 0 ? 'past' : shift > 0 ? 'future' : context.direction(match.first);
  const { published } = context;
  const said =
    published !== null && shift !== 0 && monthOf(published) === month ? yearOf(published) + shift : undefined;
  const period = monthIn(context, month, said, direction);
  return period && draft(match, 'DATE', period);
}
