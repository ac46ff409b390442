import type { Claim } from '../reading/claim.ts';
import { dayNumber, type Interval } from '../text/interval.ts';
import { stem, wordsIn } from './fold.ts';
import { type Group, groupOf } from './groups.ts';
import { type Nation, nationsIn } from './nations.ts';
import type { Voice } from './originators.ts';
import { type Parties, partiesIn, partiesOf } from './parties.ts';
import { spoken } from './values.ts';

/** Days since 1970 from first to last, infinite where open. */
export interface Days {
  readonly from: number;
  readonly to: number;
}

/** Claims that look the same to the ledger, compared once for all: repeats of one wording by one voice. */
export interface Facet {
  /** The first of `claims`. */
  readonly claim: Claim;
  readonly claims: readonly Claim[];
  readonly articles: ReadonlySet<string>;
  readonly voice: Voice;
  readonly group: Group;
  readonly place: ReadonlySet<string>;
  /** Countries that the place names. */
  readonly lands: ReadonlySet<Nation>;
  /** Whether its place is one that many of the story's claims name. */
  readonly onScene: boolean;
  readonly when: Days | null;
  readonly on: Days | null;
  readonly value: number | null;
  /** Stem of the predicate where the measure is `other`; empty where unknown. */
  readonly predicate: string;
}

/** The facets of claims, in the order of the first of each. */
export function facetsOf(claims: readonly Claim[], voices: ReadonlyMap<string, Voice>): readonly Facet[] {
  const alike = new Map<string, Claim[]>();
  for (const claim of claims) {
    const key = keyOf(claim, voices.get(claim.id)!);
    const same = alike.get(key);
    if (same) same.push(claim);
    else alike.set(key, [claim]);
  }
  const scene = sceneOf(claims, partiesOf([...voices.values()]));
  return [...alike.values()].map((same) => facetOf(same, voices.get(same[0]!.id)!, scene));
}

/** Share of a story's placed claims from which the place that they name is one of its scenes. */
const SCENE = 0.1;

/** Share from which a place is where the whole story happens, so that its name tells nobody apart. */
const MAIN_SCENE = 0.25;

/** Where and among whom a story happens. */
interface Scene {
  readonly places: ReadonlyMap<string, number>;
  readonly placed: number;
  readonly parties: Parties;
}

function sceneOf(claims: readonly Claim[], parties: Parties): Scene {
  const places = new Map<string, number>();
  for (const { place } of claims)
    for (const word of stemsOf(place?.name ?? '')) places.set(word, (places.get(word) ?? 0) + 1);
  return { places, placed: claims.filter(({ place }) => place).length, parties };
}

const stemsOf = (name: string): ReadonlySet<string> => new Set(wordsIn(name).map(stem));

const keyOf = (
  { figure, measure, predicate, counted, place, when, on, scope, headline }: Claim,
  voice: Voice,
): string =>
  JSON.stringify([
    [
      figure.low,
      figure.high,
      figure.bound,
      figure.unit,
      figure.per,
      measure,
      predicate,
      scope,
      headline,
      voice.key,
    ],
    [wordsOf(counted, figure), place?.name, when?.from, when?.to, on?.from, on?.to],
  ]);

const wordsOf = (counted: Claim['counted'], figure: Claim['figure']): string =>
  counted.group || counted.text || figure.counted?.text || '';

function facetOf(claims: readonly Claim[], voice: Voice, scene: Scene): Facet {
  const claim = claims[0]!;
  const { counted, figure, place } = claim;
  const words = wordsOf(counted, figure);
  const where = stemsOf(place?.name ?? '');
  return {
    claim,
    claims,
    articles: new Set(claims.map(({ article }) => article)),
    voice,
    group: within(scene, groupOf(words, figure.unit), words),
    place: where,
    lands: nationsIn(place?.name ?? '').nations,
    onScene: [...where].some((word) => scene.places.get(word)! >= scene.placed * SCENE),
    when: daysOf(claim.when),
    on: daysOf(claim.on),
    value: spoken(figure),
    predicate: actOf(claim.predicate ?? '', words),
  };
}

/** The story's main places tell nobody apart: "Arlo dockers" are the dockers of a story in Arlo. Its parties do. */
const within = ({ places, placed, parties }: Scene, group: Group, words: string): Group => ({
  ...group,
  names: new Set(
    [...group.names].filter((name) => (places.get(name) ?? 0) < Math.max(1, placed * MAIN_SCENE)),
  ),
  parties: partiesIn(words, parties),
});

/** The interval in days; `null` where it says nothing. */
export function daysOf(interval: Interval | null): Days | null {
  if (!interval || (interval.from === null && interval.to === null)) return null;
  return {
    from: interval.from === null ? Number.NEGATIVE_INFINITY : dayNumber(interval.from),
    to: interval.to === null ? Number.POSITIVE_INFINITY : dayNumber(interval.to),
  };
}

/** Days that lie between two intervals; 0 where they touch or one is unknown. */
export const daysBetween = (a: Days | null, b: Days | null): number =>
  a && b ? Math.max(0, a.from - b.to, b.from - a.to) : 0;

/** The stem of the verb or noun that says what happened; empty where it only repeats what is counted. */
const actOf = (predicate: string, words: string): string =>
  wordsIn(words).some((word) => stem(word) === stem(wordsIn(predicate)[0] ?? '')) ? '' : verbStem(predicate);

/** A verb without its ending, so that "exposed" and "exposing" are one. */
const verbStem = (word: string): string =>
  (wordsIn(word)[0] ?? '').replace(/(?:ing|ed|es|s|e)$/, '').replace(/(.)\1$/, '$1');
