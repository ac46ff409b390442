import { addDays } from '../../../text/interval.ts';
import { periodOf, shiftDay, shiftedPeriod, UNKNOWN, type Unit, unplaced } from '../period.ts';
import { narrativeDay, weekdayNear } from '../place.ts';
import { aside, type Context, type Draft, draft, type Match, type Rule, rule } from '../rule.ts';
import { lengthValue } from './lengths.ts';

const AMOUNT = 'bound? approx? (amount:num | amount:vague | a)';
const WAY = 'way:"ago"/comparative';

/** Times so far from publication ("ago", "from now") or from the time last named ("earlier", "later"). */
export const AGO_RULES: readonly Rule[] = [
  rule(`${AMOUNT} trading? unit:unit/units ("or" "so")? ${WAY}`, readAgo),
  rule(
    '(amount:num | a) unit:unit/units "ago" (tail:today | "this" tail:unit | "on"? tail:weekday)',
    readAgoOn,
  ),
  rule('bound? approx? (amount:num | a) "and" half:"a" "half" unit:units way:"ago"/comparative', readAgo),
  rule('unit:units way:"ago"', readAgo),
  rule(`${AMOUNT} unit:short/shorts way:"ago"`, readMomentsAgo),
  rule('(amount:num | a) unit:unit/units "from" ("now" | "today")', readFromNow),
];

const COARSE: Readonly<Record<string, readonly [number, Unit]>> = {
  E: [10, 'Y'],
  C: [100, 'Y'],
  F: [2, 'W'],
};

/** Its number of units and the unit that its value is told in; `null` where the number is vague. */
function countOf(match: Match): readonly [number | null, Unit] {
  const said = String(match.value('unit'));
  const [scale, unit] = COARSE[said] ?? [1, said as Unit];
  const bare = !match.has('amount') && match.isA('unit', 'units') && !match.has('half');
  if (bare || match.isA('amount', 'vague')) return [null, unit];
  return [Math.round(((match.number('amount') ?? 1) + (match.has('half') ? 0.5 : 0)) * scale), unit];
}

function readAgo(match: Match, context: Context): Draft {
  const [count, unit] = countOf(match);
  const ago = match.word('way') === 'ago';
  if (count === null)
    return ago
      ? draft(match, 'DATE', unplaced('reference', 'PAST_REF'))
      : draft(match, 'DURATION', unplaced('reference', lengthValue(null, String(match.value('unit')))));
  const shift = match.word('way') === 'later' ? count : -count;
  if (unit === 'Y' && context.compared?.from)
    return aside(match, 'DATE', periodOf(shiftDay(context.compared.from, shift, 'Y'), 'Q'));
  const base = ago
    ? context.published
    : narrativeDay(context, match.first, (day) => shiftDay(day, shift, unit), false);
  const period = shiftedPeriod(base, shift, unit);
  return unit === 'D' ? draft(match, 'DATE', period) : aside(match, 'DATE', period);
}

/** "two years ago this week", "a week ago Tuesday": that day or week, so long ago. */
function readAgoOn(match: Match, context: Context): Draft | null {
  const [count, unit] = countOf(match);
  if (count === null || context.published === null) return null;
  const base = match.isA('tail', 'weekday')
    ? weekdayNear(context.published, match.number('tail')!, 'past')
    : addDays(context.published, match.isA('tail', 'today') ? match.number('tail')! : 0);
  const fine = match.isA('tail', 'unit') ? (String(match.value('tail')) as Unit) : 'D';
  if (unit === 'D' || fine === 'E' || fine === 'C') return null;
  return draft(match, 'DATE', periodOf(shiftDay(base, -count, unit), fine));
}

/** "20 minutes ago" is the day of publication, "36 hours ago" the day before or so. */
function readMomentsAgo(match: Match, context: Context): Draft {
  const unit = String(match.value('unit'));
  const amount = match.isA('amount', 'vague') ? null : (match.number('amount') ?? 1);
  const days = unit === 'H' && amount !== null ? Math.floor(Math.min(amount, 10_000) / 24) : 0;
  const day = context.published === null ? null : addDays(context.published, -days);
  return draft(match, 'DURATION', { grain: 'clock', value: lengthValue(amount, unit), from: day, to: day });
}

function readFromNow(match: Match, context: Context): Draft {
  const [count, unit] = countOf(match);
  const period =
    count === null ? unplaced('reference', UNKNOWN.D) : shiftedPeriod(context.published, count, unit);
  return draft(match, 'DATE', period);
}
