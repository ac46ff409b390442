import type { Draft } from './draft.ts';
import { singular } from './inflect.ts';

/**
 * Each draft, a headline's with the source, time and place of the body's claim that says the same, where the headline
 * gives none of its own.
 */
export function tieHeadlines(drafts: readonly Draft[]): readonly Draft[] {
  const body = drafts.filter(({ headline }) => !headline);
  return drafts.map((draft) => (draft.headline ? tied(draft, body) : draft));
}

function tied(draft: Draft, body: readonly Draft[]): Draft {
  const same = body.filter((other) => other.measured.name === draft.measured.name && agree(draft, other));
  const match = same.find(({ voice }) => voice.chain.length > 0) ?? same[0];
  if (!match) return draft;
  return {
    ...draft,
    voice: draft.voice.chain.length ? draft.voice : match.voice,
    when: draft.when ?? match.when,
    place: draft.place ?? match.place,
    group: richer(draft, match),
    scope: draft.scope === 'incident' ? match.scope : draft.scope,
  };
}

/** The headline's words with the body's fuller group where the headline's only leave words out. */
function richer(draft: Draft, match: Draft) {
  const own = draft.group.group;
  const full = match.group.group;
  return full.length > own.length && full.toLowerCase().endsWith(own.toLowerCase())
    ? { text: draft.group.text, group: full }
    : draft.group;
}

/** Whether two figures may be one: a headline rounds and drops "at least", and may leave the noun out. */
function agree(first: Draft, second: Draft): boolean {
  const { figure: a } = first.phrase;
  const { figure: b } = second.phrase;
  const [noun, other] = [headNoun(first), headNoun(second)];
  if (noun !== null && other !== null && noun !== other && !noun.endsWith(other) && !other.endsWith(noun))
    return false;
  if (a.unit !== b.unit && a.unit !== 'item' && b.unit !== 'item') return false;
  const left = a.low ?? a.high;
  const right = b.low ?? b.high;
  if (left === null || right === null) return false;
  return Math.abs(left - right) <= 0.05 * Math.max(Math.abs(left), Math.abs(right));
}

/** The counted noun's singular; `null` where none is said. */
function headNoun({ phrase, group }: Draft): string | null {
  return phrase.head < 0 ? null : singular(group.text.toLowerCase().split(/\s+/).at(-1) ?? '');
}
