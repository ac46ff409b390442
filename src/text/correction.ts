import { idOf } from './id.ts';

/** What a user may put right. */
export type CorrectionKind =
  | 'merge-stories'
  | 'split-story'
  | 'join-originators'
  | 'part-originator'
  | 'wrong-claim';

/** What a user asks for. Nothing of what was read changes: a correction is one more input of stories and ledgers. */
export interface Proposed {
  readonly kind: CorrectionKind;
  /**
   * Groups of ids, as the things stood when the user spoke, so that the correction holds when they grow:
   * `merge-stories`: the articles of each story; `split-story`: the articles that leave, then those that stay;
   * `join-originators`: the claims of each originator; `part-originator`: the claims that are somebody else's, then
   * those that are not; `wrong-claim`: the one claim.
   */
  readonly targets: readonly (readonly string[])[];
  /** Why, in the user's words; may be empty. */
  readonly note: string;
  /** When the user said so, ISO 8601; given by the caller, since no clock is asked for results. */
  readonly at: string;
}

/** A user's correction, kept for good: one that is undone stays in the record, and stands no more. */
export interface Correction extends Proposed {
  readonly id: string;
  /** Articles whose stories and ledgers it bears on, sorted. */
  readonly articles: readonly string[];
  /** When it was undone; `null` while it stands. */
  readonly undone: string | null;
}

/** How many groups of targets each kind takes, at least and at most. */
const GROUPS: Readonly<Record<CorrectionKind, readonly [least: number, most: number]>> = {
  'merge-stories': [2, Number.POSITIVE_INFINITY],
  'split-story': [2, 2],
  'join-originators': [2, Number.POSITIVE_INFINITY],
  'part-originator': [2, 2],
  'wrong-claim': [1, 1],
};

/** Whether its targets are claims; articles otherwise. */
export const targetsClaims = (kind: CorrectionKind): boolean =>
  kind !== 'merge-stories' && kind !== 'split-story';

/** The id of a correction; the same request at the same time is the same correction. */
export const correctionId = ({ kind, targets, note, at }: Proposed): string =>
  idOf('correction', kind, JSON.stringify(targets), note, at);

/** What is wrong with a request, in words; `null` where it can be kept. */
export function faultOf({ kind, targets, at }: Proposed): string | null {
  const bounds = GROUPS[kind];
  if (!bounds)
    return `there is no correction ${JSON.stringify(kind)}; use one of ${Object.keys(GROUPS).join(', ')}`;
  const [least, most] = bounds;
  if (targets.length < least || targets.length > most)
    return `${kind} takes ${least === most ? least : `at least ${least}`} groups of ids, ${targets.length} given`;
  if (targets.some((group) => !group.length)) return `${kind} was given an empty group of ids`;
  if (kind === 'wrong-claim' && targets[0]!.length !== 1)
    return `wrong-claim takes one claim, ${targets[0]!.length} given`;
  const all = targets.flat();
  const twice = all.find((id, i) => all.indexOf(id) !== i);
  if (twice !== undefined) return `${kind} names ${JSON.stringify(twice)} twice`;
  if (Number.isNaN(Date.parse(at)))
    return `"at" wants a time as 2024-12-26T09:30:00Z, not ${JSON.stringify(at)}`;
  return null;
}

/** In the order in which they were made. */
export const inOrder = (corrections: readonly Correction[]): readonly Correction[] =>
  corrections.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.id < b.id ? -1 : 1));

/** Those that stand, in the order in which they were made: a later one has the last word. */
export const standing = (corrections: readonly Correction[]): readonly Correction[] =>
  inOrder(corrections).filter(({ undone }) => undone === null);
