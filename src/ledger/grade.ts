import type { Response, Stance } from '../reading/claim.ts';
import type { SpeakerKind } from '../reading/statement.ts';
import type { Assertion } from './ledger.ts';

/** Airwars' grades of a claim of civilian harm. "Discounted" asks who the dead were, which a reader must judge. */
export type Grade = 'confirmed' | 'fair' | 'weak' | 'contested';

/** Kinds of speakers that can be a belligerent's own word. */
const BELLIGERENT: ReadonlySet<SpeakerKind> = new Set(['military', 'government', 'official']);

/** Kinds of speakers whose word makes no claim of harm credible: nobody named, or the paper that carries it. */
const UNCOUNTED: ReadonlySet<SpeakerKind> = new Set(['unnamed', 'outlet']);

/**
 * Airwars' grade (Airwars, Methodology): confirmed where a belligerent accepts it; contested where claims compete, none
 * against some, or a belligerent denies it; fair for two or more credible originators; weak for one. An outlet's own
 * voice is an originator only where no other speaks: originators are counted, not carriers.
 */
export function gradeOf(
  assertions: readonly Pick<Assertion, 'originator' | 'kind' | 'figure'>[],
  responses: readonly Pick<Response, 'stance' | 'kind'>[] = [],
): Grade {
  const answered = (stance: Stance): boolean =>
    responses.some((response) => response.stance === stance && BELLIGERENT.has(response.kind));
  if (answered('confirms')) return 'confirmed';
  const named = assertions.filter(({ kind }) => kind !== 'unnamed');
  const none = named.filter(({ figure }) => figure.high === 0);
  if (answered('denies') || (none.length > 0 && none.length < named.length)) return 'contested';
  const sources = assertions.filter(({ kind }) => !UNCOUNTED.has(kind));
  const credible = sources.length ? sources : named;
  return new Set(credible.map(({ originator }) => originator)).size >= 2 ? 'fair' : 'weak';
}

/** Why a question has its grade. */
export const GRADE_WORDS: Readonly<Record<Grade, string>> = {
  confirmed: 'confirmed: a belligerent accepts it',
  fair: 'fair: two or more credible originators',
  weak: 'weak: one originator',
  contested: 'contested: claims compete, or a belligerent denies it',
};
