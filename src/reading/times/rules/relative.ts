import { addDays, type Day } from '../../../text/interval.ts';
import {
  dayPeriod,
  type Period,
  periodOf,
  shiftedPeriod,
  UNKNOWN,
  type Unit,
  unplaced,
  weekPeriod,
} from '../period.ts';
import { datePeriod, narrowed } from '../place.ts';
import { type Context, type Draft, draft, type Match, type Rule, rule } from '../rule.ts';

const PART =
  '(the edge:edge "of" | modifier:mod | comparative:comparative | "sometime" | the modifier:mod "part" "of")?';

/** Weeks, months, quarters and years told from the day of publication, or from the time that the text last named. */
export const RELATIVE_RULES: readonly Rule[] = [
  rule(`${PART} shift:last/this/next unit:unit`, readFromNow),
  rule(`${PART} "the"? shift:current unit:unit`, readFromNow),
  rule('"the" shift:"latest" unit:unit', readFromNow),
  rule(`${PART} "the" "very"? shift:next/coming unit:unit`, readFromNow),
  rule(`${PART} "the" shift:following/previous/same unit:unit`, readFromThen),
  rule(`${PART} shift:that/same unit:unit`, readFromThen),
  rule('(comparative:comparative | modifier:mod) "in" "the" unit:unit', readThe),
  rule('(the edge:edge "of" | the modifier:mod "part" "of")? "the" "full"? unit:unit', readThe),
  rule('"the" unit:unit side:"before"/"after"', readBeside),
  rule('the "week" "of" month:month/monthish "."? day:dom', readWeekOf),
  rule('unit:unit dash? end:"end"', readEnd),
  rule('unit:unit "\'" "s" end:"end"', readEnd),
];

const unitOf = (match: Match): Unit => (match.value('unit') === 'F' ? 'W' : (match.value('unit') as Unit));

/** "last week", "early next year", "earlier this month", "the end of last month", "the latest quarter". */
function readFromNow(match: Match, context: Context): Draft | null {
  const unit = unitOf(match);
  if (unit === 'D') return null;
  if (match.word('shift') === 'latest') return readLatest(match, context, unit);
  const period = shiftedPeriod(context.published, match.number('shift')!, unit);
  return draft(match, 'DATE', parted(match, period, context));
}

const readLatest = (match: Match, context: Context, unit: Unit): Draft =>
  draft(match, 'DATE', unit === 'Q' ? lastQuarter(context) : shiftedPeriod(context.published, 0, unit));

/** The quarter last named, else the one before publication, which reports are about. */
const lastQuarter = (context: Context): Period =>
  context.quarter ?? shiftedPeriod(context.published, -1, 'Q');

/** "the following month", "that year", "the same week": from the time that the text last named. */
function readFromThen(match: Match, context: Context): Draft | null {
  const unit = unitOf(match);
  if (unit === 'D') return null;
  if (unit === 'Q' && context.quarter && match.isA('shift', 'that', 'same'))
    return draft(match, 'DATE', context.quarter);
  const base = context.anchor?.from ?? context.published;
  const shift = match.isA('shift', 'that', 'same') ? 0 : match.number('shift')!;
  return draft(match, 'DATE', parted(match, shiftedPeriod(base, shift, unit), context));
}

/** The period's early, middle or late part; "earlier" and "so far" end, "later" begins with the day of publication. */
function parted(match: Match, period: Period, { published }: Context): Period {
  const part = match.value('modifier') ?? match.value('edge');
  if (part !== undefined) return narrowed(period, part);
  const word = match.word('comparative') ?? (match.before() === 'far' ? 'earlier' : undefined);
  if (!word || published === null || period.from === null || period.to === null) return period;
  if (published < period.from || published > period.to) return period;
  return word === 'earlier' ? { ...period, to: published } : { ...period, from: published };
}

/** "the week", "the end of the month": of publication; the quarter that the text last named. */
function readThe(match: Match, context: Context): Draft | null {
  const unit = unitOf(match);
  const bare = !['edge', 'modifier', 'comparative'].some(match.has);
  if (unit === 'D') return readInDay(match, context);
  if (unit === 'E' || unit === 'C') return null;
  if (unit === 'Q') {
    const last = endOf(match, context);
    const quarter = last ? periodOf(addDays(last, -HALF_QUARTER), 'Q') : lastQuarter(context);
    return draft(match, 'DATE', parted(match, quarter, context));
  }
  if (bare && match.beforeA('limitcue')) return draft(match, 'DURATION', unplaced('reference', `P1${unit}`));
  return draft(match, 'DATE', parted(match, shiftedPeriod(context.published, 0, unit), context));
}

/** From a quarter's last day to its middle, in days. */
const HALF_QUARTER = 45;

/** The day on which the words behind say that it ended: "the quarter ended July 31". */
function endOf(match: Match, context: Context): Day | null {
  if (!/^end(?:ed|ing)$/.test(match.after())) return null;
  const [name, ...rest] = match.atoms
    .slice(match.end + 1, match.end + 6)
    .filter(({ lower }) => !/^[.,]$/.test(lower));
  const month = name?.values.month ?? name?.values.monthish;
  const [day, year] = [rest[0]?.values.dom, rest[1]?.values.year];
  if (typeof month !== 'number' || typeof day !== 'number') return null;
  const direction = match.after() === 'ended' ? 'past' : 'unknown';
  return (
    datePeriod(context, month, day, typeof year === 'number' ? year : undefined, direction)?.from ?? null
  );
}

/** "later in the day": the day last named; "the day" and its end are none. */
function readInDay(match: Match, { day }: Context): Draft | null {
  if (!match.has('comparative')) return null;
  return draft(match, 'DATE', day === null ? unplaced('day', UNKNOWN.D) : dayPeriod(day));
}

/** "the year before": the one before that last named. "The day before the vote" hangs on the vote and is not read. */
function readBeside(match: Match, context: Context): Draft | null {
  if (/^[\p{L}\p{N}]/u.test(match.after())) return null;
  const base = context.anchor?.from ?? context.published;
  return draft(match, 'DATE', shiftedPeriod(base, match.word('side') === 'before' ? -1 : 1, unitOf(match)));
}

function readWeekOf(match: Match, context: Context): Draft | null {
  const direction = context.direction(match.first);
  const day = datePeriod(context, match.number('month')!, match.number('day')!, undefined, direction);
  return day && draft(match, 'DATE', day.from === null ? unplaced('week', 'XXXX-WXX') : weekPeriod(day.from));
}

/** "year-end", "the month's end". */
function readEnd(match: Match, context: Context): Draft | null {
  const unit = unitOf(match);
  if (unit === 'D') return null;
  const period = narrowed(shiftedPeriod(context.published, 0, unit), 'end');
  return draft(match, 'DATE', unit === 'Y' && period.to !== null ? { ...period, value: period.to } : period);
}
