import type { Hedge, Place, Scope, When } from '../claim.ts';
import type { Voice } from './chain.ts';
import type { Group } from './group.ts';
import type { Measured } from './measure.ts';
import type { Phrase } from './view.ts';

/** A claim while it is read: what its own sentence tells, before the rest of the article is asked. */
export interface Draft {
  /** Number of its view. */
  readonly view: number;
  readonly phrase: Phrase;
  readonly measured: Measured;
  readonly voice: Voice;
  readonly group: Group;
  readonly place: Place | null;
  readonly when: When | null;
  /** Whether its time dates the counting ("the toll rose on Friday"), and its event only where nothing else does. */
  readonly counting: boolean;
  readonly scope: Scope;
  readonly hedges: ReadonlySet<Hedge>;
  readonly headline: boolean;
  /** Whether it stands among the first sentences, which tell the news. */
  readonly lead: boolean;
  /** Nouns that name what it measures: "release", "deaths". */
  readonly events: readonly string[];
}
