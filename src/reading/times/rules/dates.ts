import { addDays, isDay } from '../../../text/interval.ts';
import { fullYear } from '../atoms.ts';
import { dayPeriod, unplaced } from '../period.ts';
import { datePeriod, monthIn, narrowed, weekdayNear } from '../place.ts';
import { type Context, type Draft, draft, type Match, type Rule, rule } from '../rule.ts';

/** Words before which "May" or "March" is a month. */
const MONTH_CUES: ReadonlySet<string> = new Set(
  'in since last this next of until till by early late mid from to between through during before after for and - – past coming ago end beginning throughout around or'.split(
    ' ',
  ),
);

const WEEKDAY = '((weekday|shortday "."?) ","? "the"?)?';
const DATELIKE = 'ordinalday:dom';

/** Days, months and weekdays by their names and numbers. */
export const DATE_RULES: readonly Rule[] = [
  rule('day:isoday', readIsoDay),
  rule('day:slashday', readSlashDay),
  rule(`${WEEKDAY} month:month/monthish "."? "the"? day:dom ("," |) year:year`, readMonthDay),
  rule(`${WEEKDAY} month:month/monthish "."? "the"? day:dom`, readMonthDay),
  rule(`month:month/monthish "."? ordinalday:ordinal`, readMonthOrdinal),
  rule(`${WEEKDAY} "the"? ${DATELIKE} "of"? month:month/monthish ("."? ","? year:year)?`, readDayMonth),
  rule(
    'month:month/monthish "."? "the"? day:dom joint:"and"/"or"/"to"/"through"/","/dash next:dom ("," |) year:year',
    readMonthDays,
  ),
  rule(
    'month:month/monthish "."? "the"? day:dom joint:"and"/"or"/"to"/"through"/dash next:dom',
    readMonthDays,
  ),
  rule(
    '"the"? day:dom joint:"and"/"or"/"to"/"through"/dash "the"? next:dom "of"? month:month/monthish (","? year:year)?',
    readMonthDays,
  ),
  rule('(the? mod:mod dash?)? month:month/monthish "."? ("," | "of" |) year:year', readMonth),
  rule('(the? mod:mod dash?)? month:month/monthish', readMonth),
  rule('the? edge:edge "of" month:month/monthish "."? ("," | "of" |) year:year', readMonth),
  rule('the? edge:edge "of" month:month/monthish', readMonth),
  rule('shift:last/past/previous/this/next/coming/following month:month/monthish', readShiftedMonth),
  rule('"this" shift:past/coming month:month/monthish', readShiftedMonth),
  rule('"the" day:ordinal', readDayOfMonth),
  rule('(mod:mod dash?)? weekday:weekday', readWeekday),
  rule(
    '("this" | the)? shift:last/past/this/next/coming/previous/following weekday:weekday',
    readShiftedWeekday,
  ),
  rule('weekday:weekday shift:last/this/next "week"', readWeekdayOfWeek),
];

function readIsoDay(match: Match): Draft | null {
  const day = String(match.value('day'));
  return isDay(day) ? draft(match, 'DATE', dayPeriod(day)) : null;
}

/** Month first, as in the United States, unless only the other order makes a day. */
function readSlashDay(match: Match, context: Context): Draft | null {
  const [first, second, last] = String(match.value('day')).split('/').map(Number) as [number, number, number];
  const year = last < 100 ? fullYear(last) : last;
  const period =
    first > 12
      ? second <= 12 && datePeriod(context, second, first, year, 'past')
      : first > 0 && datePeriod(context, first, second, year, 'past');
  return period ? draft(match, 'DATE', period) : null;
}

function readMonthDay(match: Match, context: Context): Draft | null {
  const month = match.number('month')!;
  const period = datePeriod(
    context,
    month,
    match.number('day')!,
    match.number('year'),
    directionOf(match, context),
  );
  return period && draft(match, 'DATE', period);
}

function readMonthOrdinal(match: Match, context: Context): Draft | null {
  const day = match.number('ordinalday')!;
  const period = datePeriod(context, match.number('month')!, day, undefined, directionOf(match, context));
  return period && draft(match, 'DATE', period);
}

function readDayMonth(match: Match, context: Context): Draft | null {
  const period = datePeriod(
    context,
    match.number('month')!,
    match.number('ordinalday')!,
    match.number('year'),
    directionOf(match, context),
  );
  return period && draft(match, 'DATE', period);
}

