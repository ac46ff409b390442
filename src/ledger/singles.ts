import type { Claim, Measure } from '../reading/claim.ts';

/** What a figure of the measure tells of, beside itself: whoever is said to be hurt is no longer unknown to be killed or wounded. */
const TOLD_BY: Readonly<Partial<Record<Measure, readonly Measure[]>>> = {
  killed: ['killed'],
  wounded: ['wounded'],
  'killed-or-wounded': ['killed', 'wounded', 'killed-or-wounded'],
};

/**
 * The claims that a ledger is made of: all with a number, and people told of one by one ("a man was shot dead") where nobody puts a
 * number on the event. A number of none, a rate or a running total says nothing of the event's own.
 */
export function counting(claims: readonly Claim[]): readonly Claim[] {
  const figures = claims.filter(({ single }) => !single);
  if (figures.length === claims.length) return claims;
  const singles = claims.filter(({ single, measure }) => single && !isTold(measure, figures));
  const used = new Set(
    singles.filter(
      ({ measure }) =>
        measure !== 'killed-or-wounded' ||
        !isTold(
          measure,
          singles.filter((one) => one.measure !== measure),
        ),
    ),
  );
  return claims.filter((claim) => !claim.single || used.has(claim));
}

const isTold = (measure: Measure, by: readonly Claim[]): boolean =>
  by.some(
    (claim) =>
      TOLD_BY[measure]?.includes(claim.measure) && claim.scope === 'incident' && (claim.figure.high ?? 1) > 0,
  );
