import type { Measure, Scope } from '../reading/claim.ts';
import type { Figure } from '../reading/figure.ts';
import type { Facet } from './facets.ts';
import { type Days, daysBetween } from './facets.ts';
import { areForeign, type GroupRelation, relate } from './groups.ts';
import { shares } from './sets.ts';
import { conflicts, distance, sameFigure } from './values.ts';

/** Measures that reports use for one another, beside themselves. */
const NEAR: readonly (readonly Measure[])[] = [
  ['freed', 'rescued'],
  ['captured', 'detained', 'missing'],
];

/** How likely two figures of one story on one measure answer one question, before anything else is known. */
const PRIOR: Readonly<Record<Measure, number>> = {
  killed: 0.6,
  wounded: 0.6,
  'killed-or-wounded': 0.6,
  missing: 0.6,
  captured: 0.4,
  freed: 0.4,
  displaced: 0.4,
  detained: 0.4,
  rescued: 0.4,
  infected: 0.4,
  deployed: 0.4,
  destroyed: 0,
  launched: 0,
  intercepted: 0,
  'area-held': 0.3,
  'area-taken': 0.3,
  money: -1.2,
  dismissed: 0,
  vote: 0,
  other: -2,
};

const BY_GROUP: Readonly<Record<GroupRelation, number>> = {
  same: 0.8,
  alike: 0.2,
  unsure: 0,
  narrower: -1.6,
  wider: -1.6,
  apart: -3.5,
};

/** How a total of one event, a running total and a state stand to each other as answers. */
const BY_SCOPE: Readonly<Record<Scope, Readonly<Record<Scope, number | null>>>> = {
  incident: { incident: 0.2, cumulative: -1, state: -1, rate: null },
  cumulative: { incident: -1, cumulative: 0.2, state: -0.2, rate: null },
  state: { incident: -1, cumulative: -0.2, state: 0.2, rate: null },
  rate: { incident: null, cumulative: null, state: null, rate: 0.2 },
};

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
  const topic = byTopic(a, b);
  const scope = BY_SCOPE[a.claim.scope][b.claim.scope];
  if (topic === null || scope === null || areForeign(a.group, b.group) || meansTwoThings(a, b)) return null;
  const number = numberOf(a, b);
  return {
    topic,
    number: byNumber(a, b, number),
    group: byGroup(a, b, number),
    when: byWhen(a, b, number),
    place: byPlace(a, b, number),
    scope: scope * (scope > 0 || number === 'both' ? 1 : number === 'against' ? 1.5 : 0.5),
    article: byArticle(a, b, number),
  };
}

/** What evidence rests on. */
export type Ground = 'topic' | 'number' | 'group' | 'when' | 'place' | 'scope' | 'article';

/** How the numbers stand: the same and telling; the same but small or vague; able to hold both; against each other. */
type Numbers = 'same' | 'same-small' | 'both' | 'against';

function numberOf(
  { claim: { figure: x }, value: m }: Facet,
  { claim: { figure: y }, value: n }: Facet,
): Numbers {
  if (sameFigure(x, y)) return x.bound !== 'vague' && Math.min(m ?? 0, n ?? 0) > 12 ? 'same' : 'same-small';
  return conflicts(x, y) ? 'against' : 'both';
}

const agrees = (number: Numbers): boolean => number === 'same' || number === 'same-small';

function byTopic(a: Facet, b: Facet): number | null {
  const [x, y] = [a.claim, b.claim];
  if (x.figure.per !== y.figure.per || unitKind(x.figure.unit) !== unitKind(y.figure.unit)) return null;
  if (x.measure !== y.measure) return byMeasures(a, b);
  if (x.measure !== 'other') return PRIOR[x.measure];
  if (a.predicate && b.predicate) return PRIOR.other + (a.predicate === b.predicate ? 2 : -0.6);
  return PRIOR.other;
}

/** Two measures name one thing where reports use both, or where one reading found no measure for the same number. */
function byMeasures(a: Facet, b: Facet): number | null {
  const [x, y] = [a.claim.measure, b.claim.measure];
  if (NEAR.some((near) => near.includes(x) && near.includes(y))) return PRIOR[x] - 0.2;
  const unread = x === 'other' || y === 'other';
  return unread && a.value === b.value && numberOf(a, b) === 'same' ? -1 : null;
}

const unitKind = (unit: string): string => (unit === 'person' || unit === 'item' ? 'count' : unit);

