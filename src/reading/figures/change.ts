import { contextTables } from './contexts.ts';
import type { Line } from './line.ts';
import { nounPhraseAt } from './noun-phrase.ts';
import { isJoint, lowerAt } from './pieces.ts';
import type { Quantity } from './quantity.ts';

export type Change = 'up' | 'down' | null;

const REACH = 5;

/**
 * Whether a quantity is the size of a rise or a fall: "rose 5%", "down by 30", "a 10% increase", "5% higher". The level
 * that a rise ends at is no change ("rose to 18") unless the level that it began at is said, too ("up from 12 to 18").
 * @param from index of the first piece of the quantity's words, its bounding words included
 */
export function changeOf(line: Line, quantity: Quantity, from: number, to: number): Change {
  if (quantity.unit?.sort === 'time') return null;
  return changeBefore(line, quantity, from) ?? changeBehind(line, quantity, to);
}

function changeBefore(line: Line, quantity: Quantity, from: number): Change {
  const { up, down, changeBetween } = contextTables();
  let by = false;
  for (let at = from - 1; at >= from - REACH && at >= 0; at--) {
    const word = lowerAt(line.pieces, at);
    const way = up.has(word) ? 'up' : down.has(word) ? 'down' : null;
    if (way && isPhrasal(line, at)) return null;
    if (way) return isSize(word, quantity, by) ? way : null;
    by ||= word === 'by';
    if (!changeBetween.has(word) || word === 'from' || (word === 'of' && !isChangeNoun(line, at - 1)))
      return null;
  }
  return null;
}

/** "gave up 12 yards": the word belongs to the verb before it. */
const isPhrasal = (line: Line, at: number): boolean =>
  /^(?:up|down|off)$/.test(lowerAt(line.pieces, at)) &&
  contextTables().changeNotAfter.has(lowerAt(line.pieces, at - 1));

const isChangeNoun = (line: Line, at: number): boolean =>
  contextTables().changeNouns.has(lowerAt(line.pieces, at));

/**
 * Whether the number is the size of the change that the word names. "raised $5 million" and "lost 30 soldiers" say what
 * was raised and lost; "raised wages by $5" and "lost 3 percent" say by how much.
 */
function isSize(word: string, quantity: Quantity, by: boolean): boolean {
  const { changeOfCounts, changeBy } = contextTables();
  if (by) return true;
  if (changeBy.has(word)) return quantity.unit?.sort === 'percent';
  return quantity.unit !== null || !changeOfCounts.has(word);
}

function changeBehind(line: Line, quantity: Quantity, to: number): Change {
  if (quantity.unit?.sort !== 'percent' && quantity.unit?.sort !== 'money') return null;
  const { changeAfter } = contextTables();
  const word = lowerAt(line.pieces, isJoint(line.pieces, to) ? to + 1 : to);
  const way = changeAfter.get(word);
  if (way)
    return /^(?:up|down|off)$/.test(word) && /^(?:to|the|a)$/.test(lowerAt(line.pieces, to + 1)) ? null : way;
  const phrase = quantity.unit.sort === 'percent' ? nounPhraseAt(line, null, to) : null;
  const head = phrase && changeAfter.get(lowerAt(line.pieces, phrase.head));
  return head && isChangeNoun(line, phrase.head) ? head : null;
}
