import { addDays, type Interval } from '../../../text/interval.ts';
import { type Period, shiftDay, type Unit, unplaced } from '../period.ts';
import { type Context, type Draft, draft, type Match, type Rule, rule } from '../rule.ts';

const AMOUNT = 'bound? approx? (amount:num | amount:vague)';
const UNITS = 'unit:unit/units/short/shorts';
const SIDE = 'side:last/past/next/coming/previous/following/"first"/"latest"/"final"/recent';
const AROUND = '("or" "so")?';

/** Lengths of time, with the days they reach over where the words fix them to the day of publication. */
export const LENGTH_RULES: readonly Rule[] = [
  rule(`${AMOUNT} trading? trading? ${UNITS} ${AROUND}`, readLength),
  rule(`${AMOUNT} dash ${UNITS} (dash "long")?`, readLength),
  rule(`bound? approx? low:num "to"/"or"/dash amount:num dash? trading? ${UNITS}`, readLength),
  rule(`the amount:num trading? ${UNITS}`, readLength),
  rule(`bound? approx? (amount:num | a) "and" "a" "half" ${UNITS}`, readAndAHalf),
  rule('bound? approx? (a | "another") trading? unit:unit/short', readOne),
  rule('(half dash? | half a dash? | half dash a dash) unit:unit/short', readHalf),
  rule(
    `("each" "of")? bound? the? ${SIDE} approx? (low:num "to"/"or"/dash)? (amount:num | amount:vague) trading? ${UNITS} ${AROUND}`,
    readSided,
  ),
  rule(`the side:last/past/next/coming unit:unit/short "or" "so"`, readSided),
  rule('the side:last/past unit:unit/short', readSided),
  rule(
    'bound? the? side:past/coming/recent/last/next/following/previous/"first"/"final" unit:units/shorts',
    readSided,
  ),
  rule('a unit:unit/short "and" "a" "half"', readAndAHalf),
  rule('unit:units/shorts (dash "long")?', readBare),
  rule('unit:unit dash "long"', readBare),
  rule('unit:longs', readBare),
];

/** The TIMEX3 value of so many units; `null` is a vague number. */
export function lengthValue(amount: number | null, unit: string): string {
  const scale = SCALE[unit] ?? 1;
  if (amount === null) return isClock(unit) ? `PTX${CLOCK[unit]}` : `PX${unit === 'F' ? 'W' : unit}`;
  const half = amount % 1 === 0.5 ? HALF_UNITS[unit] : undefined;
  if (half) return lengthValue(Math.floor(amount), unit) + half;
  const count = Math.round(amount * scale * 100) / 100;
  return isClock(unit) ? `PT${count}${CLOCK[unit]}` : `P${count}${CALENDAR[unit] ?? unit}`;
}

const SCALE: Readonly<Record<string, number>> = { E: 10, C: 100, F: 2 };
/** Half of a unit in the next smaller one, as it follows the whole units: `P2Y6M`, `PT5H30M`. */
const HALF_UNITS: Readonly<Record<string, string>> = { Y: '6M', D: 'T12H', H: '30M', N: '30S' };
const CALENDAR: Readonly<Record<string, Unit>> = { E: 'Y', C: 'Y', F: 'W' };
const CLOCK: Readonly<Record<string, string>> = { H: 'H', N: 'M', S: 'S' };
const isClock = (unit: string): boolean => unit in CLOCK;

const unitOf = (match: Match): string => String(match.value('unit'));
const amountOf = (match: Match): number | null =>
  match.isA('amount', 'vague') ? null : (match.number('low') ?? match.number('amount') ?? 1);

const length = (match: Match, amount: number | null): Period =>
  unplaced('reference', lengthValue(amount, unitOf(match)));

function readLength(match: Match, context: Context): Draft | null {
  if (isAge(match) || isFraction(match) || isSameNumber(match)) return null;
  const amount = amountOf(match);
  return draft(match, 'DURATION', { ...length(match, amount), ...reach(match, context, amount) });
}

/** "52 years old", "a 27-year-old", "four years of age": ages are no times. */
const isAge = (match: Match): boolean =>
  /^olds?$/.test(match.after()) ||
  (match.beforeA('dash') && /^olds?$/.test(match.after(2))) ||
  (match.after() === 'of' && match.after(2) === 'age');

/** "three-quarters of them", "about a quarter": fractions are no times. */
const isFraction = (match: Match): boolean =>
  match.value('unit') === 'Q' &&
  (match.after() === 'of' || match.isA('amount', 'one') || !match.afterA('lengthcue'));

