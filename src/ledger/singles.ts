import type { Claim, Measure } from '../reading/claim.ts';

/** Whose numbers tell of those whom a measure befell: "shot" leaves open whether they were killed or wounded. */
const TOLD_BY: Readonly<Partial<Record<Measure, readonly Measure[]>>> = {
  killed: ['killed'],
  wounded: ['wounded'],
  'killed-or-wounded': ['killed', 'wounded', 'killed-or-wounded'],
};

/**
 * The claims that a ledger is made of: all with a number, and those of people told of one by one ("a man was shot dead") where more
 * articles tell of them so than put a number on an event. Numbers of none, of things, rates and running totals say nothing of one event.
 */
export function counting(claims: readonly Claim[]): readonly Claim[] {
  const figures = claims.filter(({ single }) => !single);
  if (figures.length === claims.length) return claims;
  const singles = claims.filter(({ single }) => single);
  const told = Map.groupBy(singles, ({ measure }) => measure);
  const used = [...told].filter(([measure, some]) => {
    const others = singles.filter((one) => one.measure !== measure);
    return carriers(some) > carriers([...figures, ...others].filter((claim) => tells(claim, measure)));
  });
  const measures = new Set(used.map(([measure]) => measure));
  return claims.filter(({ single, measure }) => !single || measures.has(measure));
}

const carriers = (claims: readonly Claim[]): number => new Set(claims.map(({ article }) => article)).size;

const tells = ({ measure, scope, figure }: Claim, of: Measure): boolean =>
  TOLD_BY[of]?.includes(measure) === true &&
  scope === 'incident' &&
  figure.unit === 'person' &&
  (figure.high ?? 1) > 0;
