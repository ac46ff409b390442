import type { Token } from '../../language/sentence.ts';
import { contextTables } from './contexts.ts';
import { classAt, type Line } from './line.ts';
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
  if (quantity.unit?.sort === 'time' || isResult(line, quantity, from)) return null;
  return (
    changeBefore(line, quantity, from) ??
    changeBehind(line, quantity, to) ??
    changeByVerb(line, quantity) ??
    changeNear(line, quantity, from)
  );
}

/** "a net loss of $3 million": what a business made, not by how much something fell. */
function isResult(line: Line, quantity: Quantity, from: number): boolean {
  const at = lowerAt(line.pieces, from - 1) === 'of' ? from - 2 : from - 1;
  return quantity.unit?.sort === 'money' && contextTables().results.has(lowerAt(line.pieces, at));
}

function changeBefore(line: Line, quantity: Quantity, from: number): Change {
  const { up, down, changeBetween } = contextTables();
  let by = false;
  for (let at = from - 1; at >= from - REACH && at >= 0; at--) {
    const word = lowerAt(line.pieces, at);
    const way = up.has(word) ? 'up' : down.has(word) ? 'down' : null;
    if (way && isPhrasal(line, at)) return null;
    if (way) return isSize(line, word, quantity, by) ? way : null;
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
function isSize(line: Line, word: string, quantity: Quantity, by: boolean): boolean {
  const { changeOfCounts, changeBy } = contextTables();
  if (by) return true;
  if (changeBy.has(word)) return quantity.unit?.sort === 'percent' || isPoints(line, quantity.to);
  return quantity.unit !== null || !changeOfCounts.has(word) || isPoints(line, quantity.to);
}

/** "raised its key rate by 25 basis points", "boosted the dividend 20%": by the verb on which the tree hangs the quantity. */
function changeByVerb(line: Line, quantity: Quantity): Change {
  const { up, down } = contextTables();
  const size = sizeToken(line, quantity);
  if (!size) return null;
  const marker = line.sentence.tokens.find(({ head, deprel }) => head === size.index && deprel === 'case');
  if (marker && marker.text.toLowerCase() !== 'by') return null;
  const verb = verbOf(line, size, marker !== undefined);
  const word = verb?.text.toLowerCase() ?? '';
  const way = up.has(word) ? 'up' : down.has(word) ? 'down' : null;
  if (!way || (!marker && !/^(?:obl:unmarked|advmod)$/.test(size.deprel) && !hasObject(line, size)))
    return null;
  return isSize(line, word, quantity, marker !== undefined) ? way : null;
}

const BY_REACH = 8;

/** "cut deaths by 35%", where the tree does not tell: the nearest verb before "by" is one of change. */
function changeNear(line: Line, quantity: Quantity, from: number): Change {
  if (quantity.unit?.sort !== 'percent' || lowerAt(line.pieces, from - 1) !== 'by') return null;
  const { up, down } = contextTables();
  for (let at = from - 2; at >= Math.max(0, from - BY_REACH); at--) {
    const word = lowerAt(line.pieces, at);
    if (word.length > 2 && up.has(word)) return 'up';
    if (word.length > 2 && down.has(word)) return 'down';
    if (/^(?:verb|participle|mark|number)$/.test(classAt(line, at) ?? 'mark')) return null;
  }
  return null;
}

/** The verb above; what "by" leads may hang on the verb's object, too. */
function verbOf(line: Line, size: Token, by: boolean): Token | null {
  const above = line.sentence.tokens[size.head];
  if (above?.upos === 'VERB') return above;
  const verb =
    by && above && /^(?:obj|nsubj)/.test(above.deprel) ? line.sentence.tokens[above.head] : undefined;
  return verb?.upos === 'VERB' ? verb : null;
}

/** The token that stands for the whole quantity in its clause: its unit, or the noun that it counts. */
function sizeToken(line: Line, quantity: Quantity): Token | null {
  const { tokens } = line.sentence;
  let token = line.tokens?.[quantity.numberTo - 1];
  if (!quantity.unit || !token) return null;
  for (let step = 0; step < 4 && /^(?:nummod|compound|flat|dep|nmod:unmarked)/.test(token.deprel); step++) {
    const head: Token | undefined = tokens[token.head];
    if (!head || head.upos === 'VERB') break;
    token = head;
  }
  return token;
}

/** Whether the verb has another object than this: what it changes. */
const hasObject = (line: Line, size: Token): boolean =>
  line.sentence.tokens.some(
    ({ head, deprel, index }) =>
      head === size.head && index < size.index && /^(?:obj|nsubj:pass)/.test(deprel),
  );

/** "The index lost 112 points": points measure, too. */
const isPoints = (line: Line, index: number): boolean =>
  /^points?$/.test(lowerAt(line.pieces, index)) &&
  line.pieces.some(({ lower }) => contextTables().markets.has(lower));

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
