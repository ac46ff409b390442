import { lexiconFiles } from '../../text/lexicon.ts';
import { once } from './data.ts';
import { type Found, type Phrases, phraseAt, phraseBefore, phrasesOf } from './phrases.ts';
import { isJoint, lowerAt, type Piece } from './pieces.ts';

export type UnitSort = 'percent' | 'money' | 'measure' | 'time';

export interface Unit {
  readonly symbol: string;
  readonly sort: UnitSort;
  /** What one stands for in the symbol's unit: 0.01 for cents. */
  readonly factor: number;
}

interface Currency {
  readonly code: string;
  readonly before: readonly string[];
  readonly names: readonly string[];
  readonly minor?: readonly string[];
  readonly minorGlued?: readonly string[];
  readonly large?: readonly string[];
}

interface Measure {
  readonly symbol: string;
  readonly names: readonly string[];
  readonly marks: readonly string[];
  readonly hyphened?: readonly string[];
  readonly glued?: readonly string[];
  readonly time?: boolean;
}

interface UnitLexicon {
  readonly percent: readonly string[];
  readonly percentagePoint: readonly string[];
  readonly basisPoint: readonly string[];
  readonly currencies: readonly Currency[];
  readonly pounds: {
    readonly names: readonly string[];
    readonly money: string;
    readonly mass: string;
    readonly weighing: readonly string[];
    readonly paying: readonly string[];
  };
  readonly units: readonly Measure[];
  readonly compounds: readonly Compound[];
  readonly between: readonly string[];
}

interface Compound {
  readonly large: string;
  readonly small: string;
  /** How many of the small make one of the large. */
  readonly parts: number;
}

interface Tables {
  readonly before: Phrases<Unit>;
  readonly names: Phrases<Unit>;
  readonly marks: Phrases<Unit>;
  readonly glued: Phrases<Unit>;
  readonly hyphened: Phrases<Unit>;
  readonly large: Phrases<Unit>;
  readonly compounds: readonly Compound[];
  /** Words that may stand between a number and its unit: "517 rushing yards", "three more days". */
  readonly between: ReadonlySet<string>;
  /** Words before pounds of mass, and behind hyphened pounds of money. */
  readonly weighing: ReadonlySet<string>;
  readonly paying: ReadonlySet<string>;
  readonly pounds: Phrases<{ readonly money: Unit; readonly mass: Unit }>;
}

const LARGE = 1000;

/** The currency sign or code that ends before the index: "$", "US $", "USD". */
export function currencyBefore(pieces: readonly Piece[], index: number): Found<Unit> | null {
  const found = phraseBefore(tables().before, pieces, index);
  if (!found || !isApart(pieces, found)) return found;
  const sign = phraseAt(tables().before, pieces, index - 1);
  return sign?.to === index ? sign : null;
}

/** "A $5 million fine": a single letter with white space behind belongs to no sign. */
const isApart = (pieces: readonly Piece[], { from, to }: Found<Unit>): boolean =>
  to - from > 1 && pieces[from]!.text.length === 1 && !pieces[from + 1]!.glued;

/** The unit that follows a number of this value, glued, spaced or hyphened: "%", "km", "-mile", "square kilometers". */
export function unitAfter(
  pieces: readonly Piece[],
  index: number,
  value: number,
  scale: number,
): Found<Unit> | null {
  const joint = isJoint(pieces, index);
  const at = joint ? index + 1 : index;
  const piece = pieces[at];
  if (!piece) return null;
  if (joint) {
    const hyphened = phraseAt(tables().hyphened, pieces, at);
    if (hyphened) return hyphened;
  }
  if (value >= LARGE) {
    const large = phraseAt(tables().large, pieces, at);
    if (large) return large;
  }
  const between = !joint && tables().between.has(piece.lower) ? named(pieces, at + 1, scale) : null;
  return named(pieces, at, scale) ?? marked(pieces, at) ?? between;
}

/** The unit of measure or money that the words from the index on name. */
export const unitNamed = (pieces: readonly Piece[], index: number): Found<Unit> | null =>
  phraseAt(tables().names, pieces, index);

/** How many of the second unit make one of the first where both are said as one: inches of "6 feet 2 inches". */
export function partsOf(large: Unit, small: Unit): number | null {
  if (large.sort === 'money' && large.symbol === small.symbol)
    return large.factor === 1 && small.factor < 1 ? 1 : null;
  const pair = tables().compounds.find((c) => c.large === large.symbol && c.small === small.symbol);
  return pair?.parts ?? null;
}

