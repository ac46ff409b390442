import { boundOf, skipBounds } from './bound.ts';
import { classAt, type Line } from './line.ts';
import { LONGEST, type NounPhrase, nounPhraseAt } from './noun-phrase.ts';
import { numeralAt } from './numeral.ts';
import { isJoint, lowerAt, type Piece } from './pieces.ts';
import type { Quantity } from './quantity.ts';

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
  if (quantity.sort === 'fraction')
    return quantity.range || DETERMINERS.test(next) || isShareOf(line, quantity)
      ? nounPhraseAt(line, quantity, afterOf(line, quantity.to))
      : null;
  const at = afterMore(line, quantity.to);
  const aged = agedAt(line, at);
  if (aged) return aged;
  return nounPhraseAt(line, quantity, isJoint(pieces, at) ? at + 2 : at) ?? nounBefore(line, quantity);
}

/** "two 13-year-olds": persons by their age. */
function agedAt({ pieces }: Line, at: number): NounPhrase | null {
  if (pieces[at]?.kind !== 'digits' || !isJoint(pieces, at + 1) || !isJoint(pieces, at + 3)) return null;
  return lowerAt(pieces, at + 4) === 'olds' ? { from: at, head: at + 4, to: at + 5 } : null;
}

/** "another guard or two": the noun stands before the number. */
function nounBefore(line: Line, { from, high }: Quantity): NounPhrase | null {
  const noun = from - 2;
  if (lowerAt(line.pieces, from - 1) !== 'or' || high > 3 || classAt(line, noun) !== 'noun') return null;
  const opened = [noun - 1, noun - 2].some((at) => /^(?:a|an|another|one)$/.test(lowerAt(line.pieces, at)));
  return opened ? { from: noun, head: noun, to: noun + 1 } : null;
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
  if (at === quantity.to && classAt(line, at) === 'noun') return nounPhraseAt(line, quantity, at);
  return nounOf(line, quantity);
}

/** "a ransom of $5 million": the noun that the sum is. */
function nounOf(line: Line, quantity: Quantity): NounPhrase | null {
  const of = boundOf(line.pieces, quantity).from - 1;
  if (lowerAt(line.pieces, of) !== 'of' || classAt(line, of - 1) !== 'noun' || !line.tokens) return null;
  return { from: of - 1, head: of - 1, to: of };
}

/** Past articles, possessives, and the number of a larger whole: "of the more than 200 girls". */
function afterOf(line: Line, index: number): number {
  const { pieces } = line;
  let at = index;
  while (DETERMINERS.test(lowerAt(pieces, at))) at++;
  const bound = skipBounds(pieces, pastOwner(pieces, at));
  const numeral = numeralAt(pieces, bound, false);
  return afterMore(line, numeral && numeral.sort !== 'fraction' ? numeral.to : at);
}

/** "of the country's 4,300 officers": past an owner with a number of its own behind. */
function pastOwner(pieces: readonly Piece[], index: number): number {
  for (let at = index; at < index + 3; at++)
    if (/'s$/.test(lowerAt(pieces, at)))
      return numeralAt(pieces, skipBounds(pieces, at + 1), false) ? at + 1 : index;
  return index;
}

/** "one in five voters": the share was said with numbers, and its noun follows at once. */
const isShareOf = (line: Line, quantity: Quantity): boolean =>
  !/(?:half|th|ths|third|thirds|quarter|quarters|halves)$/.test(
    lowerAt(line.pieces, quantity.numberTo - 1),
  ) ||
  (lowerAt(line.pieces, quantity.numberTo - 1) === 'half' && classAt(line, quantity.to) === 'noun');

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
