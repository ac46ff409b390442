import { boundOf } from './bound.ts';
import { contextTables } from './contexts.ts';
import type { Rule } from './exclude.ts';
import { personFollows, pluralFollows } from './follows.ts';
import { isCapital, type Line } from './line.ts';
import { phraseAt } from './phrases.ts';
import { lowerAt, type Piece } from './pieces.ts';
import type { Quantity } from './quantity.ts';

/** A plain whole number without unit or scale word. */
export const isWhole = (quantity: Quantity): boolean =>
  quantity.sort === 'number' &&
  quantity.unit === null &&
  quantity.scale === 1 &&
  Number.isInteger(quantity.low);

/** "20 December", "Dec. 20", "May 4": a day of a month. */
export const isDay: Rule = (line, quantity) => {
  if (!isWhole(quantity) || !quantity.digits || quantity.low > 31 || quantity.low < 1) return false;
  const { pieces } = line;
  if (isMonth(line, quantity.to)) return true;
  const of = lowerAt(pieces, quantity.to) === 'of' && isMonth(line, quantity.to + 1);
  const at = monthBefore(line, quantity.from);
  return of || (at >= 0 && !personFollows(line, quantity.to));
};

const isMonth = (line: Line, index: number): boolean =>
  isCapital(line, index) && contextTables().months.has(lowerAt(line.pieces, index));

/** The index of a month's name that ends before the index, past the point of "Dec."; -1 where none does. */
function monthBefore(line: Line, index: number): number {
  const point = lowerAt(line.pieces, index - 1) === '.' && line.pieces[index - 1]?.glued ? 2 : 1;
  return isMonth(line, index - point) ? index - point : -1;
}

const FIRST_YEAR = 1000;
const LAST_YEAR = 2199;
const MODERN = 1900;

/** "in 2016", "December 26, 2024", "the 2018 sales", "A.D. 1000": a plain number of four digits that names a year. */
export const isYear: Rule = (line, quantity, next, last) => {
  const { pieces } = line;
  const words = lowerAt(pieces, quantity.from);
  if (isSpokenYear(quantity, next) || isSpokenYear(last, quantity)) return true;
  if (!isWhole(quantity) || !/^\d{4}$/.test(words) || quantity.low < FIRST_YEAR || quantity.low > LAST_YEAR)
    return isEra(line, quantity);
  if (isEra(line, quantity) || monthBefore(line, quantity.from) >= 0) return true;
  if (boundOf(pieces, quantity).bound !== null && pluralFollows(line, quantity.to)) return false;
  const before = lowerAt(pieces, quantity.from - 1);
  const year = contextTables().yearBefore.has(before) || before === ',' || before.endsWith("'s");
  if (isNamedYear(line, quantity)) return true;
  if (quantity.low >= MODERN)
    return (
      year ||
      (!(quantity.low % 100 === 0 && pluralFollows(line, quantity.to)) && !personFollows(line, quantity.to))
    );
  if (before === 'between' && next && isWhole(next) && /^\d{4}$/.test(lowerAt(pieces, next.from)))
    return next.low > quantity.low && !pluralFollows(line, next.to);
  return /^(?:in|since|by|until|circa|from)$/.test(before) && !pluralFollows(line, quantity.to);
};

/** "nineteen ninety-six", as people say it. */
const isSpokenYear = (first: Quantity | undefined, second: Quantity | undefined): boolean =>
  !!first &&
  !!second &&
  !first.digits &&
  !second.digits &&
  second.from === first.to &&
  [16, 17, 18, 19, 20].includes(first.low) &&
  second.low >= 10 &&
  second.low <= 99 &&
  first.unit === null;

/** "2020 Democrats": no round number, before a name. */
const isNamedYear = (line: Line, { low, to }: Quantity): boolean =>
  low >= 1990 && low <= 2039 && low % 100 !== 0 && isCapital(line, to) && !line.titled;

/** "300 BC", "A.D. 70". */
function isEra(line: Line, quantity: Quantity): boolean {
  const { pieces } = line;
  const { eras } = contextTables();
  const behind = (at: number) =>
    pieces[at]?.text === 'BC' ||
    pieces[at]?.text === 'AD' ||
    pieces[at]?.text === 'BCE' ||
    pieces[at]?.text === 'CE';
  const dotted = spelled(pieces, quantity.from - 4) + spelled(pieces, quantity.from - 2);
  return behind(quantity.to) || behind(quantity.from - 1) || eras.has(dotted);
}

const spelled = (pieces: readonly Piece[], at: number): string =>
  lowerAt(pieces, at) + lowerAt(pieces, at + 1);

/** "9 p.m.", "11:30", "1500 GMT", "at six": a time of day. */
export const isClock: Rule = (line, quantity) => {
  const { pieces } = line;
  if (quantity.unit !== null && !/^(?:h|m)$/.test(quantity.unit.symbol)) return false;
  if (phraseAt(contextTables().clock, pieces, quantity.numberTo)) return true;
  if (quantity.unit !== null) return false;
  const zoned = lowerAt(pieces, quantity.to) === 'hours' && /^\d{4}$/.test(lowerAt(pieces, quantity.from));
  return zoned || isAtHour(line, quantity);
};

function isAtHour(line: Line, quantity: Quantity): boolean {
  const { pieces } = line;
  if (
    !isAtTime(pieces, boundOf(pieces, quantity).from) ||
    quantity.low > 12 ||
    quantity.low < 1 ||
    quantity.sort !== 'number'
  )
    return false;
  const next = pieces[quantity.to];
  return (
    !next ||
    (next.kind === 'mark' && next.text !== '-' && next.text !== '#') ||
    /^(?:on|in|this|that|every|sharp|tomorrow|yesterday|tonight)$/.test(next.lower) ||
    contextTables().weekdays.has(next.lower)
  );
}

/** "at", "shortly after": what a bare hour stands behind. */
const isAtTime = (pieces: readonly Piece[], index: number): boolean =>
  lowerAt(pieces, index - 1) === 'at' ||
  (/^(?:before|after)$/.test(lowerAt(pieces, index - 1)) &&
    /^(?:shortly|just|soon|right|sometime|immediately)$/.test(lowerAt(pieces, index - 2)));
