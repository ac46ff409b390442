import type { Interval } from '../text/interval.ts';
import type { Span } from '../text/span.ts';

export type TimeType = 'DATE' | 'TIME' | 'DURATION' | 'SET';

/** How the words before a time tie it to what they speak of: "since August", "by Monday", "for two weeks". */
export type Relation = 'since' | 'until' | 'before' | 'after' | 'by' | 'in' | 'for';

/** Time words with their TIMEX3 value and the days that they denote. */
export interface Time extends Span, Interval {
  readonly text: string;
  readonly type: TimeType;
  /** TIMEX3 value: `2024-12-26`, `2024-W52`, `P3Y`, `PAST_REF`; `XXXX-…` where the day is not known. */
  readonly value: string;
  /** `null` where no such word stands before it. */
  readonly relation: Relation | null;
}
