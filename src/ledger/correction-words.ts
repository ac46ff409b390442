import type { Correction, CorrectionKind } from '../text/correction.ts';

/** What a correction does, in plain words. */
export const CORRECTION_WORDS: Readonly<Record<CorrectionKind, string>> = {
  'merge-stories': 'these stories are one',
  'split-story': 'these articles are a story of their own',
  'join-originators': 'these originators are one',
  'part-originator': 'these claims are another originator’s',
  'wrong-claim': 'this claim is wrong',
};

/** The corrections that name any of these claims: to show beside an assertion that it is as the user wants it. */
export const correctionsOf = (
  corrections: readonly Correction[],
  claims: readonly string[],
): readonly Correction[] =>
  corrections.filter(({ targets }) => targets.some((group) => group.some((id) => claims.includes(id))));
