import type { Measure, Scope } from '../reading/claim.ts';
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
  other: -1.6,
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
 * Evidence that two claims answer one question, in points: above nought for, below against, `null` never. It weighs
 * measure, number, group, place, time and scope; one voice that gives two numbers at once means two things.
 */
export function likeness(a: Facet, b: Facet): number | null {
  const topic = byTopic(a, b);
  if (topic === null || areForeign(a.group, b.group) || meansTwoThings(a, b)) return null;
  const number = numberOf(a, b);
  const scope = BY_SCOPE[a.claim.scope][b.claim.scope];
  if (scope === null) return null;
  return (
    topic +
    byNumber(a, b, number) +
    byGroup(a, b, number) +
    byWhen(a, b, number) +
    byPlace(a, b, number) +
    (number === 'same' && scope < 0 ? scope / 2 : scope) +
    byArticle(a, b, number)
  );
}

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
  if (a.predicate && b.predicate) return PRIOR.other + (a.predicate === b.predicate ? 1 : -0.6);
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
  return far <= 1.5 ? 0 : far <= 4 ? -0.3 : far <= 20 ? -0.7 : -1.5;
}

/** Who is counted: a number that agrees makes up for a vaguer word, one that does not makes a narrower word count. */
function byGroup(a: Facet, b: Facet, number: Numbers): number {
  const relation = relate(a.group, b.group);
  const against = number === 'against';
  const kinds =
    BY_GROUP[relation] +
    (against && (relation === 'alike' || relation === 'unsure') ? -0.4 : 0) +
    (isNarrow(relation) && number === 'same' ? 1.8 : number === 'against' ? 0 : 0.8);
  const beside = a.group.beside !== b.group.beside && !agrees(number) ? -0.5 : 0;
  const units = a.claim.figure.unit !== b.claim.figure.unit ? -0.7 : 0;
  return (
    kinds +
    beside +
    units +
    byNames(a.group.names, b.group.names, number) +
    byNames(a.group.nations, b.group.nations, number)
  );
}

const isNarrow = (relation: GroupRelation): boolean => relation === 'narrower' || relation === 'wider';

/** Names or countries that only one of the groups has narrow it: "harbour board officers" among "officers". */
function byNames(a: ReadonlySet<string>, b: ReadonlySet<string>, number: Numbers): number {
  if (!a.size && !b.size) return 0;
  if (shares(a, b)) return 0.5;
  if (number === 'same') return 0;
  return a.size && b.size ? -1 : number === 'same-small' ? -0.2 : number === 'against' ? -1.6 : -0.5;
}

function byWhen(a: Facet, b: Facet, number: Numbers): number {
  if (!a.when || !b.when) return 0;
  const gap = daysBetween(a.when, b.when);
  if (gap === 0)
    return isPeriodWithin(a.when, b.when) || isPeriodWithin(b.when, a.when)
      ? number === 'same'
        ? 0
        : -0.8
      : 0.3;
  const incident = a.claim.scope === 'incident' || b.claim.scope === 'incident';
  if (!incident) return 0;
  return (gap <= 2 ? -0.5 : gap <= 30 ? -1.5 : -2.5) + (number === 'same' ? 1 : 0);
}

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
  return number === 'against' && !isLater(a, b) ? -0.6 : 0;
}

/** One voice in one article means two things by two numbers that contradict each other, unless the days differ. */
const meansTwoThings = (a: Facet, b: Facet): boolean =>
  a.voice.key === b.voice.key &&
  shares(a.articles, b.articles) &&
  !isLater(a, b) &&
  numberOf(a, b) === 'against';

const isLater = (a: Facet, b: Facet): boolean =>
  daysBetween(a.on, b.on) > 0 ||
  (a.claim.scope !== 'incident' && b.claim.scope !== 'incident' && daysBetween(a.when, b.when) > 0);
