import { remembered } from '../../text/remembered.ts';
import { type Atom, type AtomReader, atomReader, NUMBER_SHAPES } from './atoms.ts';
import { compilePattern, firstsOf, lengthOf, literalsOf, type Pattern } from './pattern.ts';
import type { Context, Draft, Match, Rule } from './rule.ts';
import { AGO_RULES } from './rules/ago.ts';
import { CLOCK_RULES } from './rules/clock.ts';
import { DAY_RULES } from './rules/days.ts';
import { LENGTH_RULES } from './rules/lengths.ts';
import { MONTH_RULES } from './rules/months.ts';
import { NEAR_RULES } from './rules/near.ts';
import { PART_RULES } from './rules/parts.ts';
import { phraseRules } from './rules/phrases.ts';
import { RELATIVE_RULES } from './rules/relative.ts';
import { SET_RULES } from './rules/sets.ts';
import { WEEKDAY_RULES } from './rules/weekdays.ts';
import { YEAR_RULES } from './rules/years.ts';
import { buildVocabulary, NOTHING, timeLexicon } from './vocabulary.ts';

/** The rules, made ready for the words that the lexicon knows. */
export interface Grammar {
  readonly reader: AtomReader;
  /** The rules that match at the start of a run of words that say something of time, the longest match first. */
  readonly matching: (run: string) => readonly Ready[];
  /** How many words the longest match has. */
  readonly longest: number;
}

/** How many runs are remembered; few say anything new. */
const MOST_RUNS = 20_000;

interface Ready {
  readonly rule: Rule;
  readonly expression: RegExp;
}

let known: Grammar | null = null;

/** The grammar over the shipped lexicon and the user's; built once a process. */
export function timeGrammar(): Grammar {
  known ??= buildGrammar();
  return known;
}

function buildGrammar(): Grammar {
  const lexicon = timeLexicon();
  const rules = [
    ...DAY_RULES,
    ...MONTH_RULES,
    ...WEEKDAY_RULES,
    ...YEAR_RULES,
    ...PART_RULES,
    ...NEAR_RULES,
    ...RELATIVE_RULES,
    ...AGO_RULES,
    ...CLOCK_RULES,
    ...phraseRules(lexicon),
    ...LENGTH_RULES,
    ...SET_RULES,
  ];
  const vocabulary = buildVocabulary(
    lexicon,
    rules.flatMap((rule) => literalsOf(rule.pattern)),
    NUMBER_SHAPES,
  );
  const bySymbol = new Map<string, Ready[]>();
  for (const rule of rules) {
    const ready = { rule, expression: compilePattern(rule.pattern, vocabulary.symbols) };
    for (const symbol of vocabulary.symbols([...firstsOf(rule.pattern)]))
      bySymbol.set(symbol, [...(bySymbol.get(symbol) ?? []), ready]);
  }
  const longest = Math.max(...rules.map(({ pattern }) => lengthOf(pattern)));
  return {
    reader: atomReader(lexicon, vocabulary),
    matching: remembered(MOST_RUNS, (run: string) => matchingAt(bySymbol, run)),
    longest,
  };
}

/**
 * The times of one sentence's atoms, in order: at each place the longest match that means a time. `contextAt` tells
 * what is known after the drafts so far.
 */
export function draftsOf(
  atoms: readonly Atom[],
  grammar: Grammar,
  note: (draft: Draft) => Context,
  start: Context,
): readonly Draft[] {
  const symbols = atoms.map((atom) => atom.symbol).join('');
  const drafts: Draft[] = [];
  let context = start;
  for (let at = 0; at < atoms.length; ) {
    const found = symbols[at] === NOTHING ? null : readAt(atoms, symbols, at, grammar, context);
    for (const draft of found ?? []) {
      drafts.push(draft);
      context = note(draft);
    }
    at = found?.length ? found.at(-1)!.end : at + 1;
  }
  return drafts;
}

function readAt(
  atoms: readonly Atom[],
  symbols: string,
  at: number,
  grammar: Grammar,
  context: Context,
): readonly Draft[] | null {
  for (const { rule, expression } of grammar.matching(runAt(symbols, at, grammar.longest))) {
    expression.lastIndex = at;
    const read = rule.read(matchOf(atoms, expression.exec(symbols)!, rule.pattern), context);
    if (read) return 'first' in read ? [read] : read;
  }
  return null;
}

/** The words from a place on that say something of time, as far as a pattern can reach. */
function runAt(symbols: string, at: number, longest: number): string {
  let end = at;
  while (end < symbols.length && end - at < longest && symbols[end] !== NOTHING) end++;
  return symbols.slice(at, end);
}

/** `rules` are those that can begin with the character of a word. */
function matchingAt(rules: ReadonlyMap<string, readonly Ready[]>, run: string): readonly Ready[] {
  const found = (rules.get(run[0]!) ?? []).flatMap((ready) => {
    ready.expression.lastIndex = 0;
    const length = ready.expression.exec(run)?.[0].length;
    return length ? [{ ready, length }] : [];
  });
  return found.sort((a, b) => b.length - a.length).map((one) => one.ready);
}

function matchOf(atoms: readonly Atom[], found: RegExpExecArray, pattern: Pattern): Match {
  const first = found.index;
  const end = first + found[0].length;
  const placeOf = (name: string): number =>
    pattern.parts.findIndex((part, i) => part.name === name && found.indices?.[i + 1] !== undefined);
  const at = (name: string): number => {
    const place = placeOf(name);
    return place < 0 ? -1 : found.indices![place + 1]![0];
  };
  const value = (name: string): string | number | undefined => {
    const place = placeOf(name);
    if (place < 0) return undefined;
    const values = atoms[at(name)]!.values;
    const named = pattern.parts[place]!.classes.find((each) => each in values);
    return named === undefined ? undefined : values[named];
  };
  return {
    atoms,
    first,
    end,
    at,
    has: (name) => at(name) >= 0,
    value,
    isA: (name, ...classes) => classes.some((each) => each in (atoms[at(name)]?.values ?? {})),
    number: (name) => {
      const found = value(name);
      return typeof found === 'number' ? found : undefined;
    },
    word: (name) => atoms[at(name)]?.lower,
    before: (distance = 1) => atoms[first - distance]?.lower ?? '',
    afterA: (name, distance = 1) => name in (atoms[first - distance]?.values ?? {}),
    beforeA: (name, distance = 1) => name in (atoms[end + distance - 1]?.values ?? {}),
    after: (distance = 1) => atoms[end + distance - 1]?.lower ?? '',
  };
}
