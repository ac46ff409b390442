import type { Measure } from '../reading/claim.ts';
import type { Figure } from '../reading/figure.ts';
import { lexiconFiles } from '../text/lexicon.ts';
import { type Days, daysBetween, type Facet } from './facets.ts';
import { areForeign, relate } from './groups.ts';
import { type Numbers, POINTS } from './points.ts';
import { shares } from './sets.ts';
import { conflicts, distance, FALLING, sameFigure } from './values.ts';

/** What evidence rests on. */
export type Ground = 'measure' | 'number' | 'group' | 'when' | 'place' | 'scope' | 'article';

/** Measures that reports use for one another, beside themselves. */
const NEAR: readonly (readonly Measure[])[] = [
  ['freed', 'rescued'],
  ['captured', 'detained', 'missing'],
];

/** Measures of one family can answer one question; `other` is a family of its own. */
export const familyOf = (measure: Measure): Measure =>
  NEAR.find((near) => near.includes(measure))?.[0] ?? measure;

/** Numbers up to this one fall together by chance. */
const SMALL = 12;

/**
 * Evidence that two claims answer one question, in points: above nought for, below against, `null` never. One voice
 * that gives two numbers at once means two things, and own and enemy are never one group.
 */
export function likeness(a: Facet, b: Facet): number | null {
  const evidence = evidenceOf(a, b);
  return evidence && Object.values(evidence).reduce((sum, points) => sum + points, 0);
}

/** The evidence by what it rests on; `null` where the two can never answer one question. */
export function evidenceOf(a: Facet, b: Facet): Readonly<Record<Ground, number>> | null {
  const measure = byMeasure(a, b);
  const scope = POINTS.scope[a.claim.scope][b.claim.scope];
  if (measure === null || scope === null || areForeign(a.group, b.group)) return null;
  const numbers = numbersOf(a, b);
  if (numbers === 'against' && meansTwoThings(a, b)) return null;
  return {
    measure,
    number: byNumber(a, b, numbers),
    group: byGroup(a, b, numbers),
    when: byWhen(a, b, numbers),
    place: byPlace(a, b, numbers),
    scope: scope > 0 ? scope : scope * POINTS.scopeWeight[numbers],
    article: byArticle(a, b, numbers),
  };
}

function numbersOf(a: Facet, b: Facet): Numbers {
  const [x, y] = [a.claim.figure, b.claim.figure];
  if (!sameFigure(x, y)) return conflicts(x, y) ? 'against' : 'both';
  return x.bound !== 'vague' && Math.min(a.value ?? 0, b.value ?? 0) > SMALL ? 'same' : 'small';
}

const agrees = (numbers: Numbers): boolean => numbers === 'same' || numbers === 'small';

function byMeasure(a: Facet, b: Facet): number | null {
  const [x, y] = [a.claim, b.claim];
  if (x.figure.per !== y.figure.per || unitKind(x.figure.unit) !== unitKind(y.figure.unit)) return null;
  const { measure, predicate, nearMeasure, unreadMeasure } = POINTS;
  if (x.measure === 'other' && y.measure === 'other') {
    if (!a.predicate || !b.predicate) return measure.other;
    return measure.other + (a.predicate === b.predicate ? predicate.same : predicate.other);
  }
  if (x.measure === y.measure) return measure[x.measure];
  if (NEAR.some((near) => near.includes(x.measure) && near.includes(y.measure)))
    return measure[x.measure] + nearMeasure;
  if (!isUnread(x) && !isUnread(y)) return null;
  return a.value === b.value && numbersOf(a, b) === 'same' ? unreadMeasure.same : unreadMeasure.other;
}

/** Whether no measure was read: neither one of the contract's nor another that the lexicon knows, as "charged" and "aboard". */
const isUnread = ({ measure, predicate }: Facet['claim']): boolean =>
  measure === 'other' && !theMeasures().has(predicate ?? '');

interface MeasuresFile {
  readonly measures?: readonly { readonly measure: string }[];
}

let named: ReadonlySet<string> | null = null;

function theMeasures(): ReadonlySet<string> {
  named ??= new Set(
    lexiconFiles<MeasuresFile>('measures').flatMap(({ measures = [] }) =>
      measures.map(({ measure }) => measure),
    ),
  );
  return named;
}

