import { addDays, type Interval } from '../../../text/interval.ts';
import { dayPeriod, type Period, UNKNOWN, unplaced, weekendPeriod } from '../period.ts';
import { narrativeDay, narrowed } from '../place.ts';
import { type Context, type Draft, draft, type Match, type Rule, rule } from '../rule.ts';

/** Days and weekends told from the day of publication, or from the day that the text last named. */
export const NEAR_RULES: readonly Rule[] = [
  rule('(mod:mod dash? | comparative)? day:today', readToday),
  rule('the "day" "before" "yesterday"', (match, context) => draft(match, 'DATE', dayFromNow(context, -2))),
  rule('the "day" "after" "tomorrow"', (match, context) => draft(match, 'DATE', dayFromNow(context, 2))),
  rule('(mod:mod dash? | comparative)? tonight', (match, context) => partOfDay(match, context, 0, 'NI')),
  rule('(mod:mod dash?)? "last" part:daypart', (match, context) => readPart(match, context, -1)),
  rule('(mod:mod dash? | comparative)? "this" part:daypart', (match, context) => readPart(match, context, 0)),
  rule('(mod:mod dash?)? day:today part:daypart', (match, context) =>
    readPart(match, context, match.number('day')!),
  ),
  rule('"the" "very"? shift:following/previous/next/same "day"', readNextDay),
  rule('shift:that/same "very"? "day"', readNextDay),
  rule('"the" "very"? shift:following/previous/next/same part:daypart', readNextPart),
  rule('shift:that/same part:daypart', readNextPart),
  rule('the part:daypart "before"', readPartBefore),
  rule(`(the? edge:edge "of")? (mod:mod dash?)? ${shifted()} weekend`, readWeekend),
];

function shifted(): string {
  return '(the | ("this" | the)? shift:last/past/this/coming/next/previous/following)';
}

const dayFromNow = (context: Context, offset: number): Period =>
  context.published === null ? unplaced('day', UNKNOWN.D) : dayPeriod(addDays(context.published, offset));

/** So many days from the one that the text last named. */
function dayFromThen(match: Match, context: Context, offset: number): Period {
  const then = narrativeDay(context, match.first, (day) => addDays(day, offset), true);
  return then === null ? unplaced('day', UNKNOWN.D) : dayPeriod(addDays(then, offset));
}

function readToday(match: Match, context: Context): Draft {
  const offset = match.number('day')!;
  return { ...draft(match, 'DATE', dayFromNow(context, offset)), offset };
}

function readPart(match: Match, context: Context, offset: number): Draft {
  return partOfDay(match, context, offset, String(match.value('part')));
}

function partOfDay(match: Match, context: Context, offset: number, part: string): Draft {
  const day = dayFromNow(context, offset);
  return { ...draft(match, 'TIME', { ...day, grain: 'clock', value: `${day.value}T${part}` }), offset };
}

const shiftOf = (match: Match): number => (match.isA('shift', 'that', 'same') ? 0 : match.number('shift')!);

/** "the next day", "the same day", "that day": from the day last named. */
function readNextDay(match: Match, context: Context): Draft {
  return draft(match, 'DATE', dayFromThen(match, context, shiftOf(match)));
}

function readNextPart(match: Match, context: Context): Draft {
  const day = dayFromThen(match, context, shiftOf(match));
  return draft(match, 'TIME', { ...day, grain: 'clock', value: `${day.value}T${match.value('part')}` });
}

/** "the night before": of the day before the one last named; "the night before the vote" hangs on the vote. */
function readPartBefore(match: Match, context: Context): Draft | null {
  if (/^[\p{L}\p{N}]/u.test(match.after())) return null;
  const day = dayFromThen(match, context, -1);
  return draft(match, 'TIME', { ...day, grain: 'clock', value: `${day.value}T${match.value('part')}` });
}

/** The weekend before, unless the words look forward; on a Saturday or Sunday the one that is. */
function readWeekend(match: Match, context: Context): Draft {
  const { published } = context;
  if (published === null) return draft(match, 'DATE', unplaced('weekend', 'XXXX-WXX-WE'));
  const here = weekendPeriod(published);
  const begun = here.from! <= published;
  const shift = match.number('shift') ?? 0;
  const ahead = shift > 0 || (shift === 0 && context.direction(match.first) === 'future');
  const weeks = ahead ? (begun && shift > 0 ? 1 : 0) : begun && shift === 0 ? 0 : -1;
  const weekend = weekendPeriod(addDays(published, 7 * weeks));
  return draft(match, 'DATE', { ...weekend, ...dayOf(weekend, match) });
}

/** "early in the weekend" is its Saturday, "late" its Sunday. */
const dayOf = (weekend: Period, match: Match): Interval =>
  narrowed(weekend, match.value('mod') ?? match.value('edge'));
