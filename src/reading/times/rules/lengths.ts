import { addDays } from '../../../text/interval.ts';
import { type Period, shiftDay, type Unit, unplaced } from '../period.ts';
import { type Context, type Draft, draft, type Match, type Rule, rule } from '../rule.ts';

const AMOUNT = 'bound? approx? (amount:num | amount:vague)';
const UNITS = 'unit:unit/units/short/shorts';

/** Durations, and times that come back. */
export const LENGTH_RULES: readonly Rule[] = [
  rule(`${AMOUNT} trading? trading? ${UNITS} ("or" "so")?`, readLength),
  rule(`${AMOUNT} dash ${UNITS} (dash "long")?`, readLength),
  rule(`bound? approx? low:num joint:"to"/"or"/dash amount:num dash? trading? ${UNITS}`, readLength),
  rule(`bound? approx? (amount:num | a) "and" "a" "half" ${UNITS}`, readAndAHalf),
  rule('bound? approx? (a | "another") ("full" | "whole" | trading)? unit:unit/short', readOne),
  rule('"half" (a | dash a dash)? unit:unit/short', readHalf),
  rule('half dash unit:unit/short', readHalf),
  rule(
    `("each" "of")? bound? the? side:last/past/next/coming/previous/following/"first"/"latest" approx? (amount:num | amount:vague) trading? ${UNITS} ("or" "so")?`,
    readSided,
  ),
  rule('("over" | "in" | "during" | "for")? the side:past unit:unit/short ("or" "so")?', readSidedOne),
  rule('side:past/coming unit:units/shorts', readSidedVague),
  rule('bound? the? side:recent unit:units/shorts', readSidedVague),
  rule('the amount:num unit:units/shorts', readLength),
  rule('unit:units/shorts (dash "long"/"old")?', readVagueLength),
  rule('unit:unit dash "long"', (match) => draft(match, 'DURATION', length(match, 1))),
  rule('frequency', readFrequency),
  rule('every (amount:num | "other")? unit:unit/units/short/shorts', readEvery),
  rule('every part:daypart', (match) =>
    draft(match, 'SET', unplaced('reference', `XXXX-XX-XXT${match.value('part')}`)),
  ),
  rule('every weekday:weekday', (match) =>
    draft(match, 'SET', unplaced('reference', `XXXX-WXX-${match.value('weekday')}`)),
  ),
  rule('("once" | "twice" | "times") a unit:unit/short', readPer),
];

/** The TIMEX3 value of so many units; `null` is a vague number. */
function lengthValue(amount: number | null, unit: string): string {
  if (amount !== null && !Number.isInteger(amount) && unit === 'H' && amount % 0.5 === 0)
    return `PT${Math.floor(amount)}H30M`;
  const scale = unit === 'E' ? 10 : unit === 'C' ? 100 : unit === 'F' ? 2 : 1;
  const count = amount === null ? 'X' : String(Math.round(amount * scale * 100) / 100);
  if (unit === 'H' || unit === 'N' || unit === 'S') return `PT${count}${unit === 'N' ? 'M' : unit}`;
  if (amount === null && (unit === 'E' || unit === 'C')) return `PX${unit === 'E' ? 'E' : 'C'}`;
  return `P${count}${unit === 'E' || unit === 'C' ? 'Y' : unit === 'F' ? 'W' : unit}`;
}

const length = (match: Match, amount: number | null): Period =>
  unplaced('reference', lengthValue(amount, String(match.value('unit'))));

const amountOf = (match: Match): number | null =>
  match.has('amount') && !('vague' in match.atoms[match.at('amount')]!.values)
    ? match.number('amount')!
    : null;

function readLength(match: Match, context: Context): Draft | null {
  if (isAge(match)) return null;
  const amount = match.has('low') ? match.number('low')! : amountOf(match);
  const unit = String(match.value('unit'));
  if (/^(ordinal)$/.test(unit)) return null;
  return draft(match, 'DURATION', { ...length(match, amount), ...reach(match, context, amount, unit) });
}

/** "52 years old", "a 27-year-old": ages are no times. */
const isAge = (match: Match): boolean =>
  match.after() === 'old' ||
  (/^[-‐–]$/.test(match.after()) && /^olds?$/.test(match.after(2))) ||
  (match.after() === 'of' && match.after(2) === 'age');

/** "for two weeks" with "has been": the days back from publication. "within five days": the days ahead. */
function reach(match: Match, context: Context, amount: number | null, unit: string) {
  if (context.published === null || amount === null || !isCalendar(unit)) return {};
  if (match.before() === 'for' && perfect(match)) return back(context.published, amount, unit);
  if (match.before() === 'within' && context.direction(match.first) === 'future')
    return ahead(context.published, amount, unit);
  return {};
}

const isCalendar = (unit: string): unit is Unit => /^[DWMQYEC]$/.test(unit);
const back = (published: string, amount: number, unit: Unit) => ({
  from: shiftDay(published, -amount, unit),
  to: published,
});
const ahead = (published: string, amount: number, unit: Unit) => ({
  from: published,
  to: shiftDay(published, amount, unit),
});

