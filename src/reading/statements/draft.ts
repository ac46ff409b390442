import type { Run } from './passage.ts';

/** A statement in tokens of the passage, before it is named. */
export interface Draft {
  readonly source: readonly Run[];
  readonly cue: Run;
  readonly content: readonly Run[];
  /** From 0 to 1. */
  readonly confidence: number;
}

/** The run's two ends as a list, empty where nothing lies between. */
export const runOf = (from: number, to: number): readonly Run[] => (from < to ? [{ from, to }] : []);
