import type { Measure, Scope } from '../reading/claim.ts';
import type { GroupRelation } from './groups.ts';

/** How two numbers stand: the same and telling; the same but small or vague; able to hold both; against each other. */
export type Numbers = 'same' | 'small' | 'both' | 'against';

type ByNumbers = Readonly<Record<Numbers, number>>;

/**
 * What each kind of evidence is worth when two claims are compared, in points: above nought for one question, below
 * against. Set by hand, then tuned on four annotated stories (docs/ledger.md says how); others only measured.
 */
export interface Points {
  /** How likely two figures of one story on one measure answer one question, before anything else is known. */
  readonly measure: Readonly<Record<Measure, number>>;
  /** Two measures that reports use for one another; a number without a measure beside the same number with one, and beside others. */
  readonly nearMeasure: number;
  readonly unreadMeasure: { readonly same: number; readonly other: number };
  readonly predicate: { readonly same: number; readonly other: number };
  readonly numbers: ByNumbers;
  /** Numbers against each other, by how many times the one is the other: up to 1.5, 4, 20, 100, beyond. */
  readonly apart: readonly [number, number, number, number, number];
  /** A later saying with the lower number. */
  readonly fallen: number;
  /** The same for money and things without a measure, past 1.3 times. */
  readonly apartOther: number;
  readonly group: Readonly<Record<GroupRelation, ByNumbers>>;
  /** One amount of money under two names, which are no two groups: "a charge of $1.2 billion", "costs of $1.2 billion". */
  readonly renamed: number;
  readonly beside: number;
  readonly unit: number;
  /** Names or countries in both groups, in one only, and different ones. */
  readonly names: { readonly shared: number; readonly one: ByNumbers; readonly different: number };
  /** Days between the times of one-off events: 1, 3, 30, 120, more; up to 120 times the doubt that numbers that agree cast on them. */
  readonly days: readonly [number, number, number, number, number];
  readonly doubt: ByNumbers;
  readonly sameDays: number;
  readonly periodWithin: number;
  /** Places of one name, two scenes of the story, one that is none, and two countries. */
  readonly place: {
    readonly shared: number;
    readonly different: ByNumbers;
    readonly offScene: ByNumbers;
    readonly abroad: ByNumbers;
  };
  readonly scope: Readonly<Record<Scope, Readonly<Record<Scope, number | null>>>>;
  /** How much a different scope counts. */
  readonly scopeWeight: ByNumbers;
  /** In one article: the same number again, in a headline; other numbers, and those in one sentence. */
  readonly article: {
    readonly again: number;
    readonly headline: number;
    readonly against: number;
    readonly sentence: number;
    /** Beside the points for days: one article that dates two events months apart means two. */
    readonly otherTime: number;
    /** One takes the other's place by the words. */
    readonly replaces: number;
  };
}

export const POINTS: Points = {
  measure: {
    killed: 0.6,
    wounded: 0.6,
    'killed-or-wounded': 0.6,
    missing: 0.6,
    captured: 0.4,
    freed: 0.4,
    displaced: 0.4,
    detained: 0.4,
    rescued: 0.4,
    infected: 0.4,
    deployed: 0.4,
    destroyed: 0,
    launched: 0,
    intercepted: 0,
    'area-held': 0.3,
    'area-taken': 0.3,
    money: -1.2,
    dismissed: 0,
    vote: 0,
    other: -2,
  },
  nearMeasure: -0.2,
  unreadMeasure: { same: -1.4, other: -2.8 },
  predicate: { same: 2, other: -0.6 },
  numbers: { same: 2.2, small: 1.2, both: 0.3, against: 0 },
  apart: [0, -0.3, -0.6, -1, -3],
  fallen: -0.4,
  apartOther: -0.8,
  group: {
    same: { same: 1.6, small: 1.6, both: 2.1, against: 0.8 },
    alike: { same: 0.9, small: 0.9, both: 0.9, against: -0.1 },
    unsure: { same: 0.8, small: 0.8, both: 0.8, against: -0.3 },
    narrower: { same: 0.2, small: -0.8, both: -0.8, against: -1.6 },
    wider: { same: 0.2, small: -0.8, both: -0.8, against: -1.6 },
    rival: { same: -2.7, small: -2.7, both: -2.7, against: -3.5 },
    apart: { same: -2.7, small: -2.7, both: -2.7, against: -3.5 },
  },
  renamed: -0.5,
  beside: -0.5,
  unit: -0.7,
  names: { shared: 0.5, one: { same: 0, small: -0.1, both: -0.3, against: -1.4 }, different: -1 },
  days: [-0.4, -0.7, -1.6, -2.4, -3],
  doubt: { same: 0.4, small: 0.5, both: 0.7, against: 1 },
  sameDays: 0.3,
  periodWithin: -0.8,
  place: {
    shared: 0.3,
    different: { same: -0.1, small: -0.1, both: -0.5, against: -0.5 },
    offScene: { same: -0.1, small: -0.1, both: -0.5, against: -0.5 },
    abroad: { same: -0.1, small: -0.1, both: -0.5, against: -0.5 },
  },
  scope: {
    incident: { incident: 0.2, cumulative: -1, state: -1, rate: null },
    cumulative: { incident: -1, cumulative: 0.2, state: -0.2, rate: null },
    state: { incident: -1, cumulative: -0.2, state: 0.2, rate: null },
    rate: { incident: null, cumulative: null, state: null, rate: 0.2 },
  },
  scopeWeight: { same: 0.5, small: 0.5, both: 1, against: 1.5 },
  article: { again: 0.2, headline: 0.8, against: -0.6, sentence: -1.6, otherTime: -3, replaces: 4 },
};
