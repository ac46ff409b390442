import type { Measure } from '../reading/claim.ts';
import { daysBetween, daysOf } from './facets.ts';
import type { Assertion, Relation } from './ledger.ts';
import { conflicts, FALLING, sameFigure, spoken } from './values.ts';
import { dayWords, numberWords } from './words.ts';

/** An assertion with the days that order it, as days since 1970. */
export interface Dated {
  readonly assertion: Assertion;
  readonly voiceKey: string;
  readonly said: number;
  /** Last publication day of an article that carries it. */
  readonly carried: number;
  readonly carriedOn: string | null;
  /** Assertions whose number the words of this one's claims say it takes the place of. */
  readonly replaces: ReadonlySet<string>;
}

/** Beyond so many standing assertions each is related to the first only, not to all others. */
const ALL_PAIRS = 12;

/** A fall below this share of the former total is a counter that begins anew, not a correction. */
const RESTART = 0.5;

/** What each originator's latest word replaces, and how the latest words stand to each other. */
export function relationsOf(
  dated: readonly Dated[],
  measure: Measure,
): {
  readonly relations: readonly Relation[];
  readonly standing: readonly Dated[];
} {
  const threads = new Map<string, Dated[]>();
  for (const one of dated.toSorted(byDay)) {
    const thread = threads.get(one.voiceKey);
    if (thread) thread.push(one);
    else threads.set(one.voiceKey, [one]);
  }
  const updates = [...threads.values()].flatMap((thread) =>
    thread.slice(1).map((later, i) => update(later, thread[i]!, measure)),
  );
  const standing = [...threads.values()].map((thread) => thread.at(-1)!);
  return { relations: [...updates, ...between(standing)], standing };
}

/** By the day said; on one day what the words say was replaced first, then the lower number, since tolls grow. */
const byDay = (a: Dated, b: Dated): number =>
  a.said - b.said ||
  Number(a.replaces.has(b.assertion.id)) - Number(b.replaces.has(a.assertion.id)) ||
  a.carried - b.carried ||
  (spoken(a.assertion.figure) ?? 0) - (spoken(b.assertion.figure) ?? 0) ||
  (a.assertion.id < b.assertion.id ? -1 : 1);

function update(later: Dated, earlier: Dated, measure: Measure): Relation {
  const pair = { from: later.assertion.id, to: earlier.assertion.id };
  if (sameFigure(later.assertion.figure, earlier.assertion.figure))
    return { ...pair, kind: 'repeats', why: 'same originator says the same again' };
  const how = changeOf(later, earlier, measure);
  const stale = earlier.carried > later.said && earlier.carriedOn !== null;
  const why = [
    HOW_WORDS[how](wordsOf(earlier.assertion.figure), wordsOf(later.assertion.figure)),
    ...(later.replaces.has(earlier.assertion.id) ? ['the words say that it takes the other’s place'] : []),
    ...(stale ? [`stale: the earlier figure was still carried on ${dayWords(earlier.carriedOn)}`] : []),
  ].join('; ');
  return { ...pair, kind: 'updates', how, ...(stale && { stale }), why };
}

type How = NonNullable<Relation['how']>;

/** Why a later figure of one originator stands in the place of the earlier. */
const HOW_WORDS: Readonly<Record<How, (before: string, now: string) => string>> = {
  more: (before, now) => `same originator, later: from ${before} to ${now}`,
  fewer: (before, now) => `same originator, later: from ${before} to ${now}`,
  restarted: (before, now) => `restarted: the same originator counts anew, ${now} after ${before}`,
  corrected: (before, now) => `corrected: the same originator lowers ${before} to ${now}`,
  reworded: (before, now) => `same originator, later: ${before}, then ${now}`,
};

function changeOf(later: Dated, earlier: Dated, measure: Measure): How {
  const [now, before] = [spoken(later.assertion.figure), spoken(earlier.assertion.figure)];
  if (now === null || before === null || now === before) return 'reworded';
  if (now > before) return 'more';
  if (FALLING.has(measure)) return 'fewer';
  if (later.replaces.has(earlier.assertion.id)) return 'corrected';
  return startsLater(later.assertion, earlier.assertion) || now < before * RESTART
    ? 'restarted'
    : 'corrected';
}

function startsLater(later: Assertion, earlier: Assertion): boolean {
  const [now, before] = [later.when?.from ?? null, earlier.when?.from ?? null];
  return now !== null && before !== null && now > before;
}

function between(standing: readonly Dated[]): readonly Relation[] {
  const pairs = standing.flatMap((a, i) =>
    standing.length > ALL_PAIRS
      ? i
        ? [[a, standing[0]!] as const]
        : []
      : standing.slice(0, i).map((b) => [a, b] as const),
  );
  return pairs.map(([a, b]) => compared(a.assertion, b.assertion));
}

function compared(a: Assertion, b: Assertion): Relation {
  const [x, y] = [a.figure, b.figure];
  const pair = { from: a.id, to: b.id };
  const [m, n] = [wordsOf(x), wordsOf(y)];
  if (sameFigure(x, y))
    return {
      ...pair,
      kind: 'agrees',
      why: m === n ? `both say ${m}` : `${m} and ${n} are the same, rounded`,
    };
  if (!conflicts(x, y))
    return { ...pair, kind: 'agrees', why: `${quoted(x.texts)} and ${quoted(y.texts)} can both hold` };
  const apart = daysBetween(daysOf(a.on), daysOf(b.on)) > 0 ? ', said on different days' : '';
  return { ...pair, kind: 'differs', why: `${m} against ${n}${apart}` };
}

/** The number, or the words where they name a range or none. */
const wordsOf = (figure: Assertion['figure']): string =>
  figure.bound === 'vague' || figure.bound === 'range' ? quoted(figure.texts) : numberWords(spoken(figure));

const quoted = (texts: readonly string[]): string => JSON.stringify(texts[0] ?? '');
