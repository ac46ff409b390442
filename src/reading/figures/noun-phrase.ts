import { classTables, contextTables } from './contexts.ts';
import { classAt, isCapital, type Line, type WordClass } from './line.ts';
import { isPersonNoun, isPlural } from './persons.ts';
import { isJoint, lowerAt } from './pieces.ts';
import type { Quantity } from './quantity.ts';

/** What is counted: pieces `[from, to)`; `head` is its noun. */
export interface NounPhrase {
  readonly from: number;
  readonly head: number;
  readonly to: number;
}

/** How many words of a noun phrase are looked at: a longer run of nouns is no noun phrase. */
export const LONGEST = 10;

interface Run {
  readonly at: number;
  readonly head: number;
  /** The noun before the head, -1 where there is none. */
  readonly before: number;
  readonly last: number;
}

/** The noun phrase from the index on: adjectives and nouns up to its head, joined with a second noun of persons. */
export function nounPhraseAt(line: Line, quantity: Quantity | null, index: number): NounPhrase | null {
  if (/^["“'‘]$/.test(lowerAt(line.pieces, index)) && line.pieces[index + 1]?.glued)
    return nounPhraseAt(line, quantity, index + 1);
  let run: Run = { at: index, head: -1, before: -1, last: -1 };
  while (run.at < index + LONGEST) {
    const next = step(line, run, index);
    if (!next) break;
    run = next;
  }
  const found =
    headByTree(line, quantity, index, run) ?? (run.head >= 0 ? run.head : looseHead(line, quantity, run));
  if (found === null || found < 0) return null;
  const head = agreeing(line, quantity, index, found);
  return { from: index, head, to: withDigits(line, coordinated(line, head)) };
}

/**
 * The head where noun and number agree: of "12 page report" the pages are counted, and of "one plan asks" the plan. A
 * plural never follows "one", and what stands in the singular behind a larger number does not end the noun phrase.
 */
function agreeing(line: Line, quantity: Quantity | null, index: number, head: number): number {
  if (!line.tokens || !quantity || quantity.sort !== 'number' || quantity.unit !== null) return head;
  if (lowerAt(line.pieces, quantity.to) === 'of') return head;
  const before = head - 1;
  if (before < index || classAt(line, head) !== 'noun' || classAt(line, before) !== 'noun') return head;
  if (quantity.high === 1) return isMany(line, head) && !isMany(line, before) ? before : head;
  return quantity.low > 1 && !isMany(line, head) ? before : head;
}

const isMany = (line: Line, index: number): boolean => {
  const word = lowerAt(line.pieces, index);
  return isPlural(word) || classTables().collectives.has(word) || line.tokens?.[index]?.xpos === 'NNS';
};

/** Takes one more word into the noun phrase, or `null` where it has ended. */
function step(line: Line, run: Run, start: number): Run | null {
  const { at, head, before } = run;
  const piece = line.pieces[at];
  if (!piece) return null;
  if (piece.kind === 'mark') return passMark(line, run) ?? passLink(line, run);
  const kind = classAt(line, at);
  if (piece.lower === 'and' || piece.lower === 'or') return passLink(line, run);
  if (classTables().stops.has(piece.lower)) return null;
  if (head >= 0 && head === at - 1 && isComplete(line, head, at)) return null;
  if (kind === 'noun') return { at: at + 1, head: at, before: head, last: at };
  if (kind === 'name')
    return isDayName(piece.lower) ? null : { at: at + 1, head: at, before: head, last: at };
  return opens(line, kind, run, start) ? { at: at + 1, head, before, last: at } : null;
}

const isDayName = (word: string): boolean =>
  contextTables().weekdays.has(word) || contextTables().months.has(word);

/** A plural noun ends the phrase, unless another plural follows ("women officers") or the parser hung it on what follows. */
function isComplete(line: Line, head: number, next: number): boolean {
  const word = lowerAt(line.pieces, head);
  const kind = classAt(line, head);
  if (!isPlural(word) || (kind === 'name' && !isPersonNoun(word))) return false;
  if (classAt(line, next) !== 'noun') return kind !== 'name' || classAt(line, next) !== 'name';
  return !isPlural(lowerAt(line.pieces, next)) && !isCompound(line, head);
}

const isCompound = (line: Line, index: number): boolean =>
  /^compound/.test(line.tokens?.[index]?.deprel ?? '');

/** Adjectives, and before the first noun participles, adverbs and verbs that stand between an article and a noun. */
function opens(line: Line, kind: WordClass | null, { at, head }: Run, start: number): boolean {
  if (kind === 'adjective' || (head < 0 && isJoint(line.pieces, at + 1) && kind !== 'number')) return true;
  if (head >= 0 || !nominal(line, at + 1)) return false;
  if (kind === 'participle' || kind === 'adverb') return true;
  if (kind !== 'verb' || at !== start || !/(?:ed|en)$/.test(lowerAt(line.pieces, at))) return false;
  return isDefinite(line, at) || classTables().participials.has(lowerAt(line.pieces, at));
}

/** Whether an article or a possessive stands before the number: "the 21 released girls". */
const isDefinite = (line: Line, index: number): boolean =>
  /^(?:the|these|those|our|its|their|his|her|my|your|all)$/.test(lowerAt(line.pieces, index - 2));

/** "three old and rusty cars", "two large, red vans": what joins two adjectives. */
function passLink(line: Line, run: Run): Run | null {
  const { at, last, head } = run;
  if (head >= 0 || last !== at - 1 || !/^(?:and|or|,)$/.test(lowerAt(line.pieces, at))) return null;
  const joined = classAt(line, last) === 'adjective' && classAt(line, at + 1) === 'adjective';
  return joined && nominal(line, at + 2) ? { ...run, at: at + 1 } : null;
}

/** Hyphens, "#" and the points of "U.S." belong to the words around them. */
function passMark(line: Line, run: Run): Run | null {
  const { pieces } = line;
  const { at } = run;
  if (isJoint(pieces, at)) {
    const noun = /^(?:noun|name)$/.test(classAt(line, at + 1) ?? '');
    const kept = isWholeCompound(line, run) ? run.before : run.head;
    const inner = !noun && isJoint(pieces, at + 2);
    if (inner) return { ...run, at: at + 4, head: kept, last: at + 3 };
    return { at: at + 2, head: noun ? at + 1 : kept, before: noun ? kept : run.before, last: at + 1 };
  }
  const text = pieces[at]!.text;
  if (text === '#' && pieces[at + 1]?.glued) return { ...run, at: at + 1 };
  const initials =
    text === '.' &&
    pieces[at]!.glued &&
    /^\p{Lu}{1,2}$/u.test(pieces[at - 1]?.text ?? '') &&
    run.last === at - 1;
  return initials ? { ...run, at: at + 1, last: at } : null;
}

/** "jobs world-wide", "14% year-over-year": the singular before the hyphen is part of an adverb; "passers-by" are persons. */
const isWholeCompound = (line: Line, { at, head }: Run): boolean =>
  head === at - 1 && !isPlural(lowerAt(line.pieces, head));

function nominal(line: Line, index: number): boolean {
  const at = lowerAt(line.pieces, index) === '#' ? index + 1 : index;
  return /^(?:noun|name|adjective|participle)$/.test(classAt(line, at) ?? '');
}

/** In a sentence without tags, the last word of the run stands for a noun of which one or a share is counted. */
function looseHead(line: Line, quantity: Quantity | null, run: Run): number | null {
  if (line.tokens || run.last < 0) return null;
  const one = quantity === null || quantity.high === 1 || quantity.unit !== null;
  return one ? run.last : null;
}

/** The noun on which the parser hung the number, or the last of a compound that begins there. */
function headByTree(line: Line, quantity: Quantity | null, index: number, run: Run): number | null {
  if (!line.tokens || !quantity || index !== quantity.to) return null;
  const token = line.tokens[quantity.numberTo - 1];
  if (token?.deprel !== 'nummod') return null;
  for (let at = run.head; at >= index; at--)
    if (line.tokens[at]?.index === token.head)
      return isCompound(line, at) || isBeforeHead(line, quantity, at, run.head) ? run.head : at;
  return null;
}

/** "three senior Harrods managers", "12 crude explosive devices": a word in the singular before the plural that is counted. */
const isBeforeHead = (line: Line, { low, high }: Quantity, at: number, head: number): boolean =>
  (head > at && high > 1 && low > 1 && !isMany(line, at) && isMany(line, head)) || namesNext(line, at, head);

const namesNext = (line: Line, at: number, head: number): boolean =>
  head === at + 1 &&
  classAt(line, at) === 'name' &&
  classAt(line, head) === 'noun' &&
  isPlural(lowerAt(line.pieces, head));

/** The digits of "CO2" and "M16s". */
const withDigits = (line: Line, to: number): number =>
  line.pieces[to]?.kind === 'digits' && line.pieces[to]?.glued ? to + 1 : to;

/** "women and children": a second plural of persons is counted, too. */
function coordinated(line: Line, head: number): number {
  const { pieces } = line;
  const link = lowerAt(pieces, head + 1);
  if (link !== 'and' && link !== 'or') return head + 1;
  const first = lowerAt(pieces, head);
  const second = lowerAt(pieces, head + 2);
  const both = isPersonNoun(first) && isPlural(first) && isPersonNoun(second) && isPlural(second);
  return both && classAt(line, head + 2) === 'noun' && !isCapital(line, head + 2) ? head + 3 : head + 1;
}
