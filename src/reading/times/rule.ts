import type { Day, Interval } from '../../text/interval.ts';
import type { TimeType } from '../time.ts';
import type { Atom } from './atoms.ts';
import { type Pattern, parsePattern } from './pattern.ts';
import type { Grain, Period } from './period.ts';

/** Which way the words look from the day of publication. */
export type Direction = 'past' | 'future' | 'unknown';

/** What a rule may know besides its own words. */
export interface Context {
  readonly published: Day | null;
  /** Which way the verb looks that governs the atom at that place. */
  readonly direction: (at: number) => Direction;
  /** The last day, month … that the text named; `null` before the first. */
  readonly anchor: Period | null;
  /** The last few of them, the newest first. */
  readonly told: readonly Period[];
  /** The last day that the text named, or the day of publication. */
  readonly day: Day | null;
  /** The year in which the text last placed a month, by its number. */
  readonly months: ReadonlyMap<number, number>;
  /** The last quarter that the text named. */
  readonly quarter: Period | null;
  /** The quarter that "a year earlier" compares with: the last one named, unless a year or months came since. */
  readonly compared: Period | null;
}

/** A time as a rule reads it: atoms `first` up to and without `end`. */
export interface Draft extends Interval {
  readonly first: number;
  readonly end: number;
  readonly type: TimeType;
  readonly value: string;
  readonly grain: Grain;
  /** A clock time or part of the day that no words give a day: `T15:30`, `TNI`. It joins a day beside it. */
  readonly clock?: string;
  /** Whether a clock time begins the evening before: "overnight". */
  readonly overnight?: true;
  /** Days from publication, for "today" and its like: within a quotation they hang on the day it was said. */
  readonly offset?: number;
  /** Whether it only compares ("a year earlier"), so that nothing after it hangs on it. */
  readonly aside?: true;
}

/** A pattern found at a place, and what its named parts took. */
export interface Match {
  readonly atoms: readonly Atom[];
  readonly first: number;
  readonly end: number;
  /** Place of the atom that a named part took; -1 where the part is absent. */
  readonly at: (name: string) => number;
  /** Whether the named part is there. */
  readonly has: (name: string) => boolean;
  /** What the word of a named part stands for in its class; `undefined` where the part is absent. */
  readonly value: (name: string) => string | number | undefined;
  /** Whether the word of a named part is of one of the classes. */
  readonly isA: (name: string, ...classes: readonly string[]) => boolean;
  readonly number: (name: string) => number | undefined;
  readonly word: (name: string) => string | undefined;
  /** The word `distance` before the match, in lower case; empty at the start. */
  readonly before: (distance?: number) => string;
  /** Whether the word `distance` before the match is of the class. */
  readonly afterA: (name: string, distance?: number) => boolean;
  /** Whether the word `distance` after the match is of the class. */
  readonly beforeA: (name: string, distance?: number) => boolean;
  /** The word `distance` after the match, in lower case; empty at the end. */
  readonly after: (distance?: number) => string;
}

/** A pattern with what it means; `null` where the words mean no time after all. */
export interface Rule {
  readonly pattern: Pattern;
  readonly read: (match: Match, context: Context) => Draft | readonly Draft[] | null;
}

/** A draft of the whole match, without the full stop of a sentence that ends with it. */
export const draft = (match: Match, type: TimeType, period: Period): Draft => ({
  first: match.first,
  end: match.atoms[match.end - 1]!.lower === '.' ? match.end - 1 : match.end,
  type,
  value: period.value,
  grain: period.grain,
  from: period.from,
  to: period.to,
});

/** A draft of the whole match that nothing after it hangs on. */
export const aside = (match: Match, type: TimeType, period: Period): Draft => ({
  ...draft(match, type, period),
  aside: true,
});

/** A rule from its pattern. */
export const rule = (source: string, read: Rule['read']): Rule => ({ pattern: parsePattern(source), read });
