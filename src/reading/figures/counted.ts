import { skipBounds } from './bound.ts';
import { contextTables } from './contexts.ts';
import { classAt, isCapital, type Line } from './line.ts';
import { numeralAt } from './numeral.ts';
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
const LONGEST = 10;

/** The noun phrase that a quantity counts; `null` where it counts none or only a pronoun. */
export function countedBy(line: Line, quantity: Quantity): NounPhrase | null {
  const { pieces } = line;
  const sort = quantity.unit?.sort;
  if (sort === 'time') return null;
  const next = lowerAt(pieces, quantity.to);
  if (next === 'of')
    return ofWhich(line, quantity) ?? nounPhraseAt(line, quantity, afterOf(line, quantity.to + 1));
  if (sort === 'money') return moneyFor(line, quantity);
  if (sort === 'measure')
    return isJoint(pieces, quantity.to - 2) ? nounPhraseAt(line, quantity, quantity.to) : null;
  const at = quantity.sort === 'fraction' ? afterOf(line, quantity.to) : afterMore(line, quantity.to);
  return nounPhraseAt(line, quantity, isJoint(pieces, at) ? at + 2 : at);
}

/** "$5.6 billion in weapons", "$2 million worth of aid", "a $5 million fine". */
function moneyFor(line: Line, quantity: Quantity): NounPhrase | null {
  const { pieces } = line;
  let at = quantity.to;
  if (lowerAt(pieces, at) === '(') while (at < quantity.to + 8 && lowerAt(pieces, at - 1) !== ')') at++;
  if (lowerAt(pieces, at) === 'worth' && lowerAt(pieces, at + 1) === 'of')
    return nounPhraseAt(line, quantity, at + 2);
  if (lowerAt(pieces, at) === 'in' && !/^\d/.test(lowerAt(pieces, at + 1)))
    return nounPhraseAt(line, quantity, at + 1);
  return at === quantity.to && classAt(line, at) === 'noun' ? nounPhraseAt(line, quantity, at) : null;
}

/** Past articles, possessives, and the number of a larger whole: "of the more than 200 girls". */
function afterOf(line: Line, index: number): number {
  const { pieces } = line;
  let at = index;
  while (DETERMINERS.test(lowerAt(pieces, at))) at++;
  const bound = skipBounds(pieces, at);
  const numeral = numeralAt(pieces, bound, false);
  return afterMore(line, numeral && numeral.sort !== 'fraction' ? numeral.to : at);
}

const DETERMINERS = /^(?:the|a|an|this|these|those|that|all|its|their|his|her|our|your|my|both)$/;

const afterMore = (line: Line, index: number): number =>
  /^(?:more|additional|further|extra|such)$/.test(lowerAt(line.pieces, index)) ? index + 1 : index;

/** "Ukraine, a fifth of which": the noun before the comma. */
function ofWhich(line: Line, quantity: Quantity): NounPhrase | null {
  const { pieces } = line;
  if (!/^(?:which|whom)$/.test(lowerAt(pieces, quantity.to + 1))) return null;
  let comma = quantity.from - 1;
  while (comma > quantity.from - 5 && lowerAt(pieces, comma) !== ',') comma--;
  if (lowerAt(pieces, comma) !== ',') return null;
  const head = comma - 1;
  let from = comma;
  while (from > comma - LONGEST && isNominal(line, from - 1)) from--;
  return from < comma ? { from, head, to: comma } : null;
}

const isNominal = (line: Line, index: number): boolean =>
  /^(?:noun|name|adjective)$/.test(classAt(line, index) ?? '');

interface Run {
  readonly at: number;
  readonly head: number;
  readonly last: number;
}

/** The noun phrase from the index on: adjectives and nouns up to its head, joined with a second noun of persons. */
export function nounPhraseAt(line: Line, quantity: Quantity | null, index: number): NounPhrase | null {
  let run: Run = { at: index, head: -1, last: -1 };
  while (run.at < index + LONGEST) {
    const next = step(line, run);
    if (!next) break;
    run = next;
  }
  const head =
    headByTree(line, quantity, index, run) ?? (run.head >= 0 ? run.head : looseHead(line, quantity, run));
  if (head === null || head < 0) return null;
  const from = lowerAt(line.pieces, index) === '#' ? index : index;
  return { from, head, to: coordinated(line, head) };
}

/** Takes one more word into the noun phrase, or `null` where it has ended. */
function step(line: Line, run: Run): Run | null {
  const { pieces } = line;
  const { at, head } = run;
  const piece = pieces[at];
  if (!piece) return null;
  if (piece.kind === 'mark') return passMark(line, run);
  const kind = classAt(line, at);
  const ended = head >= 0 && head === at - 1 && isPlural(pieces[head]!.lower);
  if (kind === 'noun') return { at: at + 1, head: at, last: at };
  if (kind === 'name')
    return ended || contextTables().weekdays.has(piece.lower) || contextTables().months.has(piece.lower)
      ? null
      : { at: at + 1, head: at, last: at };
  const opens = kind === 'adjective' || (kind === 'participle' && head < 0 && opensNoun(line, at + 1));
  return opens && !ended ? { at: at + 1, head, last: at } : null;
}

/** Hyphens, "#" and the points of "U.S." belong to the words around them. */
function passMark(line: Line, run: Run): Run | null {
  const { pieces } = line;
  const { at } = run;
  if (isJoint(pieces, at))
    return { ...run, at: at + 2, head: nounish(line, at + 1) ? at + 1 : run.head, last: at + 1 };
  const text = pieces[at]!.text;
  if (text === '#' && pieces[at + 1]?.glued) return { ...run, at: at + 1 };
  const initials =
    text === '.' &&
    pieces[at]!.glued &&
    /^\p{Lu}{1,2}$/u.test(pieces[at - 1]?.text ?? '') &&
    run.last === at - 1;
  return initials ? { ...run, at: at + 1, last: at } : null;
}

const nounish = (line: Line, index: number): boolean =>
  /^(?:noun|name|adjective)$/.test(classAt(line, index) ?? '');

const opensNoun = (line: Line, index: number): boolean =>
  /^(?:noun|name|adjective|participle)$/.test(classAt(line, index) ?? '');

/** In a sentence without tags, the last word of the run stands for a noun of which one or a share is counted. */
function looseHead(line: Line, quantity: Quantity | null, run: Run): number | null {
  if (line.tokens || run.last < 0) return null;
  const one = quantity === null || quantity.high === 1 || quantity.unit !== null;
  return one ? run.last : null;
}

/** The noun on which the parser hung the number. */
function headByTree(line: Line, quantity: Quantity | null, index: number, run: Run): number | null {
  if (!line.tokens || !quantity || index !== quantity.to) return null;
  const token = line.tokens[quantity.numberTo - 1];
  if (token?.deprel !== 'nummod') return null;
  for (let at = run.head; at >= index; at--) if (line.tokens[at]?.index === token.head) return at;
  return null;
}

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
