import { addDays } from '../../../text/interval.ts';
import {
  dayPeriod,
  type Period,
  periodOf,
  shiftDay,
  shiftedPeriod,
  UNKNOWN,
  type Unit,
  unplaced,
  weekendPeriod,
} from '../period.ts';
import { narrowed } from '../place.ts';
import { aside, type Context, type Draft, draft, type Match, type Rule, rule } from '../rule.ts';

/** Times told from the day of publication or from the last day that the text named. */
export const RELATIVE_RULES: readonly Rule[] = [
  rule('(mod:mod dash?)? day:today', readToday),
  rule('comparative "today"', readToday),
  rule('comparative "yesterday"', readToday),
  rule('"the" "day" "before" "yesterday"', (match, context) => aDay(match, context, -2)),
  rule('"the" "day" "after" "tomorrow"', (match, context) => aDay(match, context, 2)),
  rule('tonight', (match, context) => partOfDay(match, context, 0, 'TNI')),
  rule('"last" "night"', (match, context) => partOfDay(match, context, -1, 'TNI')),
  rule('mod? ("this" | "later" "this" | "earlier" "this") part:daypart', (match, context) =>
    partOfDay(match, context, 0, `T${match.value('part')}`),
  ),
  rule('day:"yesterday"/"tomorrow" part:daypart', (match, context) =>
    partOfDay(match, context, match.word('day') === 'yesterday' ? -1 : 1, `T${match.value('part')}`),
  ),
  rule(
    '("the" edge:edge "of")? (modifier:mod | comparative:comparative | "sometime")? shift:last/this/next unit:unit',
    readShifted,
  ),
  rule('comparative:comparative "in" "the" unit:unit', readShifted),
  rule('the modifier:mod "part" "of" (shift:last/this/next | the) unit:unit', readShifted),
  rule('"the" ("very" | "full")? shift:current/"latest"/next/following/previous/same unit:unit', readShifted),
  rule('shift:that/"same" unit:unit', readThat),
  rule('shift:"current" unit:unit', readShifted),
  rule('("the" edge:edge "of")? "the" "full"? unit:unit', readTheUnit),
  rule('unit:unit dash? "s"? dash? "end"', readUnitEnd),
  rule('unit:unit "\'" "s" "end"', readUnitEnd),
  rule(
    '(edge:edge "of")? (the | shift:this/last/next/previous/following | the shift:last/past/coming/previous/following/next) weekend',
    readWeekend,
  ),
  rule('the? shift:last/this/next/previous/following "weekend"', readWeekend),
  rule('"the" "week" "of"', () => null),
  rule(
    'bound? approx? (amount:num | amount:vague | a) ("more" | trading)? unit:unit/units ("or" "so")? way:"ago"/comparative',
    readAgo,
  ),
  rule('bound? approx? (amount:num | amount:vague | a)? unit:units way:"ago"', readAgo),
  rule('bound? approx? (amount:num | a) "and" "a" "half" unit:units way:"ago"/comparative', readAgo),
  rule('bound? approx? (amount:num | amount:vague | a) unit:short/shorts way:"ago"', readMomentsAgo),
  rule('"the" ("very" | "full")? shift:"next"/following/previous part:daypart', (match, context) =>
    nextPart(match, context),
  ),
  rule('"the" shift:following/previous/"next"/"same" "day"', readNextDay),
  rule('amount:num unit:units "from" "now"', readFromNow),
  rule('a unit:unit "from" anchor:today/"now"', readFromNow),
];

function readToday(match: Match, context: Context): Draft {
  const offset = match.number('day') ?? (match.atoms[match.end - 1]!.lower === 'today' ? 0 : -1);
  return aDay(match, context, offset);
}

const day = (context: Context, offset: number): Period =>
  context.published === null ? unplaced('day', UNKNOWN.D) : dayPeriod(addDays(context.published, offset));

const aDay = (match: Match, context: Context, offset: number): Draft =>
  draft(match, 'DATE', day(context, offset));

