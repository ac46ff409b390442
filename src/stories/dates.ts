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
const SURE = [0.9, 0.7, 0.5, 0.3, 0];
/** Articles that are tried as the first to be dated. */
const SEEDS = 6;

/** A day weighed for an article. */
export interface Weighed {
  readonly day: number;
  readonly score: number;
  readonly signs: readonly Sign[];
}

/**
 * Publication days of the undated articles of one story, by article id. Each day near those that the story tells is
 * scored by the signs that would hold on it (weights learned on reports whose day was hidden, models/stories.md).
 * Since each day found helps to find the others, several articles are tried as the first, and the dating in which all
 * scores together are greatest stands. Empty where no article states its day.
 */
export function datesFor(profiles: readonly Profile[]): ReadonlyMap<string, Day> {
  const sorted = [...profiles].sort((a, b) => (a.id < b.id ? -1 : 1));
  const undated = sorted.filter(({ published }) => published === null);
  const stated = new Map(
    sorted.flatMap(({ id, published }) => (published ? [[id, dayNumber(published)] as const] : [])),
  );
  if (!stated.size || !undated.length) return new Map();
  const best = seedsOf(undated, sorted, stated)
    .map((seed) => dating(undated, sorted, seed))
    .reduce((a, b) => (b.total > a.total ? b : a));
  return new Map(undated.map(({ id }) => [id, dayOf(best.days.get(id)!)]));
}

type Days = ReadonlyMap<string, number>;

interface Dating {
  readonly days: Days;
  readonly total: number;
}

/** The stated days, with the best day of one of the surest undated articles. */
function seedsOf(undated: readonly Profile[], all: readonly Profile[], stated: Days): readonly Days[] {
  return undated
    .map(({ id }, i) => ({ id, ...bestDay(undated[i]!, all, stated) }))
    .sort((a, b) => b.probability - a.probability || (a.id < b.id ? -1 : 1))
    .slice(0, SEEDS)
    .map(({ id, day }) => new Map([...stated, [id, day]]));
}

/** Dates all from a seed: surest first, then each once more in the light of the others. */
function dating(undated: readonly Profile[], all: readonly Profile[], seed: Days): Dating {
  let days = seed;
  for (const least of SURE) {
    const found = undated
      .filter(({ id }) => !days.has(id))
      .map((profile) => ({ id: profile.id, ...bestDay(profile, all, days) }))
      .filter(({ probability }) => probability >= least);
    days = new Map([...days, ...found.map(({ id, day }) => [id, day] as const)]);
  }
  const settled = days;
  const again = undated.map((profile) => ({ id: profile.id, ...bestDay(profile, all, settled) }));
  return {
    days: new Map([...days, ...again.map(({ id, day }) => [id, day] as const)]),
    total: again.reduce((sum, { score }) => sum + score, 0),
  };
}

interface Best {
  readonly day: number;
  readonly score: number;
  readonly probability: number;
}

/** The day of the greatest score, the earlier of two. */
function bestDay(profile: Profile, all: readonly Profile[], days: Days): Best {
  const weighed = weigh(profile, siblingsOf(profile, all, days));
  const best = weighed.reduce((a, b) => (b.score > a.score ? b : a));
  const total = weighed.reduce((sum, { score }) => sum + Math.exp(score - best.score), 0);
  return { day: best.day, score: best.score, probability: 1 / total };
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

/** Weight of each sign; one that is not known weighs nothing. */
export type Weights = Readonly<Record<string, number>>;

const FILE = new URL('../../models/stories-dates.json', import.meta.url);
let loaded: Weights | null = null;

function shipped(): Weights {
  loaded ??= (JSON.parse(readFileSync(FILE, 'utf8')) as { readonly weights: Weights }).weights;
  return loaded;
}
