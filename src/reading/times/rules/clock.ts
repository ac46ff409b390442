import { unplaced } from '../period.ts';
import { type Draft, draft, type Match, type Rule, rule } from '../rule.ts';

const ZONE =
  '("local" "time" | zone | "eastern"/"central"/"pacific"/"mountain"/"moscow"/"london" ("standard" | "daylight")? "time")?';

/** Times of day. They join a day beside them, or fall on the day last named. */
export const CLOCK_RULES: readonly Rule[] = [
  rule(`approx? bound? time:clock meridiem:meridiem? ${ZONE}`, readClock),
  rule(`approx? bound? hour:twelve/hour meridiem:meridiem ${ZONE}`, readClock),
  rule(`approx? hour:twelve/hour "o" "'" "clock" ("in" "the" part:daypart)? ${ZONE}`, readClock),
  rule('hour:twelve/hour "in" "the" part:daypart', readClock),
  rule('time:clock "in" "the" part:daypart', readClock),
  rule('approx? hourword:hourword', readHourWord),
  rule('overnight', (match) => ({ ...floating(match, 'TNI'), overnight: true })),
  rule('"the"? (mod:mod dash?)? part:daypart', readPart),
  rule('the? "middle" "of" "the" "night"', (match) => floating(match, 'TNI')),
  rule('the? "early"/"small"/"wee"/"predawn" shorts', (match) => floating(match, 'TMO')),
  rule('the? "late" shorts', (match) => floating(match, 'TNI')),
];

/** A time of day without its day; the reader gives it one. */
const floating = (match: Match, clock: string): Draft => ({
  ...draft(match, 'TIME', unplaced('clock', clock)),
  clock,
});

function readClock(match: Match): Draft | null {
  const [hours = 0, minutes = 0] = hoursOf(match);
  if (hours > 24 || minutes > 59) return null;
  if (match.has('time') && !match.has('meridiem') && isScore(match)) return null;
  const afternoon = match.value('meridiem') ?? partShift(match, hours);
  if (afternoon !== undefined && hours > 12) return null;
  const hour = afternoon === undefined ? hours : (hours % 12) + Number(afternoon);
  return floating(match, `T${String(hour).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`);
}

const hoursOf = (match: Match): readonly number[] =>
  match.has('time') ? String(match.value('time')).split(':').map(Number) : [match.number('hour')!];

/** Twelve hours more in the afternoon and evening; at night from six on. */
function partShift(match: Match, hours: number): number | undefined {
  if (!match.has('part')) return undefined;
  const part = match.value('part');
  if (part === 'MO') return 0;
  return part === 'NI' && hours < 6 ? 0 : 12;
}

/** "won in 2:15", "Matthew 5:12": a colon number is a clock time only beside a word of time or place. */
const isScore = (match: Match): boolean =>
  !/^(at|by|until|till|from|since|before|after|around|about|,|\(|–|-|and|to|between|shortly|p|)$/.test(
    match.before(),
  );

/** "at noon", "before dawn"; not "Dawn Miller". */
function readHourWord(match: Match): Draft | null {
  const named =
    match.atoms[match.end - 1]!.capital && match.atoms[match.end]?.capital && !match.beforeA('weekday');
  return named ? null : floating(match, String(match.value('hourword')));
}

/** "in the morning", "Friday evening", "evening" after a day; a bare "night" names no time. */
function readPart(match: Match): Draft | null {
  const whole = match.atoms[match.first]!.lower === 'the';
  const day = /day$/.test(match.before()) || /^(yesterday|tomorrow)$/.test(match.before());
  if (!whole && !day && !match.has('mod')) return null;
  if (
    whole &&
    !/^(in|during|through|throughout|later|of|late|early|into|for)$/.test(match.before()) &&
    match.after() !== 'of'
  )
    return null;
  return floating(match, `T${match.value('part')}`);
}
