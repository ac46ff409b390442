import { boundOf } from './bound.ts';
import { classTables, contextTables } from './contexts.ts';
import type { Rule } from './exclude.ts';
import { personFollows, pluralFollows } from './follows.ts';
import { classAt, isCapital, type Line } from './line.ts';
import { isDash, isJoint, lowerAt } from './pieces.ts';
import type { Quantity } from './quantity.ts';

/** "M777", "22nd", "5G", "Su-25", "737-800", "10:30", "#3", "3/4/2021", "@user9": letters, digits and marks grown together. */
export const isGluedName: Rule = (line, quantity, _next, last) => {
  const { pieces } = line;
  if (isResolution(line, quantity)) return true;
  const first = pieces[quantity.from];
  const ahead = pieces[quantity.from - 1];
  const next = pieces[quantity.to];
  const joined = last !== undefined && last.to === quantity.from - 1 && isDash(ahead);
  if (first?.glued && ahead && quantity.digits && !joined && gluedAhead(line, quantity)) return true;
  if (!next?.glued || !quantity.digits) return false;
  if (next.kind === 'word' && quantity.unit === null) return quantity.numberTo === quantity.to;
  const further = pieces[quantity.to + 1];
  return /^[/:.\\_=&@^]$/.test(next.text) && !!further?.glued && further.kind === 'digits';
};

/** "1080p", "4K video": how fine a picture is. */
const isResolution = ({ pieces }: Line, { numberFrom, to }: Quantity): boolean => {
  const mark = pieces[numberFrom + 1];
  if (!mark?.glued) return false;
  const digits = lowerAt(pieces, numberFrom);
  if (mark.lower === 'p' || mark.lower === 'i') return contextTables().resolutions.has(digits);
  return mark.text === 'K' && /^[2-8]$/.test(digits) && contextTables().screens.has(lowerAt(pieces, to));
};

