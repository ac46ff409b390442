import type { Interval } from '../text/interval.ts';
import type { Span } from '../text/span.ts';

export type TimeType = 'DATE' | 'TIME' | 'DURATION' | 'SET';

/** Time words with their TIMEX3 value and the days that they denote. */
export interface Time extends Span, Interval {
  readonly text: string;
  readonly type: TimeType;
  /** TIMEX3 value: `2024-12-26`, `2024-W52`, `P3Y`, `PAST_REF`; `XXXX-…` where the day is not known. */
  readonly value: string;
}