/** Persons and things are both counted; other units only go with themselves. */
export const unitKind = (unit: string): string => (unit === 'person' || unit === 'item' ? 'count' : unit);

function byNumber(a: Facet, b: Facet, numbers: Numbers): number {
  if (numbers !== 'against')
    return POINTS.numbers[numbers] * (a.claim.figure.bound === 'vague' && numbers === 'small' ? 0.5 : 1);
  const far = distance(a.claim.figure, b.claim.figure);
  if (a.claim.measure === 'other' || a.claim.measure === 'money')
    return far <= 1.3 ? POINTS.numbers.against : POINTS.apartOther;
  const [close, some, much, more, beyond] = POINTS.apart;
  const points = far <= 1.5 ? close : far <= 4 ? some : far <= 20 ? much : far <= 100 ? more : beyond;
  const grown = isFloorOf(a.claim.figure, b.claim.figure) || isFloorOf(b.claim.figure, a.claim.figure);
  const fallen = hasFallen(a, b) ? POINTS.fallen : 0;
  return POINTS.numbers.against + fallen + (grown && a.claim.scope === b.claim.scope ? points / 2 : points);
}

/** Tolls grow: of two sayings on different days the later one seldom has the lower number. */
function hasFallen(a: Facet, b: Facet): boolean {
  if (daysBetween(a.on, b.on) === 0 || FALLING.has(a.claim.measure)) return false;
  const [earlier, later] = a.on!.from < b.on!.from ? [a, b] : [b, a];
  return (later.value ?? 0) < (earlier.value ?? 0);
}

/** "at least 8" under 31: early counts are floors that later ones pass. */
const isFloorOf = (a: Figure, b: Figure): boolean =>
  (a.bound === 'at-least' || a.bound === 'more-than') && (a.low ?? 0) < (b.high ?? b.low ?? 0);

/** Who is counted. Names and countries tell nothing where one side says nothing of who. */
function byGroup({ group: a, claim: x }: Facet, { group: b, claim: y }: Facet, numbers: Numbers): number {
  const relation = relate(a, b);
  const beside = a.beside !== b.beside && !agrees(numbers) ? POINTS.beside : 0;
  const units = x.figure.unit !== y.figure.unit ? POINTS.unit : 0;
  const named =
    relation === 'unsure' ? 0 : byNames(a.names, b.names, numbers) + byNames(a.nations, b.nations, numbers);
  const renamed = x.measure === 'money' && relation === 'apart' && numbers === 'same';
  return (renamed ? POINTS.renamed : POINTS.group[relation][numbers]) + beside + units + named;
}

/** Names or countries that only one of the groups has narrow it: "harbour board officers" among "officers". */
function byNames(a: ReadonlySet<string>, b: ReadonlySet<string>, numbers: Numbers): number {
  const { shared, one, different } = POINTS.names;
  if (!a.size && !b.size) return 0;
  if (shares(a, b)) return shared;
  if (numbers === 'same') return one.same;
  return a.size && b.size ? different : one[numbers];
}

function byWhen(a: Facet, b: Facet, numbers: Numbers): number {
  if (!a.when || !b.when) return 0;
  const gap = daysBetween(a.when, b.when);
  if (gap === 0) return byOverlap(a.when, b.when, numbers);
  if (a.claim.scope !== 'incident' && b.claim.scope !== 'incident') return 0;
  const [day, days, month, season, beyond] = POINTS.days;
  if (isSupposed(a.when.from < b.when.from ? b : a)) return 0;
  if (gap <= WEEK && (isSupposed(a) || isSupposed(b))) return 0;
  if (gap > 120) return shares(a.articles, b.articles) ? beyond + POINTS.article.otherTime : beyond;
  return (gap <= 1 ? day : gap <= 3 ? days : gap <= 30 ? month : season) * POINTS.doubt[numbers];
}

/** Days within which an event is told again as of the day of the report. */
const WEEK = 7;

/** Whether no words give the day of an event: it is then the day of the report, on which it was still told. */
const isSupposed = ({ claim: { when, scope } }: Facet): boolean => scope === 'incident' && when?.text === '';

