import type { Assertion, Question } from './ledger.ts';

/** Questions as they are shown: those that most assertions answer first, `other` things last. */
export function byWeight(a: Question, b: Question): number {
  const rank = ({ measure, assertions }: Question): number =>
    (measure === 'other' ? 0 : 1000) + assertions.length;
  return rank(b) - rank(a) || b.outlets - a.outlets || (a.id < b.id ? -1 : 1);
}

/** Assertions as they are shown: by the day that they were made, undated ones last. */
export function bySaidDay(a: Assertion, b: Assertion): number {
  const day = ({ on }: Assertion): string => on?.to ?? on?.from ?? '9999';
  return day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : a.id < b.id ? -1 : 1;
}