/** "the third in as many days" counts what was counted before. */
const isSameNumber = (match: Match): boolean => match.word('amount') === 'many' && match.before() === 'as';

/** "for two weeks" with "has been": the days back from publication. "within five days": the days ahead. */
function reach(match: Match, context: Context, amount: number | null): Partial<Interval> {
  const { published } = context;
  if (published === null || amount === null) return {};
  if (match.before() === 'for' && perfect(match)) return daysOver(published, -amount, unitOf(match));
  if (match.before() === 'within' && context.direction(match.first) === 'future')
    return daysOver(published, amount, unitOf(match));
  return {};
}

/** The days between publication and so many units later, or earlier where negative. */
function daysOver(published: string, amount: number, unit: string): Interval {
  const whole = (CALENDAR[unit] ?? unit) as Unit;
  const other = isClock(unit)
    ? addDays(
        published,
        Math.sign(amount) * Math.ceil(Math.min(Math.abs(amount), 10_000) / (unit === 'H' ? 24 : 1440)),
      )
    : shiftDay(published, amount * (SCALE[unit] ?? 1), whole);
  return amount < 0 ? { from: other, to: published } : { from: published, to: other };
}

/** How far before a length its "has" may stand, in words. */
const PERFECT_REACH = 14;

/** Whether "has" or "have" stands before the match in its clause: what lasted till the day of publication. */
function perfect(match: Match): boolean {
  for (let distance = 2; distance < PERFECT_REACH; distance++) {
    const word = match.before(distance);
    if (/^(has|have|been)$/.test(word)) return match.before(distance + 1) !== 'had';
    if (/^([;:.,]|had|was|were|will|)$/.test(word)) return false;
  }
  return false;
}

function readAndAHalf(match: Match): Draft {
  return draft(match, 'DURATION', length(match, (match.number('amount') ?? 1) + 0.5));
}

/** "for a year", "nearly an hour": a length only after a word that goes before lengths. */
function readOne(match: Match): Draft | null {
  const bare = match.end - match.first === 2 && match.atoms[match.first]!.lower !== 'another';
  if (isAge(match) || match.value('unit') === 'Q' || (bare && !match.afterA('lengthcue'))) return null;
  return draft(match, 'DURATION', length(match, 1));
}

const HALVES: Readonly<Record<string, string>> = {
  H: 'PT30M',
  Y: 'P6M',
  D: 'PT12H',
  E: 'P5Y',
  C: 'P50Y',
  N: 'PT30S',
};

function readHalf(match: Match): Draft | null {
  const value = HALVES[unitOf(match)];
  return value ? draft(match, 'DURATION', unplaced('reference', value)) : null;
}

/** Units of a vague number, as UCDP reads "the past few days". */
const FEW = 3;

/** "the past three years", "the next few days", "recent months". */
function readSided(match: Match, context: Context): Draft | null {
  if (isAge(match)) return null;
  const single = !match.has('amount') && match.isA('unit', 'unit', 'short');
  const amount = match.has('amount') ? amountOf(match) : single ? 1 : null;
  const period = length(match, amount);
  const { published } = context;
  if (published === null || match.after() === 'of' || match.isA('side', '"first"', '"latest"', '"final"'))
    return draft(match, 'DURATION', period);
  const reached = daysOver(
    sideBase(match, context, published),
    sideOf(match) * (amount ?? FEW),
    unitOf(match),
  );
  if (match.isA('side', 'recent') && amount === null)
    return draft(match, 'DATE', { grain: 'reference', value: 'PAST_REF', ...reached });
  return draft(match, 'DURATION', { ...period, ...reached });
}

const sideOf = (match: Match): number => (match.isA('side', 'next', 'coming', 'following') ? 1 : -1);

/** "In the following months 40 died" reaches on from the time last named, "the next few days" of what is past too. */
function sideBase(match: Match, { anchor, direction }: Context, published: string): string {
  const told = match.isA('side', 'following', 'previous');
  const past = match.isA('side', 'next') && direction(match.first) === 'past';
  if (!told && !past) return published;
  return (sideOf(match) > 0 ? anchor?.to : anchor?.from) ?? published;
}

/** "for weeks", "a matter of days", "decades-long". */
function readBare(match: Match): Draft | null {
  const single = match.end - match.first === 1 && !match.isA('unit', 'longs');
  if (single && (!match.afterA('lengthcue') || match.beforeA('dash') || isAge(match))) return null;
  return draft(match, 'DURATION', length(match, match.isA('unit', 'unit', 'longs') ? 1 : null));
}