function byOverlap(a: Days, b: Days, numbers: Numbers): number {
  if (isPeriodWithin(a, b) || isPeriodWithin(b, a)) return numbers === 'same' ? 0 : POINTS.periodWithin;
  return isOpen(a) === isOpen(b) ? POINTS.sameDays : 0;
}

const isOpen = ({ from, to }: Days): boolean => !Number.isFinite(to - from);

/** Whether one is a much shorter time within the other: a year's toll within a war's. */
const isPeriodWithin = (inner: Days, outer: Days): boolean =>
  outer.to - outer.from >= 60 && !isOpen(outer) && (inner.to - inner.from) * 2 < outer.to - outer.from;

/** Places that do not name each other may still hold each other, unless they are in two countries or one is off the scene. */
function byPlace(a: Facet, b: Facet, numbers: Numbers): number {
  const { shared, different, offScene, abroad } = POINTS.place;
  if (!a.place.size || !b.place.size) return 0;
  if (shares(a.place, b.place)) return shared;
  if (a.lands.size && b.lands.size && !shares(a.lands, b.lands)) return abroad[numbers];
  return a.onScene && b.onScene ? different[numbers] : offScene[numbers];
}

/** What one article says twice in one number is one thing, and two numbers in it more often two. */
function byArticle(a: Facet, b: Facet, numbers: Numbers): number {
  if (!shares(a.articles, b.articles)) return 0;
  const { again, headline, against, sentence } = POINTS.article;
  if (agrees(numbers)) return a.claim.headline || b.claim.headline ? headline : again;
  if (replaces(a, b)) return POINTS.article.replaces;
  if (numbers !== 'against' || isLater(a, b)) return 0;
  return shareSentence(a, b) ? sentence : against;
}

/**
 * One voice in one article means two things by two numbers that contradict each other, unless the days differ, the words
 * say that one takes the other's place, or they are counts of people as close as "58" and "at least 59".
 */
const meansTwoThings = (a: Facet, b: Facet): boolean =>
  a.voice.key === b.voice.key &&
  shares(a.articles, b.articles) &&
  !isLater(a, b) &&
  !replaces(a, b) &&
  !isRecount(a, b) &&
  !isPassed(a, b);

/** Counts below this are never taken for one another, nor counts farther apart than this. */
const RECOUNT = { least: 20, apart: 1.1 } as const;

const isRecount = (a: Facet, b: Facet): boolean =>
  a.claim.figure.unit === 'person' &&
  a.claim.measure !== 'other' &&
  relate(a.group, b.group) === 'same' &&
  Math.min(a.value ?? 0, b.value ?? 0) >= RECOUNT.least &&
  distance(a.claim.figure, b.claim.figure) <= RECOUNT.apart;

/** "over 20" and later "at least 50" of the same people there: a floor that the count has passed, as in reports that are added to. */
const isPassed = (a: Facet, b: Facet): boolean =>
  a.claim.figure.unit === 'person' &&
  a.claim.measure !== 'other' &&
  a.claim.scope === b.claim.scope &&
  relate(a.group, b.group) === 'same' &&
  a.group.beside === b.group.beside &&
  shares(a.place, b.place) &&
  (isFloorOf(a.claim.figure, b.claim.figure) || isFloorOf(b.claim.figure, a.claim.figure));

/** "rose to 15, up from 12": the words say that one number takes the other's place. */
const replaces = (a: Facet, b: Facet): boolean =>
  a.claims.some(({ replaces }) => replaces && b.claims.some(({ id }) => replaces.includes(id))) ||
  b.claims.some(({ replaces }) => replaces && a.claims.some(({ id }) => replaces.includes(id)));

const shareSentence = (a: Facet, b: Facet): boolean =>
  a.claims.some((x) =>
    b.claims.some((y) => x.article === y.article && x.sentence.start === y.sentence.start),
  );

const isLater = (a: Facet, b: Facet): boolean =>
  daysBetween(a.on, b.on) > 0 ||
  (a.claim.scope !== 'incident' && b.claim.scope !== 'incident' && daysBetween(a.when, b.when) > 0);
