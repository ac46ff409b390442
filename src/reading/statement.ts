import type { Interval } from '../text/interval.ts';
import type { Span } from '../text/span.ts';

/** What a speaker is. `outlet` is the report's own voice. */
export type SpeakerKind =
  | 'person'
  | 'official'
  | 'agency'
  | 'government'
  | 'military'
  | 'media'
  | 'organisation'
  | 'witness'
  | 'unnamed'
  | 'outlet';

/** Somebody is said to have said, thought or done so. A span list holds the pieces of a broken-up part in order. */
export interface Statement {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  /** Who, resolved within the article: "he" to "Volodymyr Zelensky"; the words of the source where nothing resolves; `null` without a source. */
  readonly name: string | null;
  readonly kind: SpeakerKind;
  /** Dictionary form of the cue's main word: "say", "accord". */
  readonly cueLemma: string;
  /** When it was said, where the words tell. */
  readonly on: Interval | null;
  /** From 0 to 1. */
  readonly confidence: number;
}
