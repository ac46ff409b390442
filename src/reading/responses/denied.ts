import type { Claim, Response } from '../claim.ts';

/** How far behind a claim's sentence its denial may begin, in UTF-16 units: about two sentences. */
const NEAR = 350;

/** The claims, of which those that somebody denies near by carry the hedge `denied`. */
export function withDenials(claims: readonly Claim[], responses: readonly Response[]): readonly Claim[] {
  const denials = responses.filter(({ stance }) => stance === 'denies');
  if (!denials.length) return claims;
  return claims.map((claim) =>
    claim.hedges.includes('denied') || !denials.some((response) => denies(response, claim))
      ? claim
      : { ...claim, hedges: [...claim.hedges, 'denied'] },
  );
}

/** What the report itself states, a denial of something else does not touch. */
const denies = (response: Response, { id, sentence, chain }: Claim): boolean =>
  chain.length > 0 &&
  response.claims.includes(id) &&
  response.start >= sentence.start &&
  response.start - sentence.end <= NEAR;
