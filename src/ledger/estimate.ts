import type { Measure, Response } from '../reading/claim.ts';
import { type Codebook, DEFAULT_CODEBOOK, loadCodebook } from './codebook.ts';
import { folded } from './fold.ts';
import { GRADE_WORDS, gradeOf } from './grade.ts';
import type { Assertion } from './ledger.ts';
import { spoken } from './values.ts';

/** A question's numbers, and the rule that drew them in words. */
export interface Estimate {
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
  readonly rule: string;
}

/** An assertion with what the estimate needs beside it. */
export interface Standing {
  readonly assertion: Assertion;
  /** Last day on which it was said or published, as days since 1970. */
  readonly day: number;
}

interface Drawn extends Standing {
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * Low, best and high from the assertions that stand: those that their originator has not replaced. The rule names the
 * codebook's rule for each number, and says where `plain` stood in for a word that the codebook does not number.
 */
export function estimateOf(
  standing: readonly Standing[],
  measure: Measure,
  codebook: Codebook,
  responses: readonly Pick<Response, 'stance' | 'kind'>[] = [],
): Estimate {
  const notes = new Set<string>();
  const most = Math.max(0, ...standing.map(({ assertion }) => spoken(assertion.figure) ?? 0));
  const drawn = standing.map((one): Drawn => {
    const [low, high] = numbersOf(one.assertion.figure, most, codebook, notes);
    return { ...one, low, high };
  });
  const sound = drawn.filter(({ assertion }) => !codebook.unreliable.includes(assertion.kind));
  const counted = sound.length ? sound : drawn;
  const low = lowestOf(counted);
  const high = highestOf(counted);
  const best = bestOf(counted, codebook);
  const { rules } = codebook;
  const rule =
    counted.length === 1 ? rules.single : `low: ${rules.low}; best: ${rules.best}; high: ${rules.high}`;
  if (sound.length && sound.length < drawn.length)
    notes.add('figures of speakers that the codebook does not rely on are left out');
  if (measure === 'killed-or-wounded' && codebook.casualtiesKilled !== null)
    notes.add(`"casualties" alone: ${codebook.casualtiesKilled} surely killed`);
  const assertions = counted.map(({ assertion }) => assertion);
  if (codebook.graded) notes.add(`grade: ${GRADE_WORDS[gradeOf(assertions, responses)]}`);
  return { low, best, high, rule: [`${codebook.name}: ${rule}`, ...[...notes].sort()].join('; ') };
}

/** A figure's numbers by the codebook; words are taken as written, the number words of vague figures from its table. */
function numbersOf(
  figure: Assertion['figure'],
  most: number,
  codebook: Codebook,
  notes: Set<string>,
): readonly [number | null, number | null] {
  if (figure.bound !== 'vague') return [figure.low, figure.high];
  const text = folded(figure.texts[0] ?? '');
  const plain = vagueIn(text, loadCodebook(DEFAULT_CODEBOOK).vague);
  const large = codebook.large && most >= codebook.large.from ? vagueIn(text, codebook.large.vague) : null;
  const own = [large, vagueIn(text, codebook.vague)].find((one) => one && one.length >= (plain?.length ?? 0));
  if (own) return own.numbers;
  if (codebook.name !== DEFAULT_CODEBOOK) notes.add(`plain for ${JSON.stringify(figure.texts[0] ?? '')}`);
  return plain?.numbers ?? [figure.low, figure.high];
}

interface Vague {
  readonly length: number;
  readonly numbers: readonly [number, number];
}

/** The longest of a table's words in the text: "tens of thousands" is no "thousands", even where only that is listed. */
function vagueIn(text: string, table: Codebook['vague']): Vague | null {
  const padded = ` ${text.replace(/[^a-z]+/g, ' ')} `;
  return Object.entries(table).reduce<Vague | null>(
    (best, [words, numbers]) =>
      words.length > (best?.length ?? 0) && padded.includes(` ${words} `)
        ? { length: words.length, numbers }
        : best,
    null,
  );
}

/** The lowest low; open where the lowest figure is only bounded from above. */
function lowestOf(drawn: readonly Drawn[]): number | null {
  const least = (numbers: readonly (number | null)[]): number =>
    numbers.reduce<number>((min, number) => Math.min(min, number ?? min), Number.POSITIVE_INFINITY);
  const low = least(drawn.map((one) => one.low));
  const cap = least(drawn.map((one) => (one.low === null ? one.high : null)));
  return Number.isFinite(low) && cap >= low ? low : null;
}

/** The highest high; open where the highest figure is only bounded from below. */
function highestOf(drawn: readonly Drawn[]): number | null {
  const most = (numbers: readonly (number | null)[]): number =>
    numbers.reduce<number>((max, number) => Math.max(max, number ?? max), Number.NEGATIVE_INFINITY);
  const high = most(drawn.map((one) => one.high));
  const floor = most(drawn.map((one) => (one.high === null ? one.low : null)));
  return Number.isFinite(high) && floor <= high ? high : null;
}

function bestOf(drawn: readonly Drawn[], codebook: Codebook): number | null {
  switch (codebook.best) {
    case 'none':
      return null;
    case 'latest-best-placed':
      return numberOf(bestPlaced(drawn, codebook));
    case 'lowest-unless-corroborated':
      return numberOf(corroborated(drawn));
  }
}

/** The number that a figure comes to: the lower for vague words, the middle of a range, else the number said. */
const numberOf = (one: Drawn | undefined): number | null => {
  if (!one) return null;
  const { low, high } = one;
  if (low === null || high === null || one.assertion.figure.bound === 'vague') return low ?? high;
  return Number.isInteger(low) && Number.isInteger(high) ? Math.round((low + high) / 2) : (low + high) / 2;
};

/** The best placed first, then the latest, then the number that most originators give, then the most carried. */
function bestPlaced(drawn: readonly Drawn[], { placed }: Codebook): Drawn | undefined {
  const behind = new Map<number | null, number>();
  for (const one of drawn) behind.set(numberOf(one), (behind.get(numberOf(one)) ?? 0) + 1);
  const rank = ({ assertion }: Drawn): number => {
    const at = placed.findIndex((kinds) => kinds.includes(assertion.kind));
    return (at === -1 ? placed.length : at) * 2 + Number(assertion.figure.bound === 'vague');
  };
  return drawn.toSorted(
    (a, b) =>
      rank(a) - rank(b) ||
      b.day - a.day ||
      behind.get(numberOf(b))! - behind.get(numberOf(a))! ||
      b.assertion.articles.length - a.assertion.articles.length ||
      (a.assertion.id < b.assertion.id ? -1 : 1),
  )[0];
}

/** The lowest figure, unless more originators than its own stand behind a higher one. */
function corroborated(drawn: readonly Drawn[]): Drawn | undefined {
  const value = (one: Drawn): number => one.low ?? one.high ?? 0;
  const behind = new Map(
    [...Map.groupBy(drawn, value)].map(([number, some]) => [
      number,
      new Set(some.map(({ assertion }) => assertion.originator)).size,
    ]),
  );
  return drawn.toSorted((a, b) => behind.get(value(b))! - behind.get(value(a))! || value(a) - value(b))[0];
}
