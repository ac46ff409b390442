import { addDays } from '../../../text/interval.ts';
import { dayPeriod, unplaced } from '../period.ts';
import { narrowed, weekdayNear } from '../place.ts';
import { type Context, type Draft, draft, type Match, type Rule, rule } from '../rule.ts';

/** Weekdays by their names. */
export const WEEKDAY_RULES: readonly Rule[] = [
  rule('(mod:mod dash?)? weekday:weekday', readWeekday),
  rule('("this" | the)? shift:last/past/this/next/coming/previous/following weekday:weekday', readShifted),
  rule('weekday:weekday shift:last/this/next week:"week"', readOfWeek),
];

function readWeekday(match: Match, context: Context): Draft {
  const weekday = match.number('weekday')!;
  const unknown = unplaced('day', `XXXX-WXX-${weekday}`);
  if (match.word('weekday')!.endsWith('s')) return draft(match, 'SET', unknown);
  if (context.published === null) return draft(match, 'DATE', unknown);
  const day = weekdayNear(context.published, weekday, context.direction(match.first));
  return draft(match, 'DATE', narrowed(dayPeriod(day), match.value('mod')));
}

/** "last Friday" from publication, "the previous Friday" from the day last named; never that day itself. */
function readShifted(match: Match, context: Context): Draft {
  const weekday = match.number('weekday')!;
  const base = match.isA('shift', 'previous', 'following') ? context.day : context.published;
  if (base === null) return draft(match, 'DATE', unplaced('day', `XXXX-WXX-${weekday}`));
  const shift = match.number('shift')!;
  const direction = shift < 0 ? 'past' : shift > 0 ? 'future' : context.direction(match.first);
  return draft(match, 'DATE', dayPeriod(weekdayNear(addDays(base, shift), weekday, direction)));
}

/** "Tuesday last week": that day of that week. */
function readOfWeek(match: Match, context: Context): Draft {
  const weekday = match.number('weekday')!;
  if (context.published === null) return draft(match, 'DATE', unplaced('day', `XXXX-WXX-${weekday}`));
  const monday = weekdayNear(context.published, 1, 'past');
  return draft(match, 'DATE', dayPeriod(addDays(monday, 7 * match.number('shift')! + weekday - 1)));
}
