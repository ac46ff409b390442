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
  const dotted = match.atoms[match.end - 1]!.lower === '.';
  const month = match.number('month')!;
  const period = monthIn(context, month, saidYear(match, context), context.direction(match.first));
  const drafted = period && draft(match, 'DATE', narrowed(period, match.value('mod') ?? match.value('edge')));
  return drafted && dotted ? { ...drafted, end: match.end - 1 } : drafted;
}

/** A bare "May", "March", "Jan" or "Sep" counts as a month only after a word that goes before months. */
const doubtful = (match: Match): boolean =>
  'monthish' in match.atoms[match.at('month')]!.values &&
  !['year', 'which', 'mod', 'edge'].some(match.has) &&
  !match.afterA('monthcue');

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
