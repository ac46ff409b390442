import { centuryPeriod, decadePeriod, isYear, shiftedPeriod, unplaced, yearPeriod } from '../period.ts';
import { narrowed } from '../place.ts';
import { type Context, type Draft, draft, type Match, type Rule, rule } from '../rule.ts';
import { NOTHING } from '../vocabulary.ts';

/** Years, decades and centuries. */
export const YEAR_RULES: readonly Rule[] = [
  rule('(the? mod:mod dash?)? year:year', readYear),
  rule('the? edge:edge "of" year:year', readYear),
  rule('year:year dash next:num', readSeasonYears),
  rule('"the"? "year" year:year', readYear),
  rule('"the"? fiscal year:year', readYear),
  rule('(mod:mod dash?)? fiscal "year"? year:year', readYear),
  rule('shift:last/this/next/current? fiscal "year"', readFiscal),
  rule('the (shift:last/current/next/coming/"latest"/previous)? fiscal "year"', readFiscal),
  rule('the? (mod:mod dash?)? decade:decade/decadeword', readDecade),
  rule('the? (mod:mod dash?)? century:ordinal dash? "century"', readCentury),
];

function readYear(match: Match): Draft | null {
  const year = match.number('year')!;
  const bare = match.end - match.first === 1;
  if (bare && !likeYear(match, year)) return null;
  return isYear(year)
    ? draft(match, 'DATE', narrowed(yearPeriod(year), match.value('mod') ?? match.value('edge')))
    : null;
}

/** Years that four digits alone may be without a word before them that says so. */
const RECENT = { from: 1900, to: 2040 };

/** Four digits alone are a year where they are recent or a word before them says so, and where they count nothing. */
function likeYear(match: Match, year: number): boolean {
  if (/^\W/.test(match.word('year')!) && match.atoms[match.end]?.capital) return false;
  if (match.afterA('notyear') || match.beforeA('counted') || ofName(match)) return false;
  if (year >= RECENT.from && year <= RECENT.to) return true;
  return match.afterA('yearcue') && !/^\p{L}+s$/u.test(match.after());
}

/** "Hill 1914", "the Orion 1980": digits after a name belong to it. */
function ofName(match: Match): boolean {
  const before = match.atoms[match.first - 1];
  return match.first > 1 && before !== undefined && before.capital && before.symbol === NOTHING;
}

/** "2018-19", "1999-2000": a year that runs over the turn of the year. */
function readSeasonYears(match: Match): Draft | null {
  const [year, next] = [match.number('year')!, match.number('next')!];
  if (next !== year + 1 && next !== (year + 1) % 100) return null;
  const [from, to] = [yearPeriod(year), yearPeriod(year + 1)];
  return draft(match, 'DATE', { ...from, to: to.to });
}

/** "this fiscal year"; "the fiscal year ended Jan. 31" is a length, as "the year ended Jan. 31" is. */
function readFiscal(match: Match, context: Context): Draft {
  if (!match.has('shift') && match.beforeA('limitcue'))
    return draft(match, 'DURATION', unplaced('reference', 'P1Y'));
  const shift = match.value('shift');
  const gap = match.word('shift') === 'latest' ? -1 : typeof shift === 'number' ? shift : 0;
  return draft(match, 'DATE', shiftedPeriod(context.published, gap, 'Y'));
}

/** "in his 30s" tells an age. */
const AGED = /^(?:his|her|their|my|our|your)$/;

function readDecade(match: Match): Draft | null {
  if (AGED.test(match.before())) return null;
  const said = match.number('decade')!;
  if (said >= 100 && said % 10 !== 0) return null;
  const year = said < 100 ? said + 1900 : said;
  const told =
    match.has('mod') || match.atoms[match.first]!.lower === 'the' || /^\W/.test(match.word('decade')!);
  if (said < 100 && !told) return null;
  return isYear(year) ? draft(match, 'DATE', narrowed(decadePeriod(year), match.value('mod'))) : null;
}

function readCentury(match: Match): Draft | null {
  const century = match.number('century')!;
  if (century < 1 || century > 30) return null;
  return draft(match, 'DATE', narrowed(centuryPeriod((century - 1) * 100), match.value('mod')));
}