function named(pieces: readonly Piece[], at: number, scale: number): Found<Unit> | null {
  const found = phraseAt(tables().names, pieces, at);
  const pounds = phraseAt(tables().pounds, pieces, at);
  if (found && pieces[found.to]?.glued && pieces[found.to]?.kind === 'digits') return null;
  if (!pounds || (found && found.to > pounds.to)) return found;
  return {
    ...pounds,
    value: scale < LARGE && isMass(pieces, at, pounds.to) ? pounds.value.mass : pounds.value.money,
  };
}

/** How many pieces before a number a word of weight may stand. */
const WEIGHT_REACH = 6;

/** Whether pounds are of mass: "weighs 220 pounds", "a 50-pound sack", "30 pounds of rice"; not "a 20-pound note". */
function isMass(pieces: readonly Piece[], at: number, to: number): boolean {
  const { weighing, paying } = tables();
  const next = lowerAt(pieces, to);
  if (isJoint(pieces, at - 1)) return !paying.has(isJoint(pieces, to) ? lowerAt(pieces, to + 1) : next);
  if (/^(?:of|in|and|each|heavier|lighter|over)?$/.test(next)) return true;
  for (let before = at - 2; before >= Math.max(0, at - WEIGHT_REACH); before--)
    if (weighing.has(lowerAt(pieces, before))) return true;
  return false;
}

function marked(pieces: readonly Piece[], at: number): Found<Unit> | null {
  const inches = lowerAt(pieces, at) === 'in' && lowerAt(pieces, at + 1) === ')';
  const glued = pieces[at]?.glued || inches ? phraseAt(tables().glued, pieces, at) : null;
  const found = glued ?? phraseAt(tables().marks, pieces, at);
  const next = found && pieces[found.to];
  return next?.glued && next.kind !== 'mark' ? null : found;
}

const tables = once((): Tables => {
  const files = lexiconFiles<Partial<UnitLexicon>>('figures-units');
  const currencies = files.flatMap((file) => file.currencies ?? []);
  const measures = files.flatMap((file) => file.units ?? []);
  return {
    before: phrasesOf(
      currencies.flatMap((c) => each(c.before, money(c.code))),
      true,
    ),
    names: phrasesOf([
      ...files.flatMap(percents),
      ...currencies.flatMap(moneyNames),
      ...measures.flatMap(measureNames),
    ]),
    marks: phrasesOf(
      measures.flatMap((m) => each(m.marks.filter(isLong), measure(m))),
      true,
    ),
    glued: phrasesOf(
      [
        ...currencies.flatMap((c) => each(c.minorGlued ?? [], money(c.code, 0.01))),
        ...measures.flatMap((m) =>
          each([...m.marks.filter((mark) => !isLong(mark)), ...(m.glued ?? [])], measure(m)),
        ),
      ],
      true,
    ),
    hyphened: phrasesOf(measures.flatMap((m) => each(m.hyphened ?? [], measure(m)))),
    large: phrasesOf(currencies.flatMap((c) => each(c.large ?? [], money(c.code)))),
    compounds: files.flatMap((file) => file.compounds ?? []),
    weighing: new Set(files.flatMap((file) => file.pounds?.weighing ?? [])),
    paying: new Set(files.flatMap((file) => file.pounds?.paying ?? [])),
    between: new Set(files.flatMap((file) => file.between ?? [])),
    pounds: phrasesOf(files.flatMap((file) => (file.pounds ? poundNames(file.pounds) : []))),
  };
});

/** A metre is the one unit of a single letter that is also written apart from its number. */
const isLong = (mark: string): boolean => mark.length > 1 || mark === 'm' || !/\p{L}/u.test(mark);

const each = <T>(words: readonly string[], value: T): [string, T][] => words.map((word) => [word, value]);

const money = (symbol: string, factor = 1): Unit => ({ symbol, sort: 'money', factor });

const measure = ({ symbol, time }: Measure): Unit => ({ symbol, sort: time ? 'time' : 'measure', factor: 1 });

const percents = (file: Partial<UnitLexicon>): [string, Unit][] => [
  ...each<Unit>(file.percent ?? [], { symbol: 'percent', sort: 'percent', factor: 1 }),
  ...each<Unit>(file.percentagePoint ?? [], { symbol: 'percentage-point', sort: 'percent', factor: 1 }),
  ...each<Unit>(file.basisPoint ?? [], { symbol: 'bp', sort: 'measure', factor: 1 }),
];

const moneyNames = (currency: Currency): [string, Unit][] => [
  ...each(currency.names, money(currency.code)),
  ...each(currency.minor ?? [], money(currency.code, 0.01)),
];

const measureNames = (unit: Measure): [string, Unit][] => each(unit.names, measure(unit));

const poundNames = (pounds: UnitLexicon['pounds']) =>
  each(pounds.names, {
    money: money(pounds.money),
    mass: { symbol: pounds.mass, sort: 'measure', factor: 1 } satisfies Unit,
  });
