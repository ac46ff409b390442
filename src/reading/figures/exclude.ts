import { listed } from '../../text/listed.ts';
import { isAge } from './exclude-ages.ts';
import {
  isAddress,
  isCapitalName,
  isCode,
  isGluedName,
  isHyphenWord,
  isLabel,
  isRank,
} from './exclude-names.ts';
import { isClock, isDay, isYear } from './exclude-times.ts';
import {
  isIdiom,
  isListMark,
  isLonelyWord,
  isPronoun,
  isRateBase,
  isReadTime,
  isScore,
} from './exclude-words.ts';
import { pluralFollows } from './follows.ts';
import type { Line } from './line.ts';
import { lowerAt } from './pieces.ts';
import { linkBetween, type Quantity } from './quantity.ts';

export type Reason =
  | 'glued name'
  | 'code'
  | 'label'
  | 'name'
  | 'rank'
  | 'address'
  | 'compound'
  | 'age'
  | 'clock'
  | 'day'
  | 'year'
  | 'score'
  | 'list mark'
  | 'read time'
  | 'idiom'
  | 'pronoun'
  | 'lonely word'
  | 'rate base';

/** One question to a quantity in its line; the neighbours are the quantities before and after. */
export type Rule = (
  line: Line,
  quantity: Quantity,
  next: Quantity | undefined,
  last: Quantity | undefined,
) => boolean;

/** In order: the first that answers gives the reason. */
const RULES: readonly (readonly [Reason, Rule])[] = [
  ['glued name', isGluedName],
  ['code', isCode],
  ['read time', isReadTime],
  ['age', isAge],
  ['clock', isClock],
  ['day', isDay],
  ['year', isYear],
  ['list mark', isListMark],
  ['score', isScore],
  ['address', isAddress],
  ['label', isLabel],
  ['name', isCapitalName],
  ['rank', isRank],
  ['compound', isHyphenWord],
  ['idiom', isIdiom],
  ['pronoun', isPronoun],
  ['lonely word', isLonelyWord],
  ['rate base', isRateBase],
];

/** Why each quantity counts nothing, `null` where it counts: a date, an age, a name, an idiom. */
export function reasonsOf(line: Line, quantities: readonly Quantity[]): readonly (Reason | null)[] {
  const own = listed(
    quantities,
    (quantity, i) =>
      RULES.find(([, rule]) => rule(line, quantity, quantities[i + 1], quantities[i - 1]))?.[0] ?? null,
  );
  return spread(line, quantities, own);
}

const CARRIED: ReadonlySet<Reason | null> = new Set([
  'age',
  'clock',
  'day',
  'year',
  'label',
  'name',
  'code',
  'glued name',
  'score',
  'idiom',
]);
const CARRIED_BACK: ReadonlySet<Reason | null> = new Set(['age', 'clock', 'day', 'code', 'score']);

/** "Dec. 14 and 15", "ages 16 to 18", "5 to 6 pm": what one is, its bare partner is. */
function spread(
  line: Line,
  quantities: readonly Quantity[],
  own: readonly (Reason | null)[],
): readonly (Reason | null)[] {
  const reasons = [...own];
  for (let i = 1; i < reasons.length; i++)
    if (
      !reasons[i] &&
      CARRIED.has(reasons[i - 1]!) &&
      arePartners(line, quantities[i - 1]!, quantities[i]!, 1, reasons[i - 1]!)
    )
      reasons[i] = reasons[i - 1]!;
  for (let i = reasons.length - 2; i >= 0; i--)
    if (
      !reasons[i] &&
      CARRIED_BACK.has(reasons[i + 1]!) &&
      arePartners(line, quantities[i]!, quantities[i + 1]!, 0, reasons[i + 1]!)
    )
      reasons[i] = reasons[i + 1]!;
  return reasons;
}

function arePartners(line: Line, first: Quantity, second: Quantity, bare: 0 | 1, reason: Reason): boolean {
  const other = bare ? second : first;
  const alike = first.digits === second.digits || reason === 'age';
  const plain = other.unit === null || other.unit.sort === 'time';
  return alike && plain && isLinked(line, first, second, reason) && !(bare && pluralFollows(line, second.to));
}

/** Joined by "to", "and", "or", a dash or a comma; a label's number also by "of": "photo 3 of 12". */
function isLinked(line: Line, first: Quantity, second: Quantity, reason: Reason): boolean {
  if (linkBetween(line.pieces, first, second) !== null) return true;
  const link = lowerAt(line.pieces, first.to);
  return second.from - first.to === 1 && (link === ',' || (link === 'of' && reason === 'label'));
}
