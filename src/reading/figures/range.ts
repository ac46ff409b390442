import { skipBounds } from './bound.ts';
import { contextTables } from './contexts.ts';
import { exactly } from './digits.ts';
import { lowerAt, type Piece } from './pieces.ts';
import { linkBetween, type Quantity } from './quantity.ts';

/** A quantity that may have swallowed its partner, with the first piece of its own words ("between"). */
export interface Ranged {
  readonly quantity: Quantity;
  readonly change: 'up' | 'down' | null;
}

/** Puts pairs together: "10 to 15", "between 5 and 8"; marks the second of "up from 12 to 18". */
export function rangesOf(pieces: readonly Piece[], quantities: readonly Quantity[]): readonly Ranged[] {
  const ranged: Ranged[] = [];
  for (let i = 0; i < quantities.length; i++) {
    const first = quantities[i]!;
    const second = quantities[i + 1];
    const joined = second ? rangeOf(pieces, first, second) : null;
    const moved = second && !joined ? movedBetween(pieces, first, second) : null;
    ranged.push({ quantity: joined ?? (moved ? alike(first, second!) : first), change: null });
    if (moved) ranged.push({ quantity: second!, change: moved });
    if (joined || moved) i++;
  }
  return ranged;
}

function rangeOf(pieces: readonly Piece[], first: Quantity, second: Quantity): Quantity | null {
  const link = linkBetween(pieces, first, second) ?? boundedLink(pieces, first, second);
  if (!link || !joinable(first) || first.sort !== second.sort || first.range) return null;
  const between = lowerAt(pieces, first.from - 1) === 'between';
  if (link === 'and' && !between) return null;
  if (link === 'to' && changeFrom(pieces, first)) return null;
  if (!sameUnits(first, second) || (link === 'to' && isLevel(pieces, first, second))) return null;
  const low = lowOf(first, second);
  if (!(low < second.high) || (link === 'or' && second.high > 2 * low + 1)) return null;
  const from = between ? first.from - 1 : first.from;
  return {
    ...second,
    from: opened(pieces, from),
    to: second.to,
    low,
    range: true,
    unit: second.unit ?? first.unit,
  };
}

const joinable = ({ sort }: Quantity): boolean => sort === 'number' || sort === 'fraction';

/** "10 to as many as 15", "5 to perhaps 8". */
function boundedLink(pieces: readonly Piece[], first: Quantity, second: Quantity): 'to' | 'and' | null {
  const word = lowerAt(pieces, first.to);
  if (word !== 'to' && word !== 'and') return null;
  return second.from - first.to <= 4 && skipBounds(pieces, first.to + 1) === second.from ? word : null;
}

/** "from" and "anywhere from" belong to the range's words only after "anywhere" and "somewhere". */
const opened = (pieces: readonly Piece[], from: number): number =>
  lowerAt(pieces, from - 1) === 'from' && /^(?:anywhere|somewhere)$/.test(lowerAt(pieces, from - 2))
    ? from - 2
    : from;

const sameUnits = (first: Quantity, second: Quantity): boolean =>
  first.unit === null ||
  (first.unit.symbol === second.unit?.symbol && first.unit.factor === second.unit.factor) ||
  (second.unit === null && first.unit.sort === 'money');

/** "rose 5% to 8%", "fell 4 to 15.": by how much, and to what; "rose 5 to 8 percent" and "lost 10 to 15 men" are ranges. */
function isLevel(pieces: readonly Piece[], first: Quantity, second: Quantity): boolean {
  const bare =
    !first.unit &&
    !second.unit &&
    /^(?:[.,;:]|on|in|after|as|at|when|by|from|)$/.test(lowerAt(pieces, second.to));
  return ((first.unit !== null && second.unit !== null) || bare) && isMoved(pieces, first);
}

/** "rose 5% to 8%": the second is the level reached, not the end of a range. */
function isMoved(pieces: readonly Piece[], first: Quantity): boolean {
  const { up, down, changeBetween } = contextTables();
  for (let at = first.from - 1; at >= first.from - 4 && at >= 0; at--) {
    const word = lowerAt(pieces, at);
    if (up.has(word) || down.has(word)) return true;
    if (!changeBetween.has(word)) return false;
  }
  return false;
}

/** "$5 to 10 million", "10 to 12 thousand": the scale word serves both, where the first is then still the smaller. */
function lowOf(first: Quantity, second: Quantity): number {
  const shared = second.scale > 1 && first.scale === 1 && first.low < second.high / second.scale;
  const factor = first.unit === null && second.unit ? second.unit.factor : 1;
  return exactly((shared ? first.low * second.scale : first.low) * factor);
}

/** "from 5 to 7 percent": the unit stands once. */
const alike = (first: Quantity, second: Quantity): Quantity =>
  first.unit || second.unit?.sort !== 'percent' ? first : { ...first, unit: second.unit };

/** "up from 12 to 18": two levels of one change. */
function movedBetween(pieces: readonly Piece[], first: Quantity, second: Quantity): 'up' | 'down' | null {
  return linkBetween(pieces, first, second) === 'to' ? changeFrom(pieces, first) : null;
}

function changeFrom(pieces: readonly Piece[], first: Quantity): 'up' | 'down' | null {
  const { up, down } = contextTables();
  const at = first.from - 1;
  if (lowerAt(pieces, at) !== 'from') return null;
  for (let back = at - 1; back >= at - 5 && back >= 0; back--) {
    const word = lowerAt(pieces, back);
    if (up.has(word)) return 'up';
    if (down.has(word)) return 'down';
  }
  return null;
}
