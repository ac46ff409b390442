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
  readonly last: number;
}

/** The noun phrase from the index on: adjectives and nouns up to its head, joined with a second noun of persons. */
export function nounPhraseAt(line: Line, quantity: Quantity | null, index: number): NounPhrase | null {
  let run: Run = { at: index, head: -1, last: -1 };
  while (run.at < index + LONGEST) {
    const next = step(line, run, index);
    if (!next) break;
    run = next;
  }
  const head =
    headByTree(line, quantity, index, run) ?? (run.head >= 0 ? run.head : looseHead(line, quantity, run));
  return head === null || head < 0
    ? null
    : { from: index, head, to: withDigits(line, coordinated(line, head)) };
}

/** Takes one more word into the noun phrase, or `null` where it has ended. */
function step(line: Line, run: Run, start: number): Run | null {
  const { at, head } = run;
  const piece = line.pieces[at];
  if (!piece) return null;
  if (piece.kind === 'mark') return passMark(line, run);
  const kind = classAt(line, at);
  if (classTables().stops.has(piece.lower)) return null;
  if (head >= 0 && head === at - 1 && isComplete(line, head, at)) return null;
  if (kind === 'noun') return { at: at + 1, head: at, last: at };
  if (kind === 'name') return isDayName(piece.lower) ? null : { at: at + 1, head: at, last: at };
  return opens(line, kind, run, start) ? { at: at + 1, head, last: at } : null;
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
  if (kind === 'adjective') return true;
  if (head >= 0 || !nominal(line, at + 1)) return false;
  if (kind === 'participle' || kind === 'adverb') return true;
  return (
    kind === 'verb' && at === start && /(?:ed|en)$/.test(lowerAt(line.pieces, at)) && isDefinite(line, at)
  );
}

/** Whether an article or a possessive stands before the number: "the 21 released girls". */
const isDefinite = (line: Line, index: number): boolean =>
  /^(?:the|these|those|our|its|their|his|her|my|your|all)$/.test(lowerAt(line.pieces, index - 2));

/** Hyphens, "#" and the points of "U.S." belong to the words around them. */
function passMark(line: Line, run: Run): Run | null {
  const { pieces } = line;
  const { at } = run;
  if (isJoint(pieces, at)) {
    const noun = /^(?:noun|name)$/.test(classAt(line, at + 1) ?? '');
    return { at: at + 2, head: noun ? at + 1 : run.head, last: at + 1 };
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
    if (line.tokens[at]?.index === token.head) return isCompound(line, at) ? run.head : at;
  return null;
}

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