function gluedAhead(line: Line, quantity: Quantity): boolean {
  const { pieces } = line;
  const ahead = pieces[quantity.from - 1]!;
  const further = pieces[quantity.from - 2];
  if (ahead.kind === 'word') return true;
  if (/^[@#_\\=&^]$/.test(ahead.text)) return true;
  if (/^[/:.]$/.test(ahead.text)) return !!ahead.glued && (further?.kind === 'digits' || ahead.text !== ':');
  const joint = isJoint(pieces, quantity.from - 1);
  return (
    joint &&
    further?.kind === 'word' &&
    !LINKS.test(further.lower) &&
    (quantity.unit === null || quantity.numberFrom === quantity.from)
  );
}

const LINKS = /^(?:sub|mid|to|or|and|plus|non|about|nearly|over|under|some|roughly|almost)$/;

/** "1,200": thousands set off by commas are counted, not written as a code. */
const isGrouped = ({ pieces }: Line, quantity: Quantity): boolean =>
  lowerAt(pieces, quantity.numberFrom).includes(',');

/** "007", "0207 782 4368", "555-123-4567", "2024-12-26": digits that are written, not counted. */
export const isCode: Rule = (line, quantity, next, last) => {
  const { pieces } = line;
  const words = pieces[quantity.numberFrom]?.text ?? '';
  if (/^0\d/.test(words)) return true;
  if (quantity.unit !== null || !quantity.digits) return false;
  if (isAreaCode(line, quantity) || isPhone(line, quantity)) return true;
  const adjacent = (a: Quantity | undefined, b: Quantity | undefined) =>
    !!a && !!b && a.digits && b.digits && a.to === b.from && a.unit === null && !isGrouped(line, b);
  if (adjacent(quantity, next) || adjacent(last, quantity)) return true;
  const chained = (a: Quantity | undefined, b: Quantity | undefined) =>
    !!a && !!b && a.digits && b.digits && b.from === a.to + 1 && isJoint(pieces, a.to);
  return chained(last, quantity) && chained(quantity, next)
    ? true
    : chained(quantity, next) && isJoint(pieces, next!.to) && /^\d/.test(lowerAt(pieces, next!.to + 1))
      ? true
      : chained(last, quantity) &&
        isJoint(pieces, last!.from - 1) &&
        /^\d/.test(lowerAt(pieces, last!.from - 2));
};

/** "(202) 555-0142": three digits in parentheses before more of them. */
const isAreaCode = ({ pieces }: Line, { from, to }: Quantity): boolean =>
  lowerAt(pieces, from - 1) === '(' &&
  lowerAt(pieces, to) === ')' &&
  /^\d{3}$/.test(lowerAt(pieces, from)) &&
  pieces[to + 1]?.kind === 'digits' &&
  isJoint(pieces, to + 2);

/** "387-3589" behind "(909)". */
const isPhone = ({ pieces }: Line, { from }: Quantity): boolean =>
  [1, 3].some(
    (gap) =>
      lowerAt(pieces, from - gap) === ')' &&
      lowerAt(pieces, from - gap - 2) === '(' &&
      /^\d{3}$/.test(lowerAt(pieces, from - gap - 1)),
  );

/** "the 1.8 release", "the 20.10 branch": a decimal number that names one of a series. */
const isVersion = ({ pieces }: Line, { from, to, unit, scale }: Quantity): boolean =>
  unit === null &&
  scale === 1 &&
  /^\d+\.\d+/.test(lowerAt(pieces, from)) &&
  contextTables().versions.has(lowerAt(pieces, to));

/** "Flight 370", "Section 4", "No. 5", "phase two": a number that names one of a kind. */
export const isLabel: Rule = (line, quantity) => {
  const { pieces } = line;
  if (isVersion(line, quantity)) return true;
  if (
    quantity.unit !== null ||
    quantity.scale > 1 ||
    quantity.sort === 'vague' ||
    quantity.sort === 'fraction'
  )
    return false;
  if (lowerAt(pieces, quantity.from).includes(',')) return false;
  const point =
    /^[.:#№-]$/.test(lowerAt(pieces, quantity.from - 1)) &&
    !(lowerAt(pieces, quantity.from - 1) === '-' && !pieces[quantity.from - 1]?.glued);
  const at = quantity.from - (point ? 2 : 1);
  const word = lowerAt(pieces, at);
  const { labels, labelsOfWords } = contextTables();
  if (!(quantity.digits ? labels : labelsOfWords).has(word)) return false;
  if (/^(?:no|nos|p|pp|pt)$/.test(word) && !point && !isCapital(line, at)) return false;
  if (lowerAt(pieces, quantity.from - 1) === ':') return false;
  const proper = isCapital(line, at) && at > 0 && !line.titled;
  if (contextTables().labelsAlways.has(word) && quantity.low < 100) return true;
  if (!isCapital(line, at) && contextTables().labelsThatCount.has(word)) return false;
  return proper || !pluralFollows(line, quantity.to);
};

/** "the bottom three", "the final four": places in a ranking. */
export const isRank: Rule = (line, quantity) =>
  quantity.unit === null &&
  contextTables().rankWords.has(lowerAt(line.pieces, quantity.from - 1)) &&
  classAt(line, quantity.to) !== 'noun' &&
  !pluralFollows(line, quantity.to) &&
  quantity.low <= 100;

/** "Fox 4", "iPhone 11", "Euro 2020", "Gang of Four": a capital word and a number that together name something. */
export const isCapitalName: Rule = (line, quantity) => {
  const { pieces } = line;
  if (quantity.unit !== null || quantity.scale > 1 || quantity.sort !== 'number') return false;
  if (!quantity.digits) return isCapitalNumber(line, quantity);
  const at = quantity.from - 1;
  const before = pieces[at];
  if (isOneOf(line, quantity)) return true;
  if (before?.kind !== 'word' || !isCapital(line, at)) return false;
  if (boundOf(pieces, quantity).bound !== null) return false;
  const { months, weekdays } = contextTables();
  if (months.has(before.lower) || weekdays.has(before.lower) || lowerAt(pieces, quantity.from).includes(','))
    return false;
  const kind = classAt(line, at);
  if (line.titled && classTables().verbs.has(before.lower)) return false;
  if (kind === 'function' || kind === 'verb' || kind === 'adverb' || kind === 'participle') return false;
  return at === 0 || line.titled ? !pluralFollows(line, quantity.to) : !personFollows(line, quantity.to);
};

/** "a 737 Max", "a 911 was parked": one thing of that name. */
const isOneOf = (line: Line, quantity: Quantity): boolean =>
  /^an?$/.test(lowerAt(line.pieces, quantity.from - 1)) &&
  quantity.low > 1 &&
  Number.isInteger(quantity.low) &&
  (isCapital(line, quantity.to) ||
    !/^(?:noun|adjective|participle|number)$/.test(classAt(line, quantity.to) ?? '')) &&
  !isJoint(line.pieces, quantity.to);

/** A number word with a capital inside a sentence: "the Big Three". */
function isCapitalNumber(line: Line, quantity: Quantity): boolean {
  const { pieces } = line;
  const at = quantity.from;
  if (at === 0 || line.titled || !isCapital(line, at)) return false;
  const before = pieces[at - 1]!;
  return (
    before.kind === 'word' &&
    /^\p{L}/u.test(before.text) &&
    !/^(?:AND|OR|OF)$/.test(before.text) &&
    !isAllCapitals(line, at)
  );
}

const isAllCapitals = (line: Line, index: number): boolean =>
  /^\p{Lu}{2,}$/u.test(line.pieces[index]?.text ?? '');

/** "1627 Main Street", "10 Downing St". */
export const isAddress: Rule = (line, quantity) => {
  const { pieces } = line;
  if (!quantity.digits || quantity.unit !== null || quantity.scale > 1) return false;
  if (isBlock(line, quantity) || isCompassStreet(line, quantity)) return true;
  for (let at = quantity.to; at < quantity.to + 4; at++) {
    if (!isCapital(line, at)) return false;
    if (at > quantity.to && contextTables().streets.has(lowerAt(pieces, at)))
      return !line.titled || pieces[at]!.lower !== 'square';
  }
  return false;
};

/** "the 1200 block of Elm Street". */
const isBlock = ({ pieces }: Line, { low, to }: Quantity): boolean =>
  low % 100 === 0 && contextTables().blocks.has(lowerAt(pieces, to)) && lowerAt(pieces, to + 1) === 'of';

/** "20582 southwest 119 Avenue": the number of a house and the number of its street. */
const isCompassStreet = ({ pieces }: Line, { to }: Quantity): boolean =>
  contextTables().streets.has(lowerAt(pieces, to)) ||
  (/^(?:north|south|east|west|northeast|northwest|southeast|southwest|n|s|e|w|nw|ne|sw|se)$/.test(
    lowerAt(pieces, to),
  ) &&
    (pieces[to + 1]?.kind === 'digits' || contextTables().streets.has(lowerAt(pieces, to + 2))));

/** "four-door", "two-way", "five-year": a number inside a compound adjective counts nothing; "30-strong" does. */
export const isHyphenWord: Rule = (line, quantity) => {
  const { pieces } = line;
  if (quantity.unit?.sort === 'time') return isJoint(pieces, quantity.to - 2) || isJoint(pieces, quantity.to);
  if (!isJoint(pieces, quantity.to) || quantity.unit !== null) return false;
  const next = pieces[quantity.to + 1];
  if (next?.kind !== 'word') return false;
  return (
    !contextTables().strong.has(next.lower) &&
    (!LINKS.test(next.lower) || /^(?:over|under)$/.test(next.lower))
  );
};

/** "30-strong", "20-member": a compound that counts the heads of what follows. */
export const isHeadcount = (pieces: Line['pieces'], index: number): boolean =>
  isJoint(pieces, index) && contextTables().strong.has(lowerAt(pieces, index + 1));
