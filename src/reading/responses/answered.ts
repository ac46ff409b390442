import type { Claim } from '../claim.ts';
import type { Passage } from '../statements/passage.ts';
import type { Match } from './patterns.ts';

const REACH = 5;

/**
 * Ids of the claims that a response is about: those of its own sentence, else those of the nearest sentence before it,
 * at most five away, that holds claims by others; and every claim of the article that puts the same figure on the same
 * measure, as its headline does.
 */
export function answeredBy(
  passage: Passage,
  match: Match,
  name: string,
  claims: readonly Claim[],
): readonly string[] {
  const number = passage.sentenceOf[match.from]!;
  const bySentence = (at: number): readonly Claim[] => {
    const { from, to } = passage.sentences[at]!;
    const start = passage.tokens[from]!.start;
    const end = passage.tokens[to - 1]!.end;
    return claims.filter(
      ({ figure, originator }) =>
        figure.start >= start && figure.end <= end && (originator !== name || match.stance === 'no-evidence'),
    );
  };
  const answers = match.stance !== 'confirms';
  for (let at = number; at >= Math.max(0, answers ? number - REACH : number); at--) {
    const near = bySentence(at);
    if (near.length) return [...near, ...alike(near, claims)].map(({ id }) => id);
  }
  return [];
}

const alike = (near: readonly Claim[], claims: readonly Claim[]): readonly Claim[] =>
  claims.filter(
    (claim) =>
      !near.includes(claim) &&
      near.some(
        ({ measure, figure, originator }) =>
          measure === claim.measure &&
          originator === claim.originator &&
          figure.low === claim.figure.low &&
          figure.high === claim.figure.high,
      ),
  );
