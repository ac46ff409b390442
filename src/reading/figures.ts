import type { Sentence } from '../language/sentence.ts';
import { listed } from '../text/listed.ts';
import type { Bound, Counted, Figure } from './figure.ts';
import { type Bounded, boundOf } from './figures/bound.ts';
import { carryPersons } from './figures/carry.ts';
import { changeOf } from './figures/change.ts';
import { countedBy } from './figures/counted.ts';
import { mayCount } from './figures/data.ts';
import { reasonsOf } from './figures/exclude.ts';
import { isHeadcount } from './figures/exclude-names.ts';
import { withCompounds, withShares } from './figures/join.ts';
import { type Line, lineOf } from './figures/line.ts';
import { noneOf } from './figures/none.ts';
import type { NounPhrase } from './figures/noun-phrase.ts';
import { piecesOf } from './figures/pieces.ts';
import { type Quantity, quantitiesOf } from './figures/quantity.ts';
import { type Ranged, rangesOf } from './figures/range.ts';
import { rateAt } from './figures/rate.ts';
import { withRestated } from './figures/restate.ts';
import { talliesOf } from './figures/tally.ts';
import { countsPersons, personAround } from './figures/who.ts';

/**
 * Every number expression of the sentences that counts or measures something, in order. Dates, clock times, ages,
 * ordinals, names with numbers, addresses, codes, scores and idioms are none; durations are, with a unit of time, and
 * so is "one of the …": `isClaimed` tells those apart. Linear in the length of the text.
 */
export function readFigures(text: string, sentences: readonly Sentence[]): readonly Figure[] {
  return carryPersons(
    text,
    listed(sentences, (sentence) => figuresOf(text, sentence)),
  );
}

const TIME_UNITS: ReadonlySet<string> = new Set(
  'ns µs ms s min h day night weekend week fortnight month quarter season year decade century millennium'.split(
    ' ',
  ),
);

/** Whether a figure's unit is one of time: a duration, which no claim is made of. */
export const isDuration = (figure: Figure): boolean => TIME_UNITS.has(figure.unit);

/** Whether a figure only picks one out: "one of the officers". */
export const picksOne = (text: string, figure: Figure): boolean =>
  /^one$/i.test(figure.text) && /^\s+of\s/.test(text.slice(figure.end, figure.end + 8));

function figuresOf(text: string, sentence: Sentence): readonly Figure[] {
  if (!mayCount().test(text.slice(sentence.start, sentence.end))) return [];
  const pieces = piecesOf(text, sentence.start, sentence.end);
  const quantities = withCompounds(pieces, withShares(pieces, quantitiesOf(pieces)));
  if (!quantities.length && !pieces.some(({ lower }) => lower === 'no')) return [];
  const line = lineOf(text, sentence, pieces);
  const reasons = reasonsOf(line, quantities);
  const tallies = talliesOf(line, quantities);
  const counting = quantities.filter((quantity, i) => reasons[i] === null || tallies.has(quantity));
  const figures = withRestated(
    text,
    listed(rangesOf(pieces, counting), (ranged) => figureOf(line, ranged, tallies.has(ranged.quantity))),
  );
  const none = noneOf(line);
  return none.length ? [...figures, ...none].sort((a, b) => a.start - b.start) : figures;
}

function figureOf(line: Line, { quantity, change }: Ranged, tally: boolean): Figure {
  const bounded = boundOf(line.pieces, quantity);
  const phrase = countedBy(line, { ...quantity, to: bounded.to });
  const bound = boundName(quantity, bounded);
  const start = line.pieces[bounded.from]!.start;
  const end = line.pieces[bounded.to - 1]!.end;
  return {
    start,
    end,
    text: line.text.slice(start, end),
    ...valuesOf(quantity, bound),
    bound,
    unit: unitOf(line, quantity, phrase, bounded),
    per: rateAt(line.pieces, bounded.to) ?? (phrase ? rateAt(line.pieces, phrase.to) : null),
    change: change ?? changeOf(line, quantity, bounded.from, bounded.to),
    counted: phrase && wordsOf(line, phrase),
    ...(tally && { tally }),
  };
}

const DEFAULT_BOUND: Readonly<Record<Quantity['sort'], Bound>> = {
  number: 'exact',
  fraction: 'exact',
  couple: 'about',
  vague: 'vague',
};

function boundName(quantity: Quantity, { bound }: Bounded): Bound {
  if (quantity.range && (bound === null || bound === 'about')) return 'range';
  if (quantity.sort === 'vague' && bound === 'about') return 'vague';
  return bound ?? DEFAULT_BOUND[quantity.sort];
}

function valuesOf({ low, high }: Quantity, bound: Bound): Pick<Figure, 'low' | 'high'> {
  if (bound === 'at-least' || bound === 'more-than') return { low, high: null };
  if (bound === 'at-most' || bound === 'less-than') return { low: null, high };
  return { low, high };
}

function unitOf(line: Line, quantity: Quantity, phrase: NounPhrase | null, bounded: Bounded): string {
  if (quantity.unit) return quantity.unit.symbol;
  if (isHeadcount(line.pieces, quantity.to)) return 'person';
  const persons = phrase ? countsPersons(line, phrase) : personAround(line, bounded.from, bounded.to);
  return persons ? 'person' : 'item';
}

function wordsOf(line: Line, phrase: NounPhrase): Counted {
  const start = line.pieces[phrase.from]!.start;
  const last = line.pieces[phrase.to - 1]!;
  const end = last.end - (/['’]s$/.exec(last.text)?.[0].length ?? 0);
  return { start, end, text: line.text.slice(start, end) };
}
