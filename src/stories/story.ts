import type { Day } from '../text/interval.ts';

/** One article's text is another's. `overlap` is the share of the shorter body, 0 to 1. */
export interface Copy {
  /** Id of the article that came first as far as is known. */
  readonly from: string;
  /** Id of the article that carries it again. */
  readonly to: string;
  readonly kind: 'near-duplicate' | 'wire' | 'excerpt';
  readonly overlap: number;
  /** Whether both are one outlet's: its own text brought up to date, not taken over by another. */
  readonly revision: boolean;
}

/** The articles about the same happenings. */
export interface Story {
  readonly id: string;
  readonly title: string;
  /** Article ids, sorted. */
  readonly articles: readonly string[];
  /** First and last publication day; `null` where none is known. */
  readonly from: Day | null;
  readonly to: Day | null;
}
