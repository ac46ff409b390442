import type { Interval } from '../text/interval.ts';
import type { Span } from '../text/span.ts';
import type { Figure } from './figure.ts';
import type { SpeakerKind } from './statement.ts';

/** The measures that the product knows; a user's lexicon may add others, which read as `other` with a predicate. */
export type Measure =
  | 'killed'
  | 'wounded'
  | 'killed-or-wounded'
  | 'missing'
  | 'captured'
  | 'freed'
  | 'displaced'
  | 'detained'
  | 'rescued'
  | 'infected'
  | 'deployed'
  | 'destroyed'
  | 'launched'
  | 'intercepted'
  | 'area-held'
  | 'area-taken'
  | 'money'
  | 'dismissed'
  | 'vote'
  | 'other';

export type Hedge =
  | 'unverified'
  | 'no-evidence'
  | 'anonymous'
  | 'estimate'
  | 'alleged'
  | 'preliminary'
  | 'conditional'
  | 'denied';

/** One event; a running total; a rate; how things stand. */
export type Scope = 'incident' | 'cumulative' | 'rate' | 'state';

/** One link of a relay chain, with the words that name it. */
export interface Speaker extends Span {
  readonly name: string;
  readonly text: string;
  readonly kind: SpeakerKind;
  /** Dictionary form of the cue by which this speaker is quoted. */
  readonly cue: string;
  readonly on: Interval | null;
}

/** Words of the text that name a place. */
export interface Place {
  readonly text: string;
  readonly name: string;
}

/** Words of the text and the days they denote. */
export interface When extends Interval {
  readonly text: string;
}

/** One figure that somebody puts on one measure of one group. */
export interface Claim {
  readonly id: string;
  readonly file: string;
  /** The article's id. */
  readonly article: string;
  readonly figure: Figure;
  readonly measure: Measure;
  /** The verb or noun where `measure` is `other`, or the user's own measure; else `null`. */
  readonly predicate: string | null;
  readonly counted: { readonly text: string; readonly group: string };
  readonly place: Place | null;
  readonly when: When | null;
  /** From the nearest speaker to the farthest; empty for the outlet's own voice. */
  readonly chain: readonly Speaker[];
  /** The last of the chain, or the outlet. */
  readonly originator: string;
  readonly originatorKind: SpeakerKind;
  readonly on: Interval | null;
  readonly hedges: readonly Hedge[];
  readonly scope: Scope;
  readonly sentence: Span;
  readonly headline: boolean;
  /** Ids of claims of the same article whose number the words say this one takes the place of; left out for none. */
  readonly replaces?: readonly string[];
  /** Whether its figure is no number but the people themselves ("a man", "a man and a woman"); the ledger uses it where a story has no number. */
  readonly single?: boolean;
}

export type Stance = 'denies' | 'declines' | 'confirms' | 'cannot-verify' | 'no-evidence';

/** Somebody's stand towards what others claim. */
export interface Response extends Span {
  readonly id: string;
  readonly file: string;
  readonly article: string;
  readonly stance: Stance;
  readonly name: string;
  readonly kind: SpeakerKind;
  /** Ids of the claims that it is about, of the same article; empty where it is about none of them. */
  readonly claims: readonly string[];
}
