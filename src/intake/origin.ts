import type { Day } from '../text/interval.ts';

/** What is known of a capture besides its words. Fields stated here win over those found in the text. */
export interface Origin {
  /** Path, address or `-`, as the user gave it; JSONL records add `#line`. */
  readonly file: string;
  /** The article's id. */
  readonly id: string;
  readonly url?: string | null;
  readonly title?: string | null;
  readonly outlet?: string | null;
  readonly byline?: string | null;
  /** Day or timestamp as stated by the record. */
  readonly published?: string | null;
  /** What the user says; it wins over everything. */
  readonly given?: Given;
}

/** What the user says of all inputs of a run. */
export interface Given {
  readonly published?: Day;
  readonly outlet?: string;
}
