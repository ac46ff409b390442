import { remembered } from '../../text/remembered.ts';
import { type Atom, type AtomReader, atomReader, NUMBER_SHAPES } from './atoms.ts';
import { compilePattern, firstsOf, lengthOf, literalsOf } from './pattern.ts';
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
  /** The characters of words with which a match can begin. */
  readonly begins: ReadonlySet<string>;
  /** The rules that match at the start of a run of words that say something of time, the longest match first. */
  readonly matching: (run: string) => readonly Found[];
  /** How many words the longest match has. */
  readonly longest: number;
}

/** How many runs are remembered; few say anything new. */
const MOST_RUNS = 20_000;

interface Ready {
  readonly rule: Rule;
  readonly expression: RegExp;
}

/** A rule that matches at the start of a run. */
interface Found {
  readonly rule: Rule;
  /** How many words it takes. */
  readonly length: number;
  /** Where in the run the pattern's named parts are, -1 for those that are absent. */
  readonly places: readonly number[];
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
    begins: new Set(bySymbol.keys()),
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
  const drafts: Draft[] = [];
  let context = start;
  for (let at = 0; at < atoms.length; ) {
    const found = grammar.begins.has(atoms[at]!.symbol) ? readAt(atoms, at, grammar, context) : null;
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
  at: number,
  grammar: Grammar,
  context: Context,
): readonly Draft[] | null {
  for (const found of grammar.matching(runAt(atoms, at, grammar.longest))) {
    const read = found.rule.read(matchOf(atoms, at, found), context);
    if (read) return 'first' in read ? [read] : read;
  }
  return null;
}

/** The words from a place on that say something of time, as far as a pattern can reach. */
function runAt(atoms: readonly Atom[], at: number, longest: number): string {
  let run = '';
  for (let i = at; i < atoms.length && i - at < longest && atoms[i]!.symbol !== NOTHING; i++)
    run += atoms[i]!.symbol;
  return run;
}

/** `rules` are those that can begin with the character of a word. */
function matchingAt(rules: ReadonlyMap<string, readonly Ready[]>, run: string): readonly Found[] {
  const all = (rules.get(run[0]!) ?? []).flatMap(({ rule, expression }) => {
    expression.lastIndex = 0;
    const found = expression.exec(run);
    const places = rule.pattern.parts.map((_, i) => found?.indices?.[i + 1]?.[0] ?? -1);
    return found?.[0] ? [{ rule, length: found[0].length, places }] : [];
  });
  return all.sort((a, b) => b.length - a.length);
}

function matchOf(atoms: readonly Atom[], first: number, { rule, length, places }: Found): Match {
  const { parts } = rule.pattern;
  const end = first + length;
  const placeOf = (name: string): number =>
    parts.findIndex((part, i) => part.name === name && places[i]! >= 0);
  const at = (name: string): number => {
    const place = placeOf(name);
    return place < 0 ? -1 : first + places[place]!;
  };
  const value = (name: string): string | number | undefined => {
    const place = placeOf(name);
    if (place < 0) return undefined;
    const values = atoms[at(name)]!.values;
    const named = parts[place]!.classes.find((each) => each in values);
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