/** "Dec. 14 and 15", "14-15 December": two times, the year and month of the one holding for the other. */
function readMonthDays(match: Match, context: Context): readonly Draft[] | null {
  const month = match.number('month')!;
  const direction = directionOf(match, context);
  const year = match.number('year');
  const first = datePeriod(context, month, match.number('day')!, year, direction);
  const second = datePeriod(context, month, match.number('next')!, year, direction);
  if (!first || !second || match.number('next')! <= match.number('day')!) return null;
  const split = match.at('joint');
  return [
    { ...draft(match, 'DATE', first), end: split },
    { ...draft(match, 'DATE', second), first: split + 1 },
  ];
}

function readMonth(match: Match, context: Context): Draft | null {
  const month = match.number('month')!;
  if (doubtful(match)) return null;
  const period = monthIn(context, month, match.number('year'), directionOf(match, context));
  return period && draft(match, 'DATE', narrowed(period, match.value('mod') ?? match.value('edge')));
}

/** A bare "May", "March", "Jan" or "Sep" counts as a month only after a word that goes before months. */
const doubtful = (match: Match): boolean =>
  'monthish' in match.atoms[match.at('month')]!.values &&
  !match.has('year') &&
  !match.has('mod') &&
  !match.has('edge') &&
  !MONTH_CUES.has(match.before());

function readShiftedMonth(match: Match, context: Context): Draft | null {
  const shift = match.number('shift')!;
  const month = match.number('month')!;
  const direction = shift < 0 ? 'past' : shift > 0 ? 'future' : context.direction(match.first);
  const period = monthIn(context, month, undefined, direction);
  if (!period || shift === 0 || period.to === null) return period && draft(match, 'DATE', period);
  const here = context.published!.slice(0, 7);
  const moved =
    period.value === here ? monthIn(context, month, Number(here.slice(0, 4)) + shift, direction) : period;
  return moved && draft(match, 'DATE', moved);
}

/** "on the 21st": of the month that the text last named, or of the nearest. */
function readDayOfMonth(match: Match, context: Context): Draft | null {
  if (
    !('dom' in match.atoms[match.at('day')]!.values) ||
    !/^(on|by|until|till|before|since|and)$/.test(match.before())
  )
    return null;
  if (
    /^\p{L}/u.test(match.after()) &&
    !/^(of|and|to|that|when|in|at|after|for|but|as|with)$/.test(match.after())
  )
    return null;
  const day = match.number('day')!;
  const base = context.anchor?.from ?? context.published;
  if (base === null) return draft(match, 'DATE', unplaced('day', `XXXX-XX-${String(day).padStart(2, '0')}`));
  const period = datePeriod(context, Number(base.slice(5, 7)), day, Number(base.slice(0, 4)), 'past');
  return period && draft(match, 'DATE', period);
}

function readWeekday(match: Match, context: Context): Draft {
  const weekday = match.number('weekday')!;
  if (/s$/.test(match.atoms[match.at('weekday')]!.lower)) return draft(match, 'SET', unknownWeekday(weekday));
  if (context.published === null) return draft(match, 'DATE', unknownWeekday(weekday));
  return draft(
    match,
    'DATE',
    dayPeriod(weekdayNear(context.published, weekday, directionOf(match, context))),
  );
}

const unknownWeekday = (weekday: number) => unplaced('day', `XXXX-WXX-${weekday}`);

function readShiftedWeekday(match: Match, context: Context): Draft {
  const weekday = match.number('weekday')!;
  const narrative = 'previous' in valuesAt(match, 'shift') || 'following' in valuesAt(match, 'shift');
  const base = narrative ? context.day : context.published;
  if (base === null) return draft(match, 'DATE', unknownWeekday(weekday));
  const shift = match.number('shift')!;
  const direction = shift < 0 ? 'past' : shift > 0 ? 'future' : context.direction(match.first);
  const near = weekdayNear(base, weekday, direction);
  const day = shift !== 0 && near === base ? weekdayNear(addDays(base, shift), weekday, direction) : near;
  return draft(match, 'DATE', dayPeriod(day));
}

const valuesAt = (match: Match, name: string) => match.atoms[match.at(name)]!.values;
/** "Tuesday last week": that day of that week. */
function readWeekdayOfWeek(match: Match, context: Context): Draft {
  const weekday = match.number('weekday')!;
  if (context.published === null) return draft(match, 'DATE', unknownWeekday(weekday));
  const monday = weekdayNear(context.published, 1, 'past');
  const first = addDays(monday, match.number('shift')! * 7);
  return draft(match, 'DATE', dayPeriod(weekdayNear(first, weekday, 'future')));
}

/** Which way a date without a year looks: by "next", "until" or "due" before it, else by its verb. */
const directionOf = (match: Match, context: Context) => context.direction(match.first);
