import { boundOf } from './bound.ts';
import { contextTables } from './contexts.ts';
import type { Rule } from './exclude.ts';
import { pluralFollows } from './follows.ts';
import { classAt, isCapital, type Line } from './line.ts';
import { phraseAt } from './phrases.ts';
import { isJoint, lowerAt, type Piece } from './pieces.ts';
import { linkBetween, type Quantity } from './quantity.ts';
import { personAround } from './who.ts';

/** An idiom of the lexicon with this number word in its place: "at one point", "nine to five". */
export const isIdiom: Rule = ({ pieces }, quantity) => {
  if (quantity.to - quantity.from > 2) return false;
  const idioms =
    contextTables().idioms.get(lowerAt(pieces, quantity.to - 1)) ??
    contextTables().idioms.get(lowerAt(pieces, quantity.from)) ??
    [];
  return idioms.some(
    ({ before, after }) =>
      before.every((word, i) => lowerAt(pieces, quantity.from - before.length + i) === word) &&
      after.every((word, i) => lowerAt(pieces, quantity.to + i) === word),
  );
};

/** "2 min read", "179 shares" as a whole line. */
export const isReadTime: Rule = ({ pieces }, quantity) => {
  const found = phraseAt(contextTables().readTimes, pieces, quantity.numberTo);
  if (!found) return false;
  const read = lowerAt(pieces, found.to - 1) === 'read';
  return read || (quantity.from === 0 && found.to === pieces.length);
};

/** "1. First", "2) Second": the number of an item in a list. */
export const isListMark: Rule = ({ pieces }, quantity) => {
  if (quantity.from !== 0 || !quantity.digits || quantity.unit !== null) return false;
  const next = lowerAt(pieces, quantity.to);
  const mark = next === ')' || (next === '.' && !!pieces[quantity.to]?.glued);
  return mark && pieces[quantity.to + 1] !== undefined && !pieces[quantity.to + 1]!.glued;
};

const SCORE_REACH = 4;
const HIGHEST_SCORE = 250;

/** "won 3-1", "a 5-4 decision", "3 to 1": the larger number first, or near words of games. */
export const isScore: Rule = (line, quantity, next, last) =>
  (!!next && isScorePair(line, quantity, next)) || (!!last && isScorePair(line, last, quantity));

function isScorePair(line: Line, first: Quantity, second: Quantity): boolean {
  const { pieces } = line;
  const link = linkBetween(pieces, first, second);
  if (link !== 'dash' && link !== 'to') return false;
  if (first.unit !== null || second.unit !== null || first.scale > 1 || second.scale > 1) return false;
  if (Math.max(first.low, second.low) > HIGHEST_SCORE && link === 'dash' && first.low < second.low)
    return false;
  if (link === 'dash' && first.low >= second.low) return true;
  if (pluralFollows(line, second.to)) return false;
  return nearScoreWord(pieces, first.from, second.to) && (link === 'dash' || first.low > second.low);
}

function nearScoreWord(pieces: readonly Piece[], from: number, to: number): boolean {
  const { scoreWords } = contextTables();
  for (let at = from - SCORE_REACH; at < to + SCORE_REACH; at++)
    if ((at < from || at >= to) && scoreWords.has(lowerAt(pieces, at))) return true;
  return false;
}

/** "one" where it stands for somebody or something rather than counts, and "the two" that points back. */
export const isPronoun: Rule = (line, quantity, _next, last) => {
  const { pieces } = line;
  const word = lowerAt(pieces, quantity.from);
  if (quantity.to - quantity.from !== 1 || quantity.digits) return false;
  const before = lowerAt(pieces, quantity.from - 1);
  if (word === 'two')
    return /^(?:the|these|those|other|both)$/.test(before) && !nominalFollows(line, quantity.to);
  if (word !== 'one') return false;
  if (boundOf(pieces, quantity).bound !== null || lowerAt(pieces, quantity.to) === 'of') return false;
  if (nominalFollows(line, quantity.to)) return /^(?:no|any|every)$/.test(before);
  if (contextTables().onePronouns.has(before)) return true;
  if (isCapital(line, quantity.from) && quantity.from > 0) return true;
  if (PREPOSITIONS.test(before) && !verbFollowsAtOnce(line, quantity.to)) return !isVictim(line, quantity);
  return !(last && verbFollows(line, quantity.to)) && !isVictim(line, quantity);
};

/** "get their hands on one in time". */
const PREPOSITIONS = /^(?:on|of|for|with|to|from|at|about|like|as|into|by)$/;

const verbFollowsAtOnce = (line: Line, index: number): boolean =>
  /^(?:verb|participle)$/.test(classAt(line, index) ?? '');

/** "killed one and", "One was injured": somebody to whom something happened. */
function isVictim(line: Line, quantity: Quantity): boolean {
  const next = line.pieces[quantity.to];
  const bare = !next || next.kind === 'mark' || next.lower === 'and' || verbFollows(line, quantity.to);
  return bare && personAround(line, quantity.from, quantity.to);
}

const nominalFollows = (line: Line, index: number): boolean => {
  const kind = classAt(line, index);
  if (/^(?:more|other)$/.test(lowerAt(line.pieces, index)) || isJoint(line.pieces, index + 1)) return true;
  return (
    kind === 'noun' ||
    kind === 'adjective' ||
    kind === 'name' ||
    (kind === 'participle' && /^(?:noun|adjective|name)$/.test(classAt(line, index + 1) ?? ''))
  );
};

const verbFollows = (line: Line, index: number): boolean =>
  /^(?:verb|participle)$/.test(classAt(line, index) ?? '') ||
  /^(?:in|at|on|more|has|is)$/.test(lowerAt(line.pieces, index));

/** Words that count only in some places: "scores" of people, "tens" of, "zero" casualties, "dozen" alone. */
export const isLonelyWord: Rule = (line, quantity, following) => {
  const { pieces } = line;
  const word = lowerAt(pieces, quantity.from);
  const next = lowerAt(pieces, quantity.to);
  if (word === 'zero' || word === 'nil' || word === '0') {
    if (following?.unit && linkBetween(pieces, quantity, following)) return false;
    return quantity.unit === null && !pluralFollows(line, quantity.to);
  }
  if (lowerAt(pieces, quantity.from + 1) === 'handful')
    return !pluralFollows(line, quantity.to + (next === 'of' ? 1 : 0));
  if (quantity.sort !== 'vague' || quantity.to - quantity.from !== 1) return false;
  if (word === 'scores')
    return (
      next !== 'of' &&
      !(startsClause(pieces, quantity.from) && (verbFollows(line, quantity.to) || next === 'were'))
    );
  if (next === 'times') return true;
  if (word === 'tens') return next !== 'of';
  return word === 'several'
    ? false
    : isCapital(line, quantity.from - 1) &&
        !line.titled &&
        quantity.from > 1 &&
        /^\p{Lu}/u.test(pieces[quantity.from]!.text);
};

/** "12 per 100,000 people", "8 litres per 100 km": the base of a rate. */
export const isRateBase: Rule = ({ pieces }, quantity) =>
  lowerAt(pieces, quantity.from - 1) === 'per' && lowerAt(pieces, quantity.from - 2) !== 'as';

const startsClause = (pieces: readonly Piece[], index: number): boolean =>
  index === 0 || /^(?:[,;:"“—–(]|and|but|while|that)$/.test(lowerAt(pieces, index - 1));