function byNumber(a: Facet, b: Facet, number: Numbers): number {
  if (number === 'same') return 2.2;
  if (number === 'same-small') return a.claim.figure.bound === 'vague' ? 0.6 : 1.2;
  if (number === 'both') return 0.3;
  const far = distance(a.claim.figure, b.claim.figure);
  if (a.claim.measure === 'other' || a.claim.measure === 'money') return far <= 1.3 ? 0 : -0.8;
  const points = far <= 1.5 ? 0 : far <= 4 ? -0.2 : far <= 20 ? -0.5 : -1;
  return isFloorOf(a.claim.figure, b.claim.figure) || isFloorOf(b.claim.figure, a.claim.figure)
    ? points / 2
    : points;
}

/** "at least 8" under 31: early counts are floors that later ones pass. */
const isFloorOf = (a: Figure, b: Figure): boolean =>
  (a.bound === 'at-least' || a.bound === 'more-than') && (a.low ?? 0) < (b.high ?? b.low ?? 0);

/** Who is counted: a number that agrees makes up for a vaguer word, one that does not makes a narrower word count. */
function byGroup(a: Facet, b: Facet, number: Numbers): number {
  const relation = relate(a.group, b.group);
  const against = number === 'against';
  const kinds =
    BY_GROUP[relation] +
    (against && (relation === 'alike' || relation === 'unsure') ? -0.3 : 0) +
    (isNarrow(relation) && number === 'same' ? 1.8 : number === 'against' ? 0 : 0.8);
  const beside = a.group.beside !== b.group.beside && !agrees(number) ? -0.5 : 0;
  const units = a.claim.figure.unit !== b.claim.figure.unit ? -0.7 : 0;
  if (relation === 'unsure') return kinds + beside + units;
  const names = byNames(a.group.names, b.group.names, number);
  return kinds + beside + units + names + byNames(a.group.nations, b.group.nations, number);
}

const isNarrow = (relation: GroupRelation): boolean => relation === 'narrower' || relation === 'wider';

/** Names or countries that only one of the groups has narrow it: "harbour board officers" among "officers". */
function byNames(a: ReadonlySet<string>, b: ReadonlySet<string>, number: Numbers): number {
  if (!a.size && !b.size) return 0;
  if (shares(a, b)) return 0.5;
  if (number === 'same') return 0;
  return a.size && b.size ? -1 : number === 'same-small' ? -0.2 : number === 'against' ? -1.4 : -0.5;
}

/** How far other days speak against one question: numbers that agree make a misread day the likelier. */
const DOUBT: Readonly<Record<Numbers, number>> = { same: 0.4, 'same-small': 0.5, both: 0.7, against: 1 };

function byWhen(a: Facet, b: Facet, number: Numbers): number {
  if (!a.when || !b.when) return 0;
  const gap = daysBetween(a.when, b.when);
  if (gap === 0) return byOverlap(a.when, b.when, number);
  const incident = a.claim.scope === 'incident' || b.claim.scope === 'incident';
  if (!incident) return 0;
  return (gap <= 1 ? -0.2 : gap <= 3 ? -0.6 : gap <= 30 ? -1.4 : -2.2) * DOUBT[number];
}

function byOverlap(a: Days, b: Days, number: Numbers): number {
  if (isPeriodWithin(a, b) || isPeriodWithin(b, a)) return number === 'same' ? 0 : -0.8;
  return isOpen(a) === isOpen(b) ? 0.3 : 0;
}

const isOpen = ({ from, to }: Days): boolean => !Number.isFinite(to - from);

/** Whether one is a much shorter time within the other: a year's toll within a war's. */
const isPeriodWithin = (inner: Days, outer: Days): boolean =>
  outer.to - outer.from >= 60 &&
  Number.isFinite(outer.to - outer.from) &&
  (inner.to - inner.from) * 2 < outer.to - outer.from;

function byPlace(a: Facet, b: Facet, number: Numbers): number {
  if (!a.place.size || !b.place.size) return 0;
  if (shares(a.place, b.place)) return 0.3;
  return agrees(number) ? -0.1 : -0.5;
}

/** What one article says twice in one number is one thing, and two numbers in it more often two. */
function byArticle(a: Facet, b: Facet, number: Numbers): number {
  if (!shares(a.articles, b.articles)) return 0;
  if (agrees(number)) return a.claim.headline || b.claim.headline ? 0.8 : 0.3;
  if (number !== 'against' || isLater(a, b) || changes(a, b)) return 0;
  return shareSentence(a, b) ? -1.6 : -0.6;
}

/** One voice in one article means two things by two numbers that contradict each other, unless the days differ. */
const meansTwoThings = (a: Facet, b: Facet): boolean =>
  a.voice.key === b.voice.key &&
  shares(a.articles, b.articles) &&
  !isLater(a, b) &&
  numberOf(a, b) === 'against';

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
