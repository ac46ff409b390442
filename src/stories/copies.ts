import { numbersOf } from './background.ts';
import type { Profile } from './profile.ts';
import type { Copy } from './story.ts';

/** Shares of a sentence's shingles from which it is the same, and from which it is an edited one. */
const SAME = 0.7;
const EDITED = 0.35;
/** Shares of the shorter body's own sentences from which a text is a copy, and from which an excerpt. */
const COPY = 0.5;
const WIRE = 0.3;
const EXCERPT = 0.2;
/** Shingles below which a body is too short to tell whose it is. */
const LEAST = 24;

/** Whether one article's text is the other's; `null` where both are their own. */
export function copyOf(a: Profile, b: Profile): Copy | null {
  if (a.id === b.id) return null;
  const overlap = overlapOf(a, b);
  const agency = sharedAgency(a, b);
  const kind = overlap >= (agency ? WIRE : COPY) ? (agency ? 'wire' : 'near-duplicate') : 'excerpt';
  if (overlap < EXCERPT) return null;
  const [from, to] = firstOf(a, b, agency);
  const revision = a.outlet !== null && folded(a.outlet) === folded(b.outlet);
  return { from: from.id, to: to.id, kind, overlap: Math.round(overlap * 1000) / 1000, revision };
}

/**
 * Share of the shorter body's own sentences, by their length, that stand in the other, the same or edited. None where
 * the shared sentences say nothing of what either is titled: what two such pages share is furniture.
 */
export function overlapOf(a: Profile, b: Profile): number {
  const [shorter, longer] = sizeOf(a) <= sizeOf(b) ? [a, b] : [b, a];
  const size = sizeOf(shorter);
  if (size < LEAST) return 0;
  const taken = takenFrom(shorter, longer);
  const overlap = taken.reduce((sum, credit, place) => sum + shorter.lengths[place]! * credit, 0) / size;
  if (overlap < EXCERPT) return 0;
  return isTitled(shorter, taken) || isTitled(longer, takenFrom(longer, shorter)) ? overlap : 0;
}

const isTitled = ({ titled }: Profile, taken: readonly number[]): boolean =>
  titled === null || titled.some((place) => taken[place]! > 0);

/** Of each own sentence of a body, how far it stands in the other. */
function takenFrom(shorter: Profile, longer: Profile): readonly number[] {
  const there = bodyOf(longer).set;
  const { shingles } = bodyOf(shorter);
  let start = 0;
  return shorter.lengths.map((length) => {
    let found = 0;
    for (const end = start + length; start < end; start++) if (there.has(shingles[start]!)) found++;
    return creditOf(found / length);
  });
}

const creditOf = (share: number): number => (share >= SAME ? 1 : share >= EDITED ? share / SAME : 0);

const sizeOf = ({ lengths }: Profile): number => lengths.reduce((sum, length) => sum + length, 0);

interface Body {
  readonly shingles: Uint32Array;
  readonly set: ReadonlySet<number>;
}

const bodies = new WeakMap<Profile, Body>();

function bodyOf(profile: Profile): Body {
  const known = bodies.get(profile);
  if (known) return known;
  const shingles = numbersOf(profile.shingles);
  const body = { shingles, set: new Set(shingles) };
  bodies.set(profile, body);
  return body;
}

const folded = (name: string | null): string => (name ?? '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

const agenciesOf = ({ credits }: Profile): readonly string[] =>
  credits.filter(({ role }) => role === 'wire').map(({ name }) => folded(name));

/** The agency whose text both say they print. */
function sharedAgency(a: Profile, b: Profile): string | null {
  const theirs = agenciesOf(b);
  return agenciesOf(a).find((agency) => theirs.includes(agency)) ?? null;
}

/** The agency's or origin's own page or bare text first, else the earlier published, else the one with the lesser id. */
function firstOf(a: Profile, b: Profile, agency: string | null): readonly [Profile, Profile] {
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const) {
    const own = one.outlet ? [folded(one.outlet)] : agenciesOf(one);
    if (own.includes(folded(other.outlet)) || (!one.outlet && !other.outlet)) continue;
    const theirs = other.credits.filter(({ role }) => role !== 'byline').map(({ name }) => folded(name));
    const bare = !one.outlet && own.length > 0 && !theirs.length;
    if (bare || own.some((name) => name === agency || theirs.includes(name))) return [one, other];
  }
  const day = (profile: Profile): string => profile.published ?? '9999';
  if (day(a) !== day(b)) return day(a) < day(b) ? [a, b] : [b, a];
  return a.id < b.id ? [a, b] : [b, a];
}