/** Whether "has" or "have" stands before the match without another verb's clause between. */
function perfect(match: Match): boolean {
  for (let distance = 2; distance < 14; distance++) {
    const word = match.before(distance);
    if (/^(has|have|'ve|been)$/.test(word)) return true;
    if (/^([;:.,]|had|was|were|will)?$/.test(word)) return false;
  }
  return false;
}

function readAndAHalf(match: Match): Draft {
  return draft(match, 'DURATION', length(match, (match.number('amount') ?? 1) + 0.5));
}

/** "a year", "an hour": a length after "for", "within", "nearly" …; a rate after a number; else it tells nothing. */
function readOne(match: Match): Draft | null {
  if (/^(day|week|month|quarter|year|hour|minute|second)$/.test(match.after())) return null;
  const unit = String(match.value('unit'));
  const alone = match.atoms[match.first]!.lower;
  if (/^(a|an)$/.test(alone) && !LENGTH_CUES.has(match.before()))
    return /^\d|^[.,;]?$/.test('') ? readRate(match, unit) : null;
  return draft(match, 'DURATION', length(match, 1));
}

const LENGTH_CUES: ReadonlySet<string> = new Set(
  'for in within after about nearly almost over than least before lasted lasting last took take takes spent spend only just under until as him her them of'.split(
    ' ',
  ),
);

/** "$33 million a year", "three times a week". */
function readRate(match: Match, unit: string): Draft | null {
  for (let distance = 1; distance <= 4; distance++) {
    const word = match.before(distance);
    if (/^(\d[\d.,]*|million|billion|thousand|hundred|%|percent|times|once|twice|dollars|cents)$/.test(word))
      return draft(match, 'SET', unplaced('reference', lengthValue(1, unit)));
  }
  return null;
}

function readPer(match: Match): Draft {
  return { ...draft(match, 'SET', length(match, 1)), first: match.end - 2 };
}

function readHalf(match: Match): Draft | null {
  const unit = String(match.value('unit'));
  const halved: Readonly<Record<string, string>> = {
    H: 'PT30M',
    Y: 'P6M',
    D: 'PT12H',
    E: 'P5Y',
    C: 'P50Y',
    N: 'PT30S',
  };
  const value = halved[unit];
  return value ? draft(match, 'DURATION', unplaced('reference', value)) : null;
}

/** "the past three years", "the next few days": with the days they reach over. */
function readSided(match: Match, context: Context): Draft | null {
  if (isAge(match)) return null;
  const amount = amountOf(match);
  return draft(match, 'DURATION', { ...length(match, amount), ...sidedDays(match, context, amount) });
}

function readSidedOne(match: Match, context: Context): Draft {
  const from = match.at('side') - 1;
  return {
    ...draft(match, 'DURATION', { ...length(match, 1), ...sidedDays(match, context, 1) }),
    first: from,
  };
}

function readSidedVague(match: Match, context: Context): Draft {
  return draft(match, 'DURATION', { ...length(match, null), ...sidedDays(match, context, null) });
}

/** Days of a vague number, as UCDP reads "past few days". */
const FEW = 3;

function sidedDays(match: Match, context: Context, amount: number | null) {
  const unit = String(match.value('unit'));
  const side = match.word('side')!;
  const { published } = context;
  if (published === null || /^(first|latest)$/.test(side)) return {};
  if (!isCalendar(unit))
    return unit === 'H' ? hours(published, side, amount ?? FEW) : { from: published, to: published };
  const forward = /^(next|coming|upcoming|following)$/.test(side);
  return (forward ? ahead : back)(published, amount ?? FEW, unit);
}

const hours = (published: string, side: string, amount: number) => {
  const days = Math.ceil(amount / 24);
  return side === 'next' || side === 'coming'
    ? { from: published, to: addDays(published, days) }
    : { from: addDays(published, -days), to: published };
};

/** "for weeks", "months of talks", "in years". */
function readVagueLength(match: Match): Draft | null {
  if (
    !/^(for|of|in|after|within|took|take|last|lasted|matter|over|through|many|follows|only|just|spent|,|)$/.test(
      match.before(),
    ) &&
    match.end - match.first === 1
  )
    return null;
  return draft(match, 'DURATION', length(match, null));
}

function readFrequency(match: Match): Draft | null {
  const value = String(
    Object.values(match.atoms[match.first]!.values).find((each) => /^P/.test(String(each))),
  );
  return draft(match, 'SET', unplaced('reference', value));
}

function readEvery(match: Match): Draft | null {
  const amount =
    match.number('amount') ??
    (match.atoms.slice(match.first, match.end).some((atom) => atom.lower === 'other') ? 2 : 1);
  if (match.after() === 'of') return null;
  return draft(match, 'SET', length(match, amount));
}
