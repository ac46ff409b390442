import { boundOf } from './bound.ts';
import { contextTables } from './contexts.ts';
import type { Rule } from './exclude.ts';
import { isWhole } from './exclude-times.ts';
import { pluralFollows } from './follows.ts';
import { classAt, isCapital, type Line } from './line.ts';
import { isPersonNoun, isPlural } from './persons.ts';
import { phraseAt, phraseBefore } from './phrases.ts';
import { isDash, isJoint, lowerAt, type Piece } from './pieces.ts';
import type { Quantity } from './quantity.ts';

const OLDEST = 119;

/** "31-year-old", "aged 31", "Smith, 31,", "Mary Jones (31)", "he was 55.": how old somebody is. */
export const isAge: Rule = (line, quantity) => {
  const { pieces } = line;
  if (quantity.unit !== null) return quantity.unit.sort === 'time' && isOld(pieces, quantity.to);
  if (phraseAt(contextTables().ageAfter, pieces, quantity.to)) return true;
  if (ageAhead(line, quantity)) return true;
  if (!isWhole(quantity) || quantity.low > OLDEST || quantity.low < 1) return false;
  return isApposed(line, quantity) || isPredicate(line, quantity) || isOfAge(line, quantity);
};

const isOld = (pieces: readonly Piece[], at: number): boolean =>
  /^olds?$/.test(lowerAt(pieces, isJoint(pieces, at) ? at + 1 : at)) ||
  (lowerAt(pieces, at) === 'of' && lowerAt(pieces, at + 1) === 'age') ||
  (isJoint(pieces, at) && lowerAt(pieces, at + 1) === 'year');

function ageAhead(line: Line, quantity: Quantity): boolean {
  const { pieces } = line;
  const { from } = boundOf(pieces, quantity);
  const { ageBefore } = contextTables();
  const found = phraseBefore(ageBefore, pieces, from) ?? phraseBefore(ageBefore, pieces, quantity.from);
  if (!found) return false;
  const turn = /^turn/.test(lowerAt(pieces, found.from));
  return !turn || !pluralFollows(line, quantity.to);
}

/** "Smith, 31," and "Jones (31)": behind a name, set off by marks. */
function isApposed(line: Line, quantity: Quantity): boolean {
  const { pieces } = line;
  if (!quantity.digits) return false;
  const open = lowerAt(pieces, quantity.from - 1);
  const close = lowerAt(pieces, quantity.to);
  if (open === ',' && lowerAt(pieces, quantity.from - 2) === '.' && isJunior(pieces, quantity.from - 3))
    return isSetOff(line, quantity, close);
  if (!isCapital(line, quantity.from - 2)) return isOfKin(line, quantity, open, close);
  if (isDash(pieces[quantity.from - 1]) && isFullName(line, quantity.from - 2))
    return close === '' || close === ',' || isDash(pieces[quantity.to]);
  if (open === '(') return close === ')' || close === ',';
  if (open === ',' && isFullName(line, quantity.from - 2)) return isSetOff(line, quantity, close);
  return (
    open === ',' &&
    (/^[,.;):]$/.test(close) || close === '' || (close === 'and' && isCapital(line, quantity.to + 1)))
  );
}

/** The "Jr" of "Owen Pike Jr., 56,". */
const isJunior = (pieces: readonly Piece[], index: number): boolean =>
  /^(?:jr|sr)$/.test(lowerAt(pieces, index));

/** "her son, 5," and "two daughters, 7 and 9,": behind a noun of persons. */
function isOfKin(line: Line, quantity: Quantity, open: string, close: string): boolean {
  const { pieces } = line;
  const whom = lowerAt(pieces, quantity.from - 2);
  if (open !== ',' && open !== '(') return false;
  if (!isPersonNoun(whom) && !contextTables().agePronouns.has(whom)) return false;
  return /^[,.;)]$/.test(close) || (close === 'and' && /^\d{1,2}$/.test(lowerAt(pieces, quantity.to + 1)));
}

/** Whether what follows a full name and its number lets the number be an age: no noun that it counts, no verb. */
function isSetOff(line: Line, quantity: Quantity, close: string): boolean {
  if (close === '' || /^[^\p{L}\d]/u.test(close)) return true;
  const kind = classAt(line, quantity.to);
  if (line.titled || kind === 'verb' || kind === 'participle') return false;
  return !pluralFollows(line, quantity.to);
}

/** Two or more capital words in a row that no preposition makes a place: "Mary Jones, 31 from". */
function isFullName(line: Line, index: number): boolean {
  let at = index;
  while (at > index - 4 && at >= 0 && line.pieces[at]?.kind === 'word' && isCapital(line, at)) at--;
  const before = lowerAt(line.pieces, at);
  return index - at >= 2 && !/^(?:the|in|at|near|of|from|to|on|outside|around|across|over|for)$/.test(before);
}

/** "a boy of 12", "people over 65": behind a noun or pronoun of persons, with nothing counted behind. */
function isOfAge(line: Line, quantity: Quantity): boolean {
  const { pieces } = line;
  const { ageBounds, agePronouns } = contextTables();
  const link = lowerAt(pieces, quantity.from - 1);
  const whom = lowerAt(pieces, quantity.from - 2);
  if (pluralFollows(line, quantity.to) || classAt(line, quantity.to) === 'noun') return false;
  if (link === 'of') return isPersonNoun(whom) && !isPlural(whom) && quantity.digits && AGE_OF.test(whom);
  return (
    ageBounds.has(link) &&
    quantity.low >= 5 &&
    (isPersonNoun(whom) || agePronouns.has(whom)) &&
    classAt(line, quantity.from - 2) !== 'verb'
  );
}

const AGE_OF = /^(?:boy|girl|man|woman|child|youth|teenager|baby|son|daughter|lad)$/;

/** "he was 55.", "who is 31 and": said of somebody, with nothing counted behind. */
function isPredicate(line: Line, quantity: Quantity): boolean {
  const { pieces } = line;
  const { from } = boundOf(pieces, quantity);
  const verb = lowerAt(pieces, from - 1);
  if (!/^(?:was|is|be|am|'m|i'm)$/.test(verb) && !/(?:he|she)'s$/.test(verb)) return false;
  const subject = /(?:^(?:he|she|who|i)$|'s$)/.test(lowerAt(pieces, from - 2)) || /'s$|^i'm$/.test(verb);
  return subject && !/^\p{L}/u.test(lowerAt(pieces, quantity.to).replace(/^(?:and|when|at|but|years)$/, ''));
}
