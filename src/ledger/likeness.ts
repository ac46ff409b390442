import type { Measure, Scope } from '../reading/claim.ts';
import type { Facet } from './facets.ts';
import { daysBetween } from './facets.ts';
import { type GroupRelation, relate } from './groups.ts';
import { shares } from './sets.ts';
import { conflicts, distance, sameFigure } from './values.ts';

/** Against any grouping: as much as several kinds of evidence for it. */
const NEVER = -6;

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
  narrower: -1,
  wider: -1,
  apart: -2.5,
};

/** How a total of one event, a running total and a state stand to each other as answers. */
const BY_SCOPE: Readonly<Record<Scope, Readonly<Record<Scope, number>>>> = {
  incident: { incident: 0.2, cumulative: -1, state: -1, rate: NEVER },
  cumulative: { incident: -1, cumulative: 0.2, state: -0.2, rate: NEVER },
  state: { incident: -1, cumulative: -0.2, state: 0.2, rate: NEVER },
  rate: { incident: NEVER, cumulative: NEVER, state: NEVER, rate: 0.2 },
};

/**
 * Evidence that two claims answer one question, in points: above nought for, below against. It weighs measure,
 * number, group, place, time and scope; one voice that gives two numbers at once means two things.
 */
export function likeness(a: Facet, b: Facet): number {
  const topic = byTopic(a, b);
  if (topic <= NEVER) return NEVER;
  const value = byValue(a, b);
  const group = byGroup(a, b, value);
  const parts = [
    topic,
    value,
    group,
    byWhen(a, b, value),
    byPlace(a, b, value),
    byScope(a, b, value),
    byVoice(a, b),
  ];
  return Math.max(
    NEVER,
    parts.reduce((sum, part) => sum + part, 0),
  );
}

function byTopic(a: Facet, b: Facet): number {
  const [x, y] = [a.claim, b.claim];
  if (x.figure.per !== y.figure.per) return NEVER;
  if (unitKind(x.figure.unit) !== unitKind(y.figure.unit)) return NEVER;
  if (x.measure !== y.measure) return byMeasures(a, b);
  if (x.measure !== 'other') return PRIOR[x.measure];
  if (a.predicate && b.predicate) return PRIOR.other + (a.predicate === b.predicate ? 1 : -0.6);
  return PRIOR.other;
}

/** Two measures name one thing where reports use both, or where one reading found no measure for the same number. */
function byMeasures(a: Facet, b: Facet): number {
  const [x, y] = [a.claim.measure, b.claim.measure];
  if (NEAR.some((near) => near.includes(x) && near.includes(y))) return PRIOR[x] - 0.2;
  const unread = x === 'other' || y === 'other';
  return unread && a.value === b.value && (a.value ?? 0) > 12 && a.claim.figure.bound !== 'vague'
    ? -1
    : NEVER;
}

const unitKind = (unit: string): string => (unit === 'person' || unit === 'item' ? 'count' : unit);

function byValue(a: Facet, b: Facet): number {
  const [x, y] = [a.claim.figure, b.claim.figure];
  const least = Math.min(a.value ?? 0, b.value ?? 0);
  if (sameFigure(x, y)) return x.bound === 'vague' ? 0.6 : least > 12 ? 2.2 : 1.2;
  const far = distance(x, y);
  if (far <= 1) return 0.3;
  if (a.claim.measure === 'other' || a.claim.measure === 'money') return far <= 1.3 ? 0 : -0.8;
  return far <= 1.5 ? 0 : far <= 4 ? -0.3 : far <= 20 ? -0.7 : -1.5;
}

function byGroup(a: Facet, b: Facet, value: number): number {
  const relation = relate(a.group, b.group);
  const kinds =
    relation === 'narrower' || relation === 'wider'
      ? value > 2
        ? 0.2
        : BY_GROUP[relation]
      : BY_GROUP[relation];
  const beside = a.group.beside !== b.group.beside && value < 1 ? -0.5 : 0;
  return kinds + beside + byNames(a, b, value);
}

/** Names that only one of the groups has narrow it: "Harbour Board officers" among "officers". */
function byNames({ group: a }: Facet, { group: b }: Facet, value: number): number {
  if (!a.names.size && !b.names.size) return 0;
  if (shares(a.names, b.names)) return 0.6;
  if (value > 2) return 0;
  return a.names.size && b.names.size ? -1 : value > 1 ? -0.2 : -0.8;
}

function byWhen(a: Facet, b: Facet, value: number): number {
  if (!a.when || !b.when) return 0;
  const gap = daysBetween(a.when, b.when);
  if (gap === 0) return 0.3;
  const incident = a.claim.scope === 'incident' || b.claim.scope === 'incident';
  if (!incident) return 0;
  return (gap <= 2 ? -0.5 : gap <= 30 ? -1.5 : -2.5) + (value > 2 ? 1 : 0);
}

function byPlace(a: Facet, b: Facet, value: number): number {
  if (!a.place.size || !b.place.size) return 0;
  if (shares(a.place, b.place)) return 0.3;
  return value > 1 ? -0.1 : -0.5;
}

function byScope(a: Facet, b: Facet, value: number): number {
  const points = BY_SCOPE[a.claim.scope][b.claim.scope];
  return value > 2 && points > NEVER ? points / 2 : points;
}

/** One voice in one article, on one day, means two things by two numbers that contradict each other, and one by one. */
function byVoice(a: Facet, b: Facet): number {
  if (!shares(a.articles, b.articles)) return 0;
  if (sameFigure(a.claim.figure, b.claim.figure)) return a.claim.headline || b.claim.headline ? 0.8 : 0.3;
  if (a.voice.key !== b.voice.key || !conflicts(a.claim.figure, b.claim.figure)) return 0;
  if (daysBetween(a.on, b.on) > 0) return 0;
  if (a.claim.scope !== 'incident' && daysBetween(a.when, b.when) > 0) return 0;
  return NEVER;
}
