import { readFileSync } from 'node:fs';
import { type Day, dayNumber, dayOf } from '../text/interval.ts';
import { copyOf } from './copies.ts';
import { anchorsOf, type Sibling, type Sign, signsFor } from './days.ts';
import { cosine } from './likeness.ts';
import type { Profile } from './profile.ts';

/** Days on either side of a sibling's that are weighed. */
const REACH = 10;
/** Siblings that are asked: those with a known day first, then the most alike. */
const ASKED = 16;
/** Probabilities at which articles are given their days, in turn: a sure day helps to date the others. */
const SURE = [0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0];

/** A day weighed for an article. */
export interface Weighed {
  readonly day: number;
  readonly score: number;
  readonly signs: readonly Sign[];
}

/**
 * Publication days of the undated articles of one story, by article id. Each day near a dated sibling is scored by
 * the signs that would hold on it (weights learned on reports whose day was hidden, models/stories.md); the best one
 * stands, the earlier of two equal ones. Sure ones first, then the rest with their help. Empty where no sibling is dated.
 */
export function datesFor(profiles: readonly Profile[]): ReadonlyMap<string, Day> {
  const sorted = [...profiles].sort((a, b) => (a.id < b.id ? -1 : 1));
  const known = new Map<string, number>();
  for (const { id, published } of sorted) if (published !== null) known.set(id, dayNumber(published));
  const stated = new Set(known.keys());
  if (!stated.size) return new Map();
  for (const least of SURE) settle(sorted, known, least);
  return new Map([...known].filter(([id]) => !stated.has(id)).map(([id, day]) => [id, dayOf(day)]));
}

/** Gives days to those whose best one reaches the probability, all from the days known before. */
function settle(profiles: readonly Profile[], known: Map<string, number>, least: number): void {
  const found = profiles
    .filter(({ id }) => !known.has(id))
    .map((profile) => ({
      id: profile.id,
      best: bestOf(weigh(profile, siblingsOf(profile, profiles, known))),
    }));
  for (const { id, best } of found) if (best && best.probability >= least) known.set(id, best.day);
}

/** The other articles of a story as one of them sees them. */
export function siblingsOf(
  profile: Profile,
  profiles: readonly Profile[],
  days: ReadonlyMap<string, number>,
): readonly Sibling[] {
  return profiles
    .filter(({ id }) => id !== profile.id)
    .map((one) => ({ profile: one, day: days.get(one.id) ?? null, likeness: likenessOf(profile, one) }))
    .sort((a, b) => rank(b) - rank(a) || (a.profile.id < b.profile.id ? -1 : 1))
    .slice(0, ASKED);
}

/** How alike two articles are, 0 to 1: 1 for copies, else by their terms. */
function likenessOf(a: Profile, b: Profile): number {
  const copy = copyOf(a, b);
  if (copy && copy.kind !== 'excerpt') return 1;
  return 0.6 * cosine(a.names, b.names) + 0.4 * cosine(a.words, b.words);
}

const rank = ({ day, likeness }: Sibling): number => (day === null ? 0 : 2) + likeness;

/** Every day that the article may have, in order, with its score. */
export function weigh(
  profile: Profile,
  siblings: readonly Sibling[],
  weights: Weights = shipped(),
  anchors: readonly number[] = anchorsOf(profile, siblings),
): readonly Weighed[] {
  const days = new Set<number>();
  for (const day of anchors) for (let by = -REACH; by <= REACH; by++) days.add(day + by);
  const signsOn = signsFor(profile, siblings);
  return [...days]
    .sort((a, b) => a - b)
    .map((day) => {
      const signs = signsOn(day);
      return {
        day,
        signs,
        score: signs.reduce((sum, [sign, strength]) => sum + strength * (weights[sign] ?? 0), 0),
      };
    });
}

function bestOf(weighed: readonly Weighed[]): { readonly day: number; readonly probability: number } | null {
  if (!weighed.length) return null;
  const best = weighed.reduce((a, b) => (b.score > a.score ? b : a));
  const total = weighed.reduce((sum, { score }) => sum + Math.exp(score - best.score), 0);
  return { day: best.day, probability: 1 / total };
}

/** Weight of each sign; one that is not known weighs nothing. */
export type Weights = Readonly<Record<string, number>>;

const FILE = new URL('../../models/stories-dates.json', import.meta.url);
let loaded: Weights | null = null;

function shipped(): Weights {
  loaded ??= (JSON.parse(readFileSync(FILE, 'utf8')) as { readonly weights: Weights }).weights;
  return loaded;
}