function partOfDay(match: Match, context: Context, offset: number, part: string): Draft {
  const period = day(context, offset);
  return draft(match, 'TIME', { ...period, grain: 'clock', value: period.value + part });
}

/** "the next morning": of the day after the one that the text last named. */
function nextPart(match: Match, context: Context): Draft {
  const shift = match.number('shift') ?? 1;
  const period = context.day === null ? unplaced('day', UNKNOWN.D) : dayPeriod(addDays(context.day, shift));
  return draft(match, 'TIME', { ...period, grain: 'clock', value: `${period.value}T${match.value('part')}` });
}

function readNextDay(match: Match, context: Context): Draft {
  const shift = match.word('shift') === 'same' ? 0 : (match.number('shift') ?? 1);
  if (context.day === null) return draft(match, 'DATE', unplaced('day', UNKNOWN.D));
  return draft(match, 'DATE', dayPeriod(addDays(context.day, shift)));
}

/** "last week", "early next year", "earlier this month", "the end of last month", "the latest quarter". */
function readShifted(match: Match, context: Context): Draft | null {
  const unit = unitOf(match);
  if (unit === 'D' && (match.has('comparative') || match.atoms[match.first]!.lower === 'the')) return null;
  const word = match.word('shift') ?? 'this';
  const narrative =
    word === 'following' ||
    word === 'previous' ||
    word === 'preceding' ||
    word === 'same' ||
    word === 'ensuing';
  const shift = match.number('shift') ?? 0;
  if (word === 'latest' && unit === 'Q')
    return draft(match, 'DATE', context.quarter ?? shiftedPeriod(context.published, -1, 'Q'));
  const base = narrative ? (context.anchor?.from ?? context.published) : context.published;
  const period = narrowed(
    shiftedPeriod(base, word === 'latest' ? 0 : shift, unit),
    match.value('modifier') ?? match.value('edge'),
  );
  return draft(match, 'DATE', upToNow(period, match.word('comparative'), context));
}

/** "earlier this week" ends, "later this week" begins with the day of publication. */
function upToNow(period: Period, comparative: string | undefined, context: Context): Period {
  const { published } = context;
  if (!comparative || published === null || period.from === null || period.to === null) return period;
  if (published < period.from || published > period.to) return period;
  return comparative === 'earlier' ? { ...period, to: published } : { ...period, from: published };
}

const unitOf = (match: Match): Unit => {
  const unit = String(match.value('unit'));
  return unit === 'F' ? 'W' : (unit as Unit);
};

/** "that year", "the same week": the one that the text last named. */
function readThat(match: Match, context: Context): Draft | null {
  const unit = unitOf(match);
  const base = context.anchor?.from ?? context.published;
  if (unit === 'Q' && context.quarter) return draft(match, 'DATE', context.quarter);
  return draft(match, 'DATE', shiftedPeriod(base, 0, unit));
}

/** "the week", "the end of the month": of publication; the quarter that the text last named. */
function readTheUnit(match: Match, context: Context): Draft | null {
  const unit = unitOf(match);
  if (unit === 'E' || unit === 'C') return null;
  if (unit !== 'Q' && /^(ended|ending|that|before|after|when|of)$/.test(match.after()))
    return measured(match, unit);
  if (unit === 'D' && !match.has('edge'))
    return /^(of|by|per|a)$/.test(match.before()) ? null : theDay(match, context);
  const whole =
    unit === 'Q'
      ? (context.quarter ?? shiftedPeriod(context.published, -1, 'Q'))
      : shiftedPeriod(context.published, 0, unit);
  return draft(match, 'DATE', narrowed(whole, match.value('edge')));
}

function theDay(match: Match, context: Context): Draft {
  return draft(match, 'DATE', context.day === null ? unplaced('day', UNKNOWN.D) : dayPeriod(context.day));
}

/** "the year ended March 31" is a length, not the calendar year. */
function measured(match: Match, unit: Unit): Draft | null {
  if (unit === 'D' || match.has('edge')) return null;
  return draft(match, 'DURATION', unplaced('reference', `P1${unit}`));
}

