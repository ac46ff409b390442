import { contextTables } from './contexts.ts';
import { lowerAt, type Piece } from './pieces.ts';

/** The unit over which a figure is a rate: "day" of "1,200 soldiers a day", "barrel" of "$58 per barrel". @param index where the rate words may begin */
export function rateAt(pieces: readonly Piece[], index: number): string | null {
  const { rateNames, rateAdverbs, rateDetermined, rateNot } = contextTables();
  const first = lowerAt(pieces, index);
  const word = lowerAt(pieces, index + 1);
  if (first === 'per') return word ? (rateNames.get(word) ?? singular(word)) : null;
  if (first === '/' && pieces[index]?.glued) return rateDetermined.has(word) ? word : null;
  const next = lowerAt(pieces, index + 2);
  if (/^(?:a|an|each|every)$/.test(first) && rateDetermined.has(word))
    return first.startsWith('a') && rateNot.has(next) ? null : (rateNames.get(word) ?? word);
  return rateAdverbs.get(first) ?? null;
}

const singular = (word: string): string => (/[^s]s$/.test(word) ? word.slice(0, -1) : word);
