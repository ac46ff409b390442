import type { Span } from '../text/span.ts';

/**
 * How the words bound the value. exact "30" · about "some 30" · at-least "at least 30" · more-than "over 30" ·
 * at-most "up to 30" · less-than "fewer than 30" · range "10 to 15" · vague "dozens".
 */
export type Bound =
  | 'exact'
  | 'about'
  | 'at-least'
  | 'more-than'
  | 'at-most'
  | 'less-than'
  | 'range'
  | 'vague';

/** Words that say what a figure counts. */
export interface Counted extends Span {
  readonly text: string;
}

/** Number words with their modifiers and unit. */
export interface Figure extends Span {
  readonly text: string;
  /** Values between which the words put the figure; `null` where open. Vague words: by the `plain` codebook. */
  readonly low: number | null;
  readonly high: number | null;
  readonly bound: Bound;
  /** `person`, `item`, `percent`, ISO 4217 for money, else the unit's symbol (`km2`, `t`). */
  readonly unit: string;
  /** `day`, `month` … for rates. */
  readonly per: string | null;
  readonly change: 'up' | 'down' | null;
  readonly counted: Counted | null;
  /** Whether it is one side of a vote: "312-88". */
  readonly tally?: boolean;
}
