import { unplaced } from '../period.ts';
import { type Draft, draft, type Match, type Rule, rule } from '../rule.ts';
import { lengthValue } from './lengths.ts';

/** Times that come back: "daily", "every two weeks", "twice a year". */
export const SET_RULES: readonly Rule[] = [
  rule('value:frequency', (match) => (named(match) ? null : set(match, String(match.value('value'))))),
  rule('every (amount:num | other:"other")? unit:unit/units/short/shorts', readEvery),
  rule('every part:daypart', (match) => set(match, `XXXX-XX-XXT${match.value('part')}`)),
  rule('weekday:weekday part:daypart', readNights),
  rule('first:weekday "and"/"or" weekday:weekday part:daypart', readBothNights),
  rule('every weekday:weekday', (match) => set(match, `XXXX-WXX-${match.value('weekday')}`)),
  rule('every month:month', (match) => set(match, `XXXX-${String(match.value('month')).padStart(2, '0')}`)),
  rule('rate:a/"per" unit:unit/short', readRate),
];

/** "The Daily Bugle": a word of a name. */
const named = (match: Match): boolean =>
  match.first > 0 && match.atoms[match.first]!.capital && (match.atoms[match.end]?.capital ?? false);

const set = (match: Match, value: string): Draft => draft(match, 'SET', unplaced('reference', value));

const nightOf = (match: Match, name: string): string =>
  `XXXX-WXX-${match.value(name)}T${match.value('part')}`;

/** "Tuesday nights"; "Tuesday night" is one night. */
function readNights(match: Match): Draft | null {
  return match.word('part')!.endsWith('s') ? set(match, nightOf(match, 'weekday')) : null;
}

/** "Monday and Tuesday nights": a time each. */
function readBothNights(match: Match): readonly Draft[] | null {
  if (!match.word('part')!.endsWith('s')) return null;
  const second = { ...set(match, nightOf(match, 'weekday')), first: match.at('weekday') };
  return [{ ...set(match, nightOf(match, 'first')), end: match.first + 1 }, second];
}

function readEvery(match: Match): Draft | null {
  if (match.after() === 'of') return null;
  const amount = match.number('amount') ?? (match.has('other') ? 2 : 1);
  return set(match, lengthValue(amount, String(match.value('unit'))));
}

/** How far before "a year" the word of times may stand, in words. */
const RATE_REACH = 2;

/** "a year" comes back after a word of times in its clause: "twice a month"; what is so much a month is a figure's rate. */
function readRate(match: Match): Draft | null {
  if (match.afterA('lengthcue') || match.beforeA('comparative') || match.after() === 'ago') return null;
  for (let distance = 1; distance <= RATE_REACH; distance++) {
    if (/^[,;:.()]?$/.test(match.before(distance)) && !/^\d/.test(match.before(distance + 1))) return null;
    if (match.afterA('ratecue', distance)) return set(match, lengthValue(1, String(match.value('unit'))));
  }
  return null;
}
