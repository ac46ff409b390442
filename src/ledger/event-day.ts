import type { Claim, Measure, When } from '../reading/claim.ts';
import { dayNumber } from '../text/interval.ts';
import { daysOf, type Facet } from './facets.ts';
import { mostFrequent } from './questions.ts';

/** A longer time is no day of one event, in days. */
const LONGEST = 3;
/** A report so many days after an event tells of another one, unless its words say so. */
const LATE = 30;

/** What is done or told anew on other days than an event's: a report that dates it not is of its own day. */
const GOES_ON = new Set<Measure>([
  'captured',
  'freed',
  'displaced',
  'detained',
  'infected',
  'deployed',
  'money',
  'dismissed',
  'vote',
]);

/** A claim's time with both ends. */
interface Day extends When {
  readonly from: string;
  readonly to: string;
}

/**
 * The facets of one question, those of an event whose own article never dates it with the day that most of the others
 * give: "the operator says 152 were aboard", in a report of Wednesday, is of the Monday on which the ferry sank. A
 * report that came before that day or long after keeps its own.
 */
export function withEventDays(facets: readonly Facet[]): readonly Facet[] {
  const told = facets.flatMap(({ claims }) => claims.flatMap((claim) => dayTold(claim) ?? []));
  const event = mostFrequent(told, ({ from, to }) => `${from} ${to}`);
  if (
    !event ||
    2 * told.filter(({ from, to }) => from === event.from && to === event.to).length <= told.length
  )
    return facets;
  return facets.map((facet) => {
    if (!facet.claims.some((claim) => isSupposed(claim, event))) return facet;
    const claims = facet.claims.map((claim) => (isSupposed(claim, event) ? onDay(claim, event) : claim));
    return { ...facet, claim: claims[0]!, claims, when: daysOf(claims[0]!.when) };
  });
}

const onDay = (claim: Claim, { from, to }: Day): Claim => ({ ...claim, when: { from, to, text: '' } });

/** The day that a claim's article gives its event; `null` for none. */
function dayTold({ scope, when }: Claim): Day | null {
  if (scope !== 'incident' || !when?.text || when.from === null || when.to === null) return null;
  return dayNumber(when.to) - dayNumber(when.from) < LONGEST
    ? { ...when, from: when.from, to: when.to }
    : null;
}

/** Whether only its report dates an event, by some days after the one that is told. */
function isSupposed({ scope, when, measure }: Claim, event: Day): boolean {
  if (scope !== 'incident' || GOES_ON.has(measure) || when === null || when.text !== '' || when.from === null)
    return false;
  const late = dayNumber(when.from) - dayNumber(event.from);
  return late > 0 && late <= LATE;
}
