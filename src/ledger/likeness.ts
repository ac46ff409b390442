import type { Measure } from '../reading/claim.ts';
import type { Figure } from '../reading/figure.ts';
import { type Days, daysBetween, type Facet } from './facets.ts';
import { areForeign, relate } from './groups.ts';
import { type Numbers, POINTS } from './points.ts';
import { shares } from './sets.ts';
import { conflicts, distance, sameFigure } from './values.ts';

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
  const unread = x.measure === 'other' || y.measure === 'other';
  return unread && a.value === b.value && numbersOf(a, b) === 'same' ? unreadMeasure : null;
}

/** Persons and things are both counted; other units only go with themselves. */
export const unitKind = (unit: string): string => (unit === 'person' || unit === 'item' ? 'count' : unit);

function byNumber(a: Facet, b: Facet, numbers: Numbers): number {
  if (numbers !== 'against')
    return POINTS.numbers[numbers] * (a.claim.figure.bound === 'vague' && numbers === 'small' ? 0.5 : 1);
  const far = distance(a.claim.figure, b.claim.figure);
  if (a.claim.measure === 'other' || a.claim.measure === 'money')
    return far <= 1.3 ? POINTS.numbers.against : POINTS.apartOther;
  const [close, some, much, beyond] = POINTS.apart;
  const points = far <= 1.5 ? close : far <= 4 ? some : far <= 20 ? much : beyond;
  const grown = isFloorOf(a.claim.figure, b.claim.figure) || isFloorOf(b.claim.figure, a.claim.figure);
  return POINTS.numbers.against + (grown && a.claim.scope === b.claim.scope ? points / 2 : points);
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
  return POINTS.group[relation][numbers] + beside + units + named;
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
  const [day, days, month, beyond] = POINTS.days;
  return (gap <= 1 ? day : gap <= 3 ? days : gap <= 30 ? month : beyond) * POINTS.doubt[numbers];
}

function byOverlap(a: Days, b: Days, numbers: Numbers): number {
  if (isPeriodWithin(a, b) || isPeriodWithin(b, a)) return numbers === 'same' ? 0 : POINTS.periodWithin;
  return isOpen(a) === isOpen(b) ? POINTS.sameDays : 0;
}

const isOpen = ({ from, to }: Days): boolean => !Number.isFinite(to - from);

/** Whether one is a much shorter time within the other: a year's toll within a war's. */
const isPeriodWithin = (inner: Days, outer: Days): boolean =>
  outer.to - outer.from >= 60 && !isOpen(outer) && (inner.to - inner.from) * 2 < outer.to - outer.from;

function byPlace(a: Facet, b: Facet, numbers: Numbers): number {
  if (!a.place.size || !b.place.size) return 0;
  return shares(a.place, b.place) ? POINTS.place.shared : POINTS.place.different[numbers];
}

/** What one article says twice in one number is one thing, and two numbers in it more often two. */
function byArticle(a: Facet, b: Facet, numbers: Numbers): number {
  if (!shares(a.articles, b.articles)) return 0;
  const { again, headline, against, sentence } = POINTS.article;
  if (agrees(numbers)) return a.claim.headline || b.claim.headline ? headline : again;
  if (numbers !== 'against' || isLater(a, b) || changes(a, b)) return 0;
  return shareSentence(a, b) ? sentence : against;
}

/** One voice in one article means two things by two numbers that contradict each other, unless the days differ. */
const meansTwoThings = (a: Facet, b: Facet): boolean =>
  a.voice.key === b.voice.key && shares(a.articles, b.articles) && !isLater(a, b) && !changes(a, b);

/** "rose to 15 from 12": the words say that one figure became the other. */
const changes = (a: Facet, b: Facet): boolean =>
  a.claim.figure.change !== null || b.claim.figure.change !== null;

const shareSentence = (a: Facet, b: Facet): boolean =>
  a.claims.some((x) =>
    b.claims.some((y) => x.article === y.article && x.sentence.start === y.sentence.start),
  );

const isLater = (a: Facet, b: Facet): boolean =>
  daysBetween(a.on, b.on) > 0 ||
  (a.claim.scope !== 'incident' && b.claim.scope !== 'incident' && daysBetween(a.when, b.when) > 0);
