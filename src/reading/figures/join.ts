import { exactly } from './digits.ts';
import { isJoint, lowerAt, type Piece } from './pieces.ts';
import type { Quantity } from './quantity.ts';
import { partsOf } from './units.ts';

/** Puts the two numbers of "one in five" and "nine out of 10" together: a share, in percent. */
export function withShares(pieces: readonly Piece[], quantities: readonly Quantity[]): readonly Quantity[] {
  const joined: Quantity[] = [];
  for (let i = 0; i < quantities.length; i++) {
    const second = quantities[i + 1];
    const share = second ? shareOf(pieces, quantities[i]!, second) : null;
    joined.push(share ?? quantities[i]!);
    if (share) i++;
  }
  return joined;
}

/** Puts "6 feet 2 inches" and "3 dollars and 50 cents" together. */
export function withCompounds(
  pieces: readonly Piece[],
  quantities: readonly Quantity[],
): readonly Quantity[] {
  const joined: Quantity[] = [];
  for (let i = 0; i < quantities.length; i++) {
    const second = quantities[i + 1];
    const whole = second ? compoundOf(pieces, quantities[i]!, second) : null;
    joined.push(whole ?? quantities[i]!);
    if (whole) i++;
  }
  return joined;
}

/** "a 6-foot-4 guard", "5-foot-10-inch", "6 ft 3 in": a height, in feet. */
function heightOf(pieces: readonly Piece[], first: Quantity, second: Quantity): Quantity | null {
  if (first.unit?.symbol !== 'ft' || second.low > 12 || second.sort !== 'number') return null;
  const joint = isJoint(pieces, first.to) && second.from === first.to + 1;
  const short = second.from === first.to && second.unit === null && lowerAt(pieces, second.to) === 'in';
  if (!short && !(joint && (second.unit === null || second.unit.symbol === 'in'))) return null;
  const value = exactly(first.low + second.low / 12);
  return { ...first, to: short ? second.to + 1 : second.to, low: value, high: value };
}

function compoundOf(pieces: readonly Piece[], first: Quantity, second: Quantity): Quantity | null {
  const height = heightOf(pieces, first, second);
  if (height) return height;
  const near =
    second.from === first.to || (second.from === first.to + 1 && lowerAt(pieces, first.to) === 'and');
  const parts = near && first.unit && second.unit ? partsOf(first.unit, second.unit) : null;
  if (parts === null || first.sort !== 'number' || second.sort !== 'number') return null;
  const value = exactly(first.low + second.low / parts);
  return { ...first, to: second.to, low: value, high: value };
}

const SHARE_BASES = /^(?:[2-9]|10|12|20|25|50|100|1000|10000|100000|1000000)$/;

/** "one in five", "nine out of 10": a share, in percent. */
function shareOf(pieces: readonly Piece[], first: Quantity, second: Quantity): Quantity | null {
  const out = lowerAt(pieces, first.to) === 'out' && lowerAt(pieces, first.to + 1) === 'of';
  const inside = lowerAt(pieces, first.to) === 'in';
  const every = lowerAt(pieces, first.to + (out ? 2 : 1)) === 'every' ? 1 : 0;
  if ((!out && !inside) || second.from !== first.to + (out ? 2 : 1) + every) return null;
  if (first.sort !== 'number' || second.sort !== 'number' || first.unit || second.unit || first.scale > 1)
    return null;
  if (!(first.low < second.low) || first.low < 1 || first.low > 99 || !SHARE_BASES.test(String(second.low)))
    return null;
  const share = exactly((100 * first.low) / second.low);
  return {
    ...second,
    from: first.from,
    low: share,
    high: share,
    sort: 'fraction',
    unit: { symbol: 'percent', sort: 'percent', factor: 1 },
  };
}
