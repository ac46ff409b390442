import { numberTables } from './data.ts';
import { digitValue } from './digits.ts';
import type { Numeral } from './numeral.ts';
import { isJoint, lowerAt, type Piece } from './pieces.ts';
import { unitNamed } from './units.ts';

const LARGEST_DENOMINATOR = 100;

/** "a third", "two-thirds", "three quarters", "half", "1/3" where a share is meant; also "half a million", "half a dozen". */
export function fractionAt(pieces: readonly Piece[], index: number): Numeral | null {
  const part = spelledPart(pieces, index) ?? slashedPart(pieces, index) ?? halfAt(pieces, index);
  if (!part) return null;
  const scale = scaleBehind(pieces, part.to);
  if (scale) return fraction(index, scale.to, part.value * scale.value, 'number', scale.value);
  return isShare(pieces, index, part) ? fraction(index, part.to, part.value, 'fraction', 1) : null;
}

interface Part {
  readonly to: number;
  readonly value: number;
  /** Written so that it can be an ordinal, too: "a third", "one fifth". */
  readonly singular: boolean;
}

/**
 * The part of one added to a whole number: "and a half", "and three quarters", and behind digits "1/2" or "½".
 * `null` where none begins at the index.
 */
export function partAfter(pieces: readonly Piece[], index: number, digits: boolean): Part | null {
  if (digits) {
    const piece = pieces[index];
    const vulgar = piece && numberTables().vulgar.get(piece.text);
    if (vulgar !== undefined) return { to: index + 1, value: vulgar, singular: false };
    return piece?.glued ? null : (slashedPart(pieces, index) ?? andPart(pieces, index));
  }
  return andPart(pieces, index);
}

const andPart = (pieces: readonly Piece[], index: number): Part | null => {
  const and = lowerAt(pieces, index) === 'and' ? index + 1 : isJoint(pieces, index) ? index + 3 : -1;
  if (and < 0 || (and > index + 1 && lowerAt(pieces, index + 1) !== 'and')) return null;
  const part = spelledPart(pieces, and);
  return part && (/^(?:half|quarter)$/.test(lowerAt(pieces, part.to - 1)) || !part.singular) ? part : null;
};

/** "a third", "one-fifth", "two thirds". */
function spelledPart(pieces: readonly Piece[], index: number): Part | null {
  const first = lowerAt(pieces, index);
  const top = first === 'a' || first === 'an' ? 1 : numberTables().words.get(first);
  if (top === undefined || top < 1 || top > 19) return null;
  const joint = isJoint(pieces, index + 1) && first !== 'a' ? index + 2 : index + 1;
  const word = lowerAt(pieces, joint);
  const under = numberTables().fractions.get(word);
  const plural = word.endsWith('s') || word === 'halves';
  if (under === undefined || plural !== top > 1 || top >= under) return null;
  if (word === 'quarters' && joint === index + 1 && lowerAt(pieces, joint + 1) !== 'of') return null;
  return { to: joint + 1, value: top / under, singular: !plural };
}

/** "1/3", not "10/12/2024" and not "24/7". */
function slashedPart(pieces: readonly Piece[], index: number): Part | null {
  const [top, slash, under, next] = pieces.slice(index, index + 4);
  if (top?.kind !== 'digits' || !slash?.glued || !under?.glued) return null;
  if (slash.text !== '/' && slash.text !== '⁄') return null;
  const value = digitValue(top.text) / digitValue(under.text);
  const large = digitValue(under.text) > LARGEST_DENOMINATOR || !/^\d+$/.test(top.text + under.text);
  if (!(value > 0 && value < 1) || large || (next?.glued && next.text === '/')) return null;
  return { to: index + 3, value, singular: false };
}

const halfAt = (pieces: readonly Piece[], index: number): Part | null =>
  lowerAt(pieces, index) === 'half' ? { to: index + 1, value: 0.5, singular: true } : null;

/** "half a million", "a quarter of a million", "half-dozen", "a half million". */
function scaleBehind(
  pieces: readonly Piece[],
  to: number,
): { readonly to: number; readonly value: number } | null {
  const of = lowerAt(pieces, to) === 'of' ? to + 1 : to;
  const article = lowerAt(pieces, of) === 'a' ? of + 1 : isJoint(pieces, to) ? to + 1 : to;
  if (of !== to && article === to) return null;
  const word = lowerAt(pieces, article);
  const value = numberTables().scales.get(word) ?? numberTables().dozens.get(word);
  return value === undefined ? null : { to: article + 1, value };
}

/** What may follow a share, so that "a third man" and "half asleep" are none. */
function isShare(pieces: readonly Piece[], index: number, part: Part): boolean {
  if (!part.singular) return slashed(pieces, index) ? measured(pieces, part.to) : true;
  const next = pieces[part.to];
  if (!next || next.lower === 'of') return true;
  if (isJoint(pieces, part.to)) return false;
  const half = lowerAt(pieces, part.to - 1) === 'half';
  if (half && numberTables().shareDeterminers.has(next.lower)) return true;
  const before = lowerAt(pieces, index - 1);
  if (half) return numberTables().shareBefore.has(before);
  return next.kind !== 'word' || numberTables().shareAfter.has(next.lower);
}

/** "1/3 of", "1/4 inch", "a 3/4-mile track": what follows a fraction in digits that is no date or score. */
const measured = (pieces: readonly Piece[], index: number): boolean =>
  lowerAt(pieces, index) === 'of' || unitNamed(pieces, isJoint(pieces, index) ? index + 1 : index) !== null;

const slashed = (pieces: readonly Piece[], index: number): boolean => pieces[index]?.kind === 'digits';

const fraction = (
  from: number,
  to: number,
  value: number,
  sort: 'fraction' | 'number',
  scale: number,
): Numeral => ({ from, to, low: value, high: value, sort, scale, digits: false });