function readUnitEnd(match: Match, context: Context): Draft | null {
  const unit = unitOf(match);
  if (unit === 'D') return null;
  const period = shiftedPeriod(context.published, 0, unit);
  if (unit !== 'Y' || period.to === null) return draft(match, 'DATE', narrowed(period, 'end'));
  return draft(match, 'DATE', { ...narrowed(period, 'end'), value: period.to });
}

/** The weekend before, unless the words look forward; on a Saturday or Sunday the one that is. */
function readWeekend(match: Match, context: Context): Draft {
  const { published } = context;
  if (published === null) return draft(match, 'DATE', unplaced('weekend', 'XXXX-WXX-WE'));
  const here = weekendPeriod(published);
  const begun = here.from! <= published;
  const shift = match.number('shift');
  if (shift === 1) return draft(match, 'DATE', begun ? weekendPeriod(addDays(published, 7)) : here);
  if (shift === -1 || !(begun || context.direction(match.first) === 'future'))
    return draft(match, 'DATE', weekendPeriod(addDays(published, -7)));
  return draft(match, 'DATE', here);
}

/** "three days ago" from publication; "a year earlier", "two days later" from the last day named. */
function readAgo(match: Match, context: Context): Draft {
  const unit = unitOf(match);
  const fortnight = match.value('unit') === 'F' ? 2 : 1;
  const way = match.word('way');
  const amount = match.has('amount')
    ? match.number('amount')
    : match.word('unit') && isPlural(match)
      ? undefined
      : 1;
  const exact = amount !== undefined && !isVague(match);
  const sign = way === 'later' ? 1 : -1;
  if (!exact) return vagueAgo(match, unit, way === 'ago');
  return readExact(match, context, sign * amount * fortnight, unit, way === 'ago');
}

/** "months ago" is the past; "a few days later" a length. */
const vagueAgo = (match: Match, unit: Unit, ago: boolean): Draft =>
  ago
    ? draft(match, 'DATE', unplaced('reference', 'PAST_REF'))
    : draft(match, 'DURATION', unplaced('reference', `PX${unit}`));

const isVague = (match: Match): boolean =>
  match.has('amount') && 'vague' in match.atoms[match.at('amount')]!.values;
const isPlural = (match: Match): boolean => 'units' in match.atoms[match.at('unit')]!.values;

function readExact(match: Match, context: Context, count: number, unit: Unit, fromNow: boolean): Draft {
  if (unit === 'Y' && context.compared?.from)
    return aside(match, 'DATE', periodOf(shiftDay(context.compared.from, count, 'Y'), 'Q'));
  const base = fromNow ? context.published : (context.anchor?.from ?? context.published);
  const grain = unit === 'E' || unit === 'C' ? 'Y' : unit;
  const scaled = unit === 'E' ? count * 10 : unit === 'C' ? count * 100 : count;
  return aside(match, 'DATE', shiftedPeriod(base, scaled, grain));
}

/** "20 minutes ago": the day of publication. */
function readMomentsAgo(match: Match, context: Context): Draft {
  const unit = String(match.value('unit'));
  const amount = match.has('amount') ? match.number('amount')! : 1;
  const length = isVague(match) ? 'X' : String(amount);
  const published =
    unit === 'H' && amount >= 24 && !isVague(match)
      ? day(context, -Math.round(amount / 24))
      : day(context, 0);
  return draft(match, 'DURATION', {
    ...published,
    grain: 'clock',
    value: `PT${length}${unit === 'N' ? 'M' : unit}`,
  });
}

function readFromNow(match: Match, context: Context): Draft | null {
  if (match.has('anchor') && !/^(now|today|tomorrow)$/.test(match.word('anchor')!)) return null;
  const amount = match.has('amount') ? match.number('amount')! : 1;
  return draft(match, 'DATE', shiftedPeriod(context.published, amount, unitOf(match)));
}
