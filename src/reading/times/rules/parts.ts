import { addDays } from '../../../text/interval.ts';
import {
  dayFrom,
  halfPeriod,
  type Period,
  quarterPeriod,
  type Season,
  seasonPeriod,
  shiftedPeriod,
  unplaced,
  yearOf,
  yearPeriod,
} from '../period.ts';
import { narrowed } from '../place.ts';
import { aside, type Context, type Draft, draft, type Match, type Rule, rule } from '../rule.ts';

const OF_YEAR =
  '(("of" | "in")? (year:year | shift:last/this/next yearword:"year") | "of" fiscal year:year)?';

/** Quarters, halves and seasons. */
export const PART_RULES: readonly Rule[] = [
  rule(
    `the? (shift:last/this/next "year" "'" "s")? before:year? fiscal? quarter:ordinal joint:dash? "quarter" ${OF_YEAR}`,
    readQuarter,
  ),
  rule(
    'the? ("comparable" | "corresponding" | "same")? "year" dash gap:"ago"/comparative fiscal? (quarter:ordinal dash?)? kind:"quarter"/period',
    readYearAgo,
  ),
  rule('the? "year" dash gap:"ago"/comparative', readYearAgo),
  rule(
    'the ("comparable" | "corresponding" | "same") kind:"quarter"/period ("of" | "in")? (year:year | a? shift:last "year")',
    readSamePeriod,
  ),
  rule('the year:year kind:"quarter"/period', readSamePeriod),
  rule('the ("latest" | "most" "recent") period', readLatestPeriod),
  rule(`the? which:ordinal dash? half ${OF_YEAR}`, readHalf),
  rule('the? which:"latter"/"last" half "of" (year:year | shift:last/this/next "year")', readHalf),
  rule('the? (mod:mod dash?)? season:season "of"? year:year', readSeason),
  rule('(mod:mod dash?)? shift:last/this/next ("past" | "coming")? season:season', readSeason),
  rule('"the" (mod:mod dash?)? shift:last/next/past/coming/previous/following? season:season', readSeason),
  rule('mod:mod dash? season:season', readSeason),
  rule('season:season', readBareSeason),
];

/** The year that a part of a year belongs to: said, or last, this or next, or `null` where the part stands alone. */
function saidYear(match: Match, context: Context): number | null {
  const said = match.number('year') ?? match.number('before');
  if (said !== undefined) return said;
  const shift = match.number('shift');
  return shift !== undefined && context.published !== null ? yearOf(context.published) + shift : null;
}

function readQuarter(match: Match, context: Context): Draft | null {
  const quarter = match.number('quarter')!;
  if (quarter > 4) return null;
  const year = saidYear(match, context) ?? nearYear(match, context, (each) => quarterPeriod(each, quarter));
  const period = year === null ? unplaced('quarter', `XXXX-Q${quarter}`) : quarterPeriod(year, quarter);
  return match.has('joint') && attributive(match)
    ? withoutArticle(match, draft(match, 'DATE', period))
    : draft(match, 'DATE', period);
}

/** Whether the words stand before a noun that they tell the time of: "the third-quarter loss". */
const attributive = (match: Match): boolean =>
  /^[\p{L}$£€]/u.test(match.after()) && !match.beforeA('nounend');

const withoutArticle = (match: Match, draft: Draft): Draft =>
  match.atoms[draft.first]!.lower === 'the' ? { ...draft, first: draft.first + 1 } : draft;

/** Days after which what is still to come is the next year's: third-quarter figures "will be" told in October. */
const LONG_OVER = 150;

/** The latest year whose part has begun by publication, or the next one where the verb looks ahead. */
function nearYear(match: Match, context: Context, part: (year: number) => Period): number | null {
  const { published } = context;
  if (published === null) return null;
  const year = yearOf(published);
  const here = part(year);
  const direction = context.direction(match.first);
  if (here.from! > published) return direction === 'future' ? year : year - 1;
  return direction === 'future' && addDays(here.to!, LONG_OVER) < published ? year + 1 : year;
}

function readYearAgo(match: Match, context: Context): Draft {
  const gap = match.word('gap') === 'later' ? 1 : -1;
  const said = match.number('quarter');
  const base = (match.has('kind') ? context.quarter : context.compared)?.from ?? null;
  if (said !== undefined && context.published !== null)
    return aside(match, 'DATE', quarterPeriod(yearOf(base ?? context.published) + gap, Math.min(said, 4)));
  const period =
    base === null ? shiftedPeriod(context.published, gap, 'Y') : shiftedPeriod(base, gap * 4, 'Q');
  const read = aside(match, 'DATE', period);
  return match.has('kind') ? read : withoutArticle(match, read);
}

/** "the 1988 period", "the same quarter last year": the quarter last named, in another year. */
function readSamePeriod(match: Match, context: Context): Draft {
  const year = saidYear(match, context) ?? (context.published === null ? null : yearOf(context.published));
  if (year === null) return aside(match, 'DATE', unplaced('year', 'XXXX'));
  const quarter = context.quarter?.from;
  return aside(
    match,
    'DATE',
    quarter ? quarterPeriod(year, Math.ceil(Number(quarter.slice(5, 7)) / 3)) : yearPeriod(year),
  );
}

function readLatestPeriod(match: Match, context: Context): Draft {
  return draft(match, 'DATE', context.quarter ?? shiftedPeriod(context.published, -1, 'Q'));
}

function readHalf(match: Match, context: Context): Draft | null {
  const which = match.number('which');
  const half =
    which === undefined || which < 0 || /^(latter|last)$/.test(match.word('which') ?? '') ? 2 : which;
  if (half > 2) return null;
  const year =
    saidYear(match, context) ?? (match.has('yearword') ? null : bareHalfYear(match, context, half));
  return year === null ? null : draft(match, 'DATE', halfPeriod(year, half));
}

/** "the first half" alone may be of a match or a book: only where another time stands for it. */
const bareHalfYear = (_match: Match, context: Context, _half: number): number | null =>
  context.quarter ? yearOf(context.quarter.from!) : null;

function readSeason(match: Match, context: Context): Draft {
  const season = match.value('season') as Season;
  const said = match.number('year');
  const { published } = context;
  if (said === undefined && published === null)
    return draft(match, 'DATE', unplaced('season', `XXXX-${season}`));
  const year = said ?? seasonYear(match, context, season);
  return draft(match, 'DATE', narrowed(seasonPeriod(year, season), match.value('mod')));
}

function seasonYear(match: Match, context: Context, season: Season): number {
  const published = context.published!;
  const shift = match.number('shift');
  const near = nearYear(match, context, (each) => seasonPeriod(each, season))!;
  const current = seasonPeriod(near, season);
  if (shift === 1) return current.to! < published || current.from! <= published ? near + 1 : near;
  if (shift === -1 && current.from! <= published && published <= current.to!) return near - 1;
  if (shift === 0) return seasonThis(published, season);
  return near;
}

/** "this summer": the one of the year, and the winter that is or comes. */
const seasonThis = (published: string, season: Season): number => {
  const year = yearOf(published);
  return season === 'WI' && published < dayFrom(year, 3, 1) ? year - 1 : year;
};

/** "in summer", "by spring": never "fall" or "spring" alone, which are verbs more often. */
function readBareSeason(match: Match, context: Context): Draft | null {
  if (!match.afterA('seasoncue')) return null;
  return readSeason(match, context);
}
