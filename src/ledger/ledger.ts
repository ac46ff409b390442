import type { Claim, Hedge, Measure, Response, Scope, When } from '../reading/claim.ts';
import type { Bound } from '../reading/figure.ts';
import type { SpeakerKind } from '../reading/statement.ts';
import type { Copy, Story } from '../stories/story.ts';
import type { Credit } from '../text/article.ts';
import type { Correction } from '../text/correction.ts';
import type { Day, Interval } from '../text/interval.ts';

/** What the ledger needs to know of an article. */
export interface ArticleFacts {
  readonly id: string;
  readonly file: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly published: Day | null;
  readonly credits: readonly Credit[];
}

/** One originator putting one figure on one question, however many carry it. */
export interface Assertion {
  readonly id: string;
  readonly question: string;
  /** The originator's canonical name. */
  readonly originator: string;
  readonly kind: SpeakerKind;
  readonly figure: {
    readonly low: number | null;
    readonly high: number | null;
    readonly bound: Bound;
    readonly unit: string;
    readonly per: string | null;
    /** Every wording, as written, first carrier first. */
    readonly texts: readonly string[];
  };
  readonly on: Interval | null;
  readonly when: When | null;
  readonly hedges: readonly Hedge[];
  readonly claims: readonly string[];
  readonly articles: readonly string[];
  readonly outlets: readonly string[];
}

/** How one assertion stands to another of the same question (`part-of`: of a wider one). */
export interface Relation {
  readonly from: string;
  readonly to: string;
  readonly kind: 'updates' | 'repeats' | 'agrees' | 'differs' | 'part-of';
  /** Of `updates`: how the figure changed; left out of other kinds. */
  readonly how?: 'more' | 'fewer' | 'corrected' | 'restarted' | 'reworded';
  /** Of `updates`: the earlier figure was still carried after this one was said. */
  readonly stale?: true;
  /** Why, in plain words. */
  readonly why: string;
}

/** What assertions answer. */
export interface Question {
  readonly id: string;
  readonly story: string;
  readonly measure: Measure;
  readonly predicate: string | null;
  readonly group: string;
  readonly place: string | null;
  readonly scope: Scope;
  readonly when: Interval | null;
  readonly unit: string;
  readonly per: string | null;
  readonly assertions: readonly string[];
  /** How many distinct originators, and how many outlets carry them. */
  readonly originators: number;
  readonly outlets: number;
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
  readonly codebook: string;
  /** Names the coding rule that gave low, best and high. */
  readonly rule: string;
  readonly relations: readonly Relation[];
}

/** A response with the question that it answers, once that is known. */
export interface Answered extends Response {
  readonly question: string | null;
}

/** A claim with its place in the ledger. */
export interface Entry extends Claim {
  readonly story: string;
  readonly question: string;
  readonly assertion: string;
}

/** A story's questions with all that answers them. */
export interface Ledger {
  readonly story: Story;
  readonly questions: readonly Question[];
  readonly assertions: readonly Assertion[];
  readonly entries: readonly Entry[];
  readonly responses: readonly Answered[];
  readonly copies: readonly Copy[];
  /** Claims that the user marked wrong: they answer nothing. */
  readonly rejected: readonly Claim[];
  /** The user's corrections that stand and bear on the story's articles, in the order in which they were made. */
  readonly corrections: readonly Correction[];
}
