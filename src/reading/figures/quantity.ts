import { exactly } from './digits.ts';
import type { Numeral } from './numeral.ts';
import { beginsNumber, numeralAt } from './numeral.ts';
import { isDash, isJoint, lowerAt, type Piece } from './pieces.ts';
import { currencyBefore, type Unit, unitAfter } from './units.ts';

/** A number with its unit: pieces `[from, to)`; the number words alone are `[numberFrom, numberTo)`. */
export interface Quantity extends Numeral {
  readonly numberFrom: number;
  readonly numberTo: number;
  readonly unit: Unit | null;
  /** Both ends of a range have been put together, or it was said as one: "one in five". */
  readonly range: boolean;
}

/** All quantities of a line in order, whatever they may turn out to be: dates, ages and names are among them. */
export function quantitiesOf(pieces: readonly Piece[]): readonly Quantity[] {
  const quantities: Quantity[] = [];
  for (let at = 0; at < pieces.length; ) {
    const quantity = quantityAt(pieces, at, quantities.at(-1)?.to ?? 0);
    if (quantity) quantities.push(quantity);
    at = quantity ? Math.max(quantity.to, at + 1) : at + 1;
  }
  return quantities;
}

/** @param free the first piece that belongs to no quantity yet */
function quantityAt(pieces: readonly Piece[], index: number, free: number): Quantity | null {
  if (!beginsNumber(pieces[index]!)) return null;
  const sign = pieces[index]?.kind === 'word' ? null : currencyBefore(pieces, index);
  const currency = sign && sign.from >= free ? sign : null;
  const numeral = numeralAt(pieces, index, currency !== null);
  if (!numeral) return null;
  if (currency) return signed(pieces, withUnit(numeral, currency.value, currency.from, numeral.to));
  const at = unitPlace(pieces, numeral);
  const unit = unitAfter(pieces, at, numeral.low, numeral.scale);
  return signed(pieces, withUnit(numeral, unit?.value ?? null, numeral.from, unit?.to ?? numeral.to));
}

/** "-5 °C", "minus 20 percent": a sign right before a number with a unit, or in words. */
function signed(pieces: readonly Piece[], quantity: Quantity): Quantity {
  const at = quantity.from - 1;
  const sign = pieces[at];
  const word = sign?.lower === 'minus' || sign?.lower === 'negative';
  const mark =
    (sign?.lower === '-' || sign?.lower === '−') &&
    !sign.glued &&
    !!pieces[quantity.from]?.glued &&
    pieces[at - 1]?.kind !== 'digits';
  if (!word && !(mark && quantity.unit !== null)) return quantity;
  return { ...quantity, from: at, low: -quantity.high, high: -quantity.low };
}

/** Where a unit may stand: at once, after the "of" of "billions of dollars", after the "a" of "half a mile". */
function unitPlace(pieces: readonly Piece[], numeral: Numeral): number {
  const next = lowerAt(pieces, numeral.to);
  if (numeral.sort === 'vague' && next === 'of') return numeral.to + 1;
  if (numeral.sort !== 'fraction') return numeral.to;
  const at = next === 'of' ? numeral.to + 1 : numeral.to;
  return /^(?:a|an)$/.test(lowerAt(pieces, at)) ? at + 1 : numeral.to;
}

function withUnit(numeral: Numeral, unit: Unit | null, from: number, to: number): Quantity {
  const factor = unit?.factor ?? 1;
  const share = numeral.sort === 'fraction' && unit === null;
  const times = share ? 100 : factor;
  return {
    ...numeral,
    sort: numeral.sort === 'fraction' && unit ? 'number' : numeral.sort,
    low: exactly(numeral.low * times),
    high: exactly(numeral.high * times),
    numberFrom: numeral.from,
    numberTo: numeral.to,
    from,
    to,
    unit: share ? { symbol: 'percent', sort: 'percent', factor: 1 } : unit,
    range: false,
  };
}

/** Where the words between two quantities join them: "to", a dash, "or", "and" after "between". `null` where they do not. */
export function linkBetween(
  pieces: readonly Piece[],
  first: Quantity,
  second: Quantity,
): 'to' | 'dash' | 'or' | 'and' | null {
  const gap = second.from - first.to;
  if (gap === 1 && isDash(pieces[first.to])) return 'dash';
  const word = lowerAt(pieces, first.to);
  if (gap === 1 && (word === 'to' || word === 'or' || word === 'and')) return word;
  if (gap === 1 && word === 'through') return 'to';
  if (gap === 3 && isJoint(pieces, first.to) && isJoint(pieces, first.to + 2))
    return wordLink(lowerAt(pieces, first.to + 1));
  if (gap === 2 && word === '-' && pieces[first.to]?.glued) return wordLink(lowerAt(pieces, first.to + 1));
  if (gap === 2 && word === ',' && lowerAt(pieces, first.to + 1) === 'or') return 'or';
  return gap === 2 && word === 'or' && lowerAt(pieces, first.to + 1) === 'even' ? 'or' : null;
}

const wordLink = (word: string): 'to' | 'or' | null => (word === 'to' || word === 'or' ? word : null);
