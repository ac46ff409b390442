import { dayNumber } from '../text/interval.ts';
import { background } from './background.ts';
import { happenedOn } from './calendar.ts';
import { overlapOf } from './copies.ts';
import type { Profile } from './profile.ts';
import type { Term } from './terms.ts';
import { wordsIn } from './words.ts';

/** A sign of the link model and how strongly it shows. */
export type Sign = readonly [name: string, strength: number];

/** Names that are in the background's rarest fiftieth. */
const RARE = 7;
const MOST = 5;

/** What speaks for and against two articles telling the same story. Symmetric. */
export function signsOf(a: Profile, b: Profile): readonly Sign[] {
  const names = cosine(a.names, b.names);
  const words = cosine(a.words, b.words);
  const shared = sharedOf(a.names, b.names);
  const days = daysBetween(a, b);
  return [
    ['always', 1],
    ['names', names],
    ['words', words],
    ['names, strongly', Math.max(0, names - 0.3)],
    ['words, strongly', Math.max(0, words - 0.2)],
    ['both', names * words * 4],
    ['rare names', Math.min(MOST, shared.filter((term) => background().weightOf(term) >= RARE).length)],
    [
      'rare full names',
      Math.min(
        MOST,
        shared.filter((term) => term.includes(' ') && background().weightOf(term) >= RARE).length,
      ),
    ],
    ['no name', shared.length ? 0 : 1],
    ['titles', titleLikeness(a, b)],
    ['text', overlapOf(a, b)],
    ['numbers', Math.min(MOST, sharedOf(a.words, b.words).filter((term) => /^\d/u.test(term)).length)],
    [`days ${days === null ? 'unknown' : rangeOf(days)}`, 1],
    ['days apart, by names', days === null ? 0 : names * Math.min(1, days / 30)],
    ...eventSigns(a, b),
  ];
}

/** Cosine of two weighted lists of terms. */
export function cosine(a: readonly Term[], b: readonly Term[]): number {
  const weights = new Map(b);
  let dot = 0;
  for (const [term, weight] of a) dot += weight * (weights.get(term) ?? 0);
  return dot && dot / Math.sqrt(squares(a) * squares(b));
}

const squares = (terms: readonly Term[]): number =>
  terms.reduce((sum, [, weight]) => sum + weight * weight, 0);

function sharedOf(a: readonly Term[], b: readonly Term[]): readonly string[] {
  const theirs = new Set(b.map(([term]) => term));
  return a.flatMap(([term]) => (theirs.has(term) ? [term] : []));
}

function titleLikeness(a: Profile, b: Profile): number {
  const { weightOf } = background();
  const forms = ({ title }: Profile) => new Set(wordsIn(title ?? '').map(({ form }) => form));
  const weigh = (some: Iterable<string>) => [...some].reduce((sum, form) => sum + weightOf(form), 0);
  const [one, other] = [forms(a), forms(b)];
  const shared = weigh([...one].filter((form) => other.has(form)));
  return shared && (2 * shared) / (weigh(one) + weigh(other));
}

const daysBetween = (a: Profile, b: Profile): number | null =>
  a.published && b.published ? Math.abs(dayNumber(a.published) - dayNumber(b.published)) : null;

function rangeOf(days: number): string {
  if (days <= 1) return String(days);
  return days <= 3
    ? '2–3'
    : days <= 7
      ? '4–7'
      : days <= 14
        ? '8–14'
        : days <= 31
          ? '15–31'
          : days <= 92
            ? '32–92'
            : 'more';
}

/** Whether the days of which both tell meet. */
function eventSigns(a: Profile, b: Profile): readonly Sign[] {
  if (!a.published || !b.published) return [];
  const one = happenedOn(dayNumber(a.published), a.mentions);
  const other = happenedOn(dayNumber(b.published), b.mentions);
  if (!one.size || !other.size) return [['no event day', 1]];
  return [[[...one].some((day) => other.has(day)) ? 'same event day' : 'other event day', 1]];
}
