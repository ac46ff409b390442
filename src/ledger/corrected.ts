import type { Claim } from '../reading/claim.ts';
import { type Correction, standing } from '../text/correction.ts';
import { folded } from './fold.ts';
import type { Voice } from './originators.ts';
import { mostFrequent } from './questions.ts';

type Voices = ReadonlyMap<string, Voice>;

/** The claims that nobody marked wrong, and those that somebody did, both in the order given. */
export function withoutWrong(
  claims: readonly Claim[],
  corrections: readonly Correction[],
): { readonly kept: readonly Claim[]; readonly rejected: readonly Claim[] } {
  const wrong = new Set(
    standing(corrections).flatMap(({ kind, targets }) => (kind === 'wrong-claim' ? targets.flat() : [])),
  );
  return {
    kept: claims.filter(({ id }) => !wrong.has(id)),
    rejected: claims.filter(({ id }) => wrong.has(id)),
  };
}

/**
 * Who puts each claim, by claim id, as the user wants it. Corrections are applied to the originators that were found,
 * in the order in which they were made: claims that arrive later first find their originator, then follow it.
 */
export function correctedVoices(
  voices: Voices,
  claims: readonly Claim[],
  corrections: readonly Correction[],
): Voices {
  return standing(corrections).reduce((now, { id, kind, targets }) => {
    if (kind === 'join-originators') return joined(now, targets);
    return kind === 'part-originator' ? parted(now, claims, targets[0]!, targets[1]!, id) : now;
  }, voices);
}

/** The voices that put most of each target's claims are the first one's. */
function joined(voices: Voices, targets: readonly (readonly string[])[]): Voices {
  const chosen = targets.flatMap((target) => {
    const held = target.flatMap((id) => voices.get(id) ?? []);
    return mostFrequent(held, ({ key }) => key) ?? [];
  });
  const keys = new Set(chosen.map(({ key }) => key));
  const [first] = chosen;
  if (!first || keys.size < 2) return voices;
  return new Map([...voices].map(([id, voice]) => [id, keys.has(voice.key) ? first : voice]));
}

/**
 * The claims that leave, and all others of the same voice under a name that only they bear, are another's. Where the
 * names are the same, only the claims named leave.
 */
function parted(
  voices: Voices,
  claims: readonly Claim[],
  leave: readonly string[],
  stay: readonly string[],
  correction: string,
): Voices {
  const nameOf = new Map(claims.map(({ id, originator }) => [id, folded(originator)]));
  const namesOf = (ids: readonly string[]) => new Set(ids.map((id) => nameOf.get(id)));
  const keysOf = (ids: readonly string[]) => new Set(ids.map((id) => voices.get(id)?.key));
  const [leaving, staying] = [new Set(leave), new Set(stay)];
  const [theirNames, ourNames] = [namesOf(leave), namesOf(stay)];
  const [theirKeys, ourKeys] = [keysOf(leave), keysOf(stay)];
  const goes = (id: string, voice: Voice): boolean => {
    if (!theirKeys.has(voice.key) || !ourKeys.has(voice.key) || staying.has(id)) return false;
    return leaving.has(id) || (theirNames.has(nameOf.get(id)) && !ourNames.has(nameOf.get(id)));
  };
  const gone = claims.filter(({ id }) => voices.has(id) && goes(id, voices.get(id)!));
  const name = mostFrequent(gone.map(({ originator }) => originator));
  const ids = new Set(gone.map(({ id }) => id));
  if (name === null) return voices;
  return new Map(
    [...voices].map(([id, voice]) => [
      id,
      ids.has(id) ? { ...voice, key: `${voice.key} apart ${correction}`, name, country: false } : voice,
    ]),
  );
}
