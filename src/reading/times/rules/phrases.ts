import { addDays, type Day } from '../../../text/interval.ts';
import type { TimeType } from '../../time.ts';
import { parsePattern } from '../pattern.ts';
import {
  dayFrom,
  dayPeriod,
  easter,
  nthWeekday,
  unplaced,
  weekendPeriod,
  weekPeriod,
  yearOf,
} from '../period.ts';
import { type Context, type Draft, draft, type Match, type Rule } from '../rule.ts';
import type { TimeLexicon } from '../vocabulary.ts';

/** The lexicon's phrases and holidays as rules. */
export function phraseRules(lexicon: TimeLexicon): readonly Rule[] {
  return [...fixedRules(lexicon), ...holidayRules(lexicon)];
}

/** The words of a phrase as a pattern. */
export const phrasePattern = (phrase: string): string =>
  (phrase.match(/[\p{L}\p{N}]+|\S/gu) ?? []).map((word) => `"${word}"`).join(' ');

function fixedRules(lexicon: TimeLexicon): readonly Rule[] {
  return Object.entries(lexicon.phrases).flatMap(([key, phrases]) => {
    const [type, value] = key.split(' ') as [TimeType, string];
    return phrases.map((phrase) => ({
      pattern: parsePattern(phrasePattern(phrase)),
      read: (match: Match, context: Context) =>
        countsOn(match)
          ? null
          : draft(match, type, { ...unplaced('reference', value), ...refDays(value, match, context) }),
    }));
  });
}

/** "the past three summers" is not the past. */
const countsOn = (match: Match): boolean =>
  match.atoms[match.end - 1]!.lower === 'past' && (match.beforeA('num') || match.beforeA('vague'));

/** "now" is the day of publication; "recently" the three days up to it, as UCDP reads it. */
function refDays(value: string, match: Match, context: Context) {
  const { published } = context;
  if (published === null) return {};
  if (value === 'PRESENT_REF') return { from: published, to: published };
  if (value === 'PAST_REF' && match.atoms[match.end - 1]!.lower === 'recently')
    return { from: addDays(published, -3), to: published };
  return {};
}

function holidayRules(lexicon: TimeLexicon): readonly Rule[] {
  return Object.entries(lexicon.holidays).map(([name, when]) => ({
    pattern: parsePattern(
      `(shift:last/this/next | the)? name:${phrasePattern(name)} kind:"week"/"weekend"? (("of" | ",")? year:year)?`,
    ),
    read: (match: Match, context: Context) => readHoliday(match, context, when),
  }));
}

function readHoliday(match: Match, context: Context, when: string): Draft | null {
  if (!match.atoms[match.at('name')]!.capital || ofPlace(match)) return null;
  const year = match.number('year');
  const { published } = context;
  if (year === undefined && published === null)
    return draft(match, 'DATE', unplaced('day', /^\d\d-\d\d$/.test(when) ? `XXXX-${when}` : 'XXXX-XX-XX'));
  const day = year === undefined ? nearHoliday(published!, when, match, context) : holidayIn(year, when);
  const wide = { week: weekPeriod, weekend: weekendPeriod }[match.word('kind') ?? ''] ?? dayPeriod;
  return draft(match, 'DATE', wide(day));
}

/** "Easter Island", "Thanksgiving Square": a holiday's name within another name. */
const ofPlace = (match: Match): boolean =>
  (match.atoms[match.end]?.capital ?? false) && !match.beforeA('weekday') && !match.beforeA('month');

/** Days up to which a holiday lies ahead by the verb alone: in January Christmas is the one that was. */
const SOON = 300;

function nearHoliday(published: Day, when: string, match: Match, context: Context): Day {
  const year = yearOf(published);
  const here = holidayIn(year, when);
  const shift = match.number('shift');
  const future = shift === 1 || (shift === undefined && context.direction(match.first) === 'future');
  if (future) {
    const next = here > published || (here === published && !shift) ? here : holidayIn(year + 1, when);
    return shift === 1 || next <= addDays(published, SOON)
      ? next
      : holidayIn(Number(next.slice(0, 4)) - 1, when);
  }
  if (shift === -1) return here < published ? here : holidayIn(year - 1, when);
  const late = here > addDays(published, shift === 0 ? 200 : 45);
  return late ? holidayIn(year - 1, when) : here;
}

/** The holiday's day: `MM-DD`, `easter OFFSET`, or `MONTH WEEKDAY WHICH [DAYS LATER]`. */
function holidayIn(year: number, when: string): Day {
  const fixed = /^(\d\d)-(\d\d)$/.exec(when);
  if (fixed) return dayFrom(year, Number(fixed[1]), Number(fixed[2]));
  const moving = /^easter (-?\d+)$/.exec(when);
  if (moving) return addDays(easter(year), Number(moving[1]));
  const [month, weekday, which, later = 0] = when.split(' ').map(Number) as [number, number, number, number?];
  return addDays(nthWeekday(year, month, weekday, which), later);
}
