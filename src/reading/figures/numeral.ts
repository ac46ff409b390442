import { cardinalAt } from './cardinal.ts';
import { numberTables } from './data.ts';
import { fractionAt } from './fraction.ts';
import { phraseAt } from './phrases.ts';
import { lowerAt, type Piece } from './pieces.ts';

/** Number words alone, without bound or unit: pieces `[from, to)` and the values between which they put the number. */
export interface Numeral {
  readonly from: number;
  readonly to: number;
  readonly low: number;
  readonly high: number;
  /** `fraction`: the values are parts of one; `couple`: about two. */
  readonly sort: 'number' | 'vague' | 'fraction' | 'couple';
  /** What a scale word multiplied: 1,000,000 for "1.2 million", else 1. */
  readonly scale: number;
  readonly digits: boolean;
}

/** Whether number words can begin with a piece: digits, the point of ".5", words of the lexicon. */
export const beginsNumber = ({ kind, lower }: Piece): boolean =>
  kind === 'digits' || lower === '.' || numberTables().starts.has(lower);

/** The number words that begin at the index; longest reading first. `money`: a currency sign stands before. */
export function numeralAt(pieces: readonly Piece[], index: number, money: boolean): Numeral | null {
  const piece = pieces[index];
  if (!piece || !beginsNumber(piece)) return null;
  return (
    vagueAt(pieces, index) ??
    fractionAt(pieces, index) ??
    cardinalAt(pieces, index, money) ??
    coupleAt(pieces, index)
  );
}

function vagueAt(pieces: readonly Piece[], index: number): Numeral | null {
  const article = lowerAt(pieces, index) === 'a' ? 1 : 0;
  const factor = numberTables().vagueFactors.get(
    article ? `a ${lowerAt(pieces, index + 1)}` : lowerAt(pieces, index),
  );
  if (factor) {
    const scaled = scaleAt(pieces, index + 1 + article);
    if (scaled)
      return vague(index, scaled.to, factor[0] * scaled.value, factor[1] * scaled.value, scaled.value);
  }
  const found = phraseAt(numberTables().vague, pieces, index);
  return found && vague(found.from, found.to, found.value[0], found.value[1], 1);
}

function scaleAt(
  pieces: readonly Piece[],
  index: number,
): { readonly to: number; readonly value: number } | null {
  const word = lowerAt(pieces, index);
  const value = numberTables().scales.get(word) ?? numberTables().dozens.get(word);
  if (value === undefined) return null;
  const next = numberTables().scales.get(lowerAt(pieces, index + 1));
  return next !== undefined ? { to: index + 2, value: value * next } : { to: index + 1, value };
}

function coupleAt(pieces: readonly Piece[], index: number): Numeral | null {
  const found = phraseAt(numberTables().couples, pieces, index);
  if (!found) return null;
  const scaled = scaleAt(pieces, found.to);
  const scale = scaled?.value ?? 1;
  const to = scaled?.to ?? found.to;
  if (!scaled && lowerAt(pieces, to - 1) !== 'of') return null;
  const value = found.value * scale;
  return { from: index, to, low: value, high: value, sort: 'couple', scale, digits: false };
}

const vague = (from: number, to: number, low: number, high: number, scale: number): Numeral => ({
  from,
  to,
  low,
  high,
  sort: 'vague',
  scale,
  digits: false,
});
