import type { Claim } from '../reading/claim.ts';
import { daysBetween, daysOf, type Facet } from './facets.ts';
import { type Join, joined } from './join.ts';
import type { Voice } from './originators.ts';
import { shares } from './sets.ts';
import { sameFigure, spoken } from './values.ts';

/** Facets of one question that are one originator's one figure. */
export interface Asserted {
  readonly voice: Voice;
  readonly facets: readonly Facet[];
}

/** Days within which the same figure by the same originator is the same saying: reports date a saying by their own day. */
const SAME_SAYING = 3;

/** Groups a question's facets into assertions, in the order of their first facets. */
export function byAssertion(facets: readonly Facet[]): readonly Asserted[] {
  const join = joined(facets.length);
  joinVoices(facets, join);
  joinHeadlines(facets, join);
  joinCountries(facets, join);
  const groups = new Map<number, Facet[]>();
  facets.forEach((facet, i) => {
    const group = groups.get(join.find(i));
    if (group) group.push(facet);
    else groups.set(join.find(i), [facet]);
  });
  return [...groups.values()].map((group) => ({ voice: voiceOf(group), facets: group }));
}

/** One voice's same figure, said on the same days; and an amount converted in brackets with the amount itself. */
function joinVoices(facets: readonly Facet[], join: Join): void {
  facets.forEach((a, i) => {
    for (let j = 0; j < i; j++) {
      const b = facets[j]!;
      if (a.voice.key === b.voice.key && sameSaying(a, b)) join.union(i, j);
    }
  });
}

/**
 * What is said again of one event is the same saying, whenever; of a total or a state only within days, since a number that
 * still stands is news.
 */
function sameSaying({ claim: a, on }: Facet, { claim: b, on: then }: Facet): boolean {
  if (!sameFigure(a.figure, b.figure)) return false;
  if (daysBetween(on, then) <= SAME_SAYING) return true;
  return a.scope === 'incident' && b.scope === 'incident' && spoken(a.figure) === spoken(b.figure);
}

/** A headline in the outlet's own voice repeats the body's source where the body has the same figure from one. */
function joinHeadlines(facets: readonly Facet[], join: Join): void {
  facets.forEach((head, i) => {
    if (!head.claim.headline || head.voice.kind !== 'outlet') return;
    const bodies = facets.flatMap((body, j) => (!body.claim.headline && repeats(head, body) ? j : []));
    const own = bodies.some((j) => facets[j]!.voice.key === head.voice.key);
    if (!own && bodies.length) join.union(i, bodies[0]!);
  });
}

const repeats = (head: Facet, body: Facet): boolean =>
  shares(head.articles, body.articles) && sameFigure(head.claim.figure, body.claim.figure);

/** "Ukraine says" is whichever of its bodies said the same; in the same article first, then the one met first. */
function joinCountries(facets: readonly Facet[], join: Join): void {
  facets.forEach((country, i) => {
    if (!country.voice.country) return;
    const bodies = facets.flatMap((body, j) =>
      speaksWithin(body.voice, country.voice) && sameSaying(body, country) ? j : [],
    );
    const here = bodies.find((j) => shares(facets[j]!.articles, country.articles));
    const choice = here ?? bodies[0];
    if (choice !== undefined) join.union(i, choice);
  });
}

const speaksWithin = (body: Voice, country: Voice): boolean =>
  !body.country &&
  !body.unnamed &&
  body.kind !== 'media' &&
  body.kind !== 'witness' &&
  body.nation === country.nation;

/** A named body before its country, any source before the outlet that puts its figure in a headline. */
function voiceOf(facets: readonly Facet[]): Voice {
  const rank = (facet: Facet): number =>
    facet.voice.kind === 'outlet' && facet.claim.headline ? 2 : facet.voice.country ? 1 : 0;
  return facets.reduce((best, facet) => (rank(facet) < rank(best) ? facet : best)).voice;
}

/** The days on which claims say that it was said: those that all share, else the earliest. */
export function saidOn(claims: readonly Claim[]): Claim['on'] {
  const known = claims.map(({ on }) => on).filter((on) => on !== null);
  if (!known.length) return null;
  const from =
    known
      .map((on) => on.from)
      .filter((day) => day !== null)
      .sort()
      .at(-1) ?? null;
  const to =
    known
      .map((on) => on.to)
      .filter((day) => day !== null)
      .sort()[0] ?? null;
  if (from === null || to === null || from <= to) return { from, to };
  return known.toSorted((a, b) => (daysOf(a)?.to ?? 0) - (daysOf(b)?.to ?? 0))[0]!;
}
