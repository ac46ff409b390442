import { contextTables } from './contexts.ts';
import { numeralAt } from './numeral.ts';
import { isJoint, lowerAt, type Piece } from './pieces.ts';
import { unitNamed } from './units.ts';

/**
 * The unit over which a figure is a rate: "day" of "1,200 soldiers a day", "barrel" of "$58 per barrel", "ft2" of "per square
 * foot", "100,000 people" of "per 100,000 people".
 * @param index where the rate words may begin
 */
export function rateAt(pieces: readonly Piece[], index: number): string | null {
  const { rateNames, rateAdverbs, rateDetermined, rateNot } = contextTables();
  const first = lowerAt(pieces, index);
  const word = lowerAt(pieces, index + 1);
  if (isJoint(pieces, index) && isJoint(pieces, index + 2)) return rateCompound(pieces, index + 1);
  if (first === 'per') return word ? (squareOf(pieces, index + 1) ?? rateBase(pieces, index + 1)) : null;
  if (first === '/' && pieces[index]?.glued) return rateDetermined.has(word) ? word : null;
  const next = lowerAt(pieces, index + 2);
  if (!/^(?:a|an|each|every)$/.test(first)) return rateAdverbs.get(first) ?? null;
  if (rateDetermined.has(word))
    return first.startsWith('a') && rateNot.has(next) ? null : (rateNames.get(word) ?? word);
  return squareOf(pieces, index + 1);
}

/** "$18-a-share": the rate inside a compound. */
function rateCompound(pieces: readonly Piece[], index: number): string | null {
  const word = lowerAt(pieces, index + 2);
  return /^(?:a|an|per)$/.test(lowerAt(pieces, index)) && contextTables().rateDetermined.has(word)
    ? word
    : null;
}

/** A unit of several words, by its symbol: "square foot". */
function squareOf(pieces: readonly Piece[], index: number): string | null {
  const found = unitNamed(pieces, index);
  return found && found.to - index > 1 ? found.value.symbol : null;
}

/** "person" of "per capita", "100,000 people": the words behind "per", a number among them. */
function rateBase(pieces: readonly Piece[], index: number): string {
  const word = lowerAt(pieces, index);
  const number = numeralAt(pieces, index, false);
  if (!number || number.sort === 'fraction') return contextTables().rateNames.get(word) ?? singular(word);
  return [...pieces.slice(index, number.to), pieces[number.to]]
    .flatMap((piece) => (piece && piece.kind !== 'mark' ? [piece.lower] : []))
    .join(' ');
}

const singular = (word: string): string => (/[^s]s$/.test(word) ? word.slice(0, -1) : word);
