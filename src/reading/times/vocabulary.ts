import { lexiconFiles } from '../../text/lexicon.ts';

/** What `lexicon/times.json` holds; see its `about`. */
export interface TimeLexicon {
  readonly words: Readonly<Record<string, Readonly<Record<string, string | number>>>>;
  readonly names: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly numbers: Readonly<Record<string, number>>;
  readonly vague: readonly string[];
  readonly exactly: Readonly<Record<string, number>>;
  readonly bounds: readonly string[];
  readonly tense: Readonly<Record<string, readonly string[]>>;
  readonly phrases: Readonly<Record<string, readonly string[]>>;
  readonly holidays: Readonly<Record<string, string>>;
}

export type Values = Readonly<Record<string, string | number>>;

/** What a word may stand for: a character for its set of classes, and its value in each class. */
export interface Entry {
  readonly symbol: string;
  readonly values: Values;
}

/** Finds the entries of words, and the characters that stand for words of some classes. */
export interface Vocabulary {
  /** Every word that has an entry, in lower case. */
  readonly words: Iterable<string>;
  /** The entry of a word as written; `undefined` for a word that says nothing of time. */
  readonly entry: (word: string) => Entry | undefined;
  /** An entry for a number or another made-up word. */
  readonly made: (values: Values) => Entry;
  /** The characters of every known set that holds one of the classes. */
  readonly symbols: (classes: readonly string[]) => string;
  /** The classes of a character. */
  readonly classes: (symbol: string) => readonly string[];
}

/** Stands for every word that says nothing of time. */
export const NOTHING = '.';
const FIRST_SYMBOL = 0x4e00;

/** The shipped lexicon with the user's own words after it. */
export function timeLexicon(): TimeLexicon {
  const files = lexiconFiles<Partial<TimeLexicon>>('times');
  const merged = <T>(pick: (file: Partial<TimeLexicon>) => Readonly<Record<string, T>> | undefined) =>
    Object.assign({}, ...files.map((file) => pick(file) ?? {})) as Record<string, T>;
  const nested = (pick: (file: Partial<TimeLexicon>) => TimeLexicon['words'] | undefined) => {
    const all: Record<string, Record<string, string | number>> = {};
    for (const file of files)
      for (const [name, words] of Object.entries(pick(file) ?? {})) all[name] = { ...all[name], ...words };
    return all;
  };
  const joined = (pick: (file: Partial<TimeLexicon>) => TimeLexicon['phrases'] | undefined) => {
    const all: Record<string, readonly string[]> = {};
    for (const file of files)
      for (const [name, list] of Object.entries(pick(file) ?? {}))
        all[name] = [...(all[name] ?? []), ...list];
    return all;
  };
  return {
    words: nested((file) => file.words),
    names: nested((file) => file.names) as TimeLexicon['names'],
    numbers: merged((file) => file.numbers),
    vague: files.flatMap((file) => file.vague ?? []),
    exactly: merged((file) => file.exactly),
    bounds: files.flatMap((file) => file.bounds ?? []),
    tense: joined((file) => file.tense),
    phrases: joined((file) => file.phrases),
    holidays: merged((file) => file.holidays),
  };
}

/** A vocabulary of the lexicon, the words that patterns name, and the sets of classes that numbers can have. */
export function buildVocabulary(
  lexicon: TimeLexicon,
  literals: Iterable<string>,
  made: readonly Values[],
): Vocabulary {
  const { symbolOf, symbols, classes } = alphabet();
  const lower = new Map<string, Record<string, string | number>>();
  const capital = new Map<string, Record<string, string | number>>();
  for (const literal of literals) add(lower, literal, `"${literal}"`, 1);
  for (const [name, words] of Object.entries(lexicon.words))
    for (const [word, value] of Object.entries(words)) add(lower, word, name, value);
  for (const [name, words] of Object.entries(lexicon.names))
    for (const [word, value] of Object.entries(words)) add(capital, word, name, value);
  const entryOf = (values: Values): Entry => ({ symbol: symbolOf(Object.keys(values)), values });
  const plain = mapValues(lower, entryOf);
  const named = mapValues(capital, (values, word) => entryOf({ ...lower.get(word), ...values }));
  for (const values of made) entryOf(values);
  return {
    words: [...plain.keys(), ...named.keys()],
    entry: (word) => {
      const small = word.toLowerCase();
      return (small !== word ? named.get(small) : undefined) ?? plain.get(small);
    },
    made: entryOf,
    symbols,
    classes,
  };
}

function add(
  words: Map<string, Record<string, string | number>>,
  word: string,
  name: string,
  value: string | number,
) {
  const values = words.get(word) ?? {};
  values[name] = value;
  words.set(word, values);
}

const mapValues = <A, B>(from: ReadonlyMap<string, A>, make: (value: A, key: string) => B): Map<string, B> =>
  new Map([...from].map(([key, value]) => [key, make(value, key)]));

/** Hands out one character for each set of classes. */
function alphabet() {
  const symbolBySet = new Map<string, string>();
  const setBySymbol = new Map<string, readonly string[]>();
  return {
    symbolOf: (names: readonly string[]): string => {
      const key = [...names].sort().join(' ');
      const known = symbolBySet.get(key);
      if (known) return known;
      const symbol = String.fromCharCode(FIRST_SYMBOL + symbolBySet.size);
      symbolBySet.set(key, symbol);
      setBySymbol.set(symbol, [...names]);
      return symbol;
    },
    symbols: (classes: readonly string[]): string =>
      [...setBySymbol]
        .filter(([, names]) => classes.some((each) => names.includes(each)))
        .map(([symbol]) => symbol)
        .join(''),
    classes: (symbol: string): readonly string[] => setBySymbol.get(symbol) ?? [],
  };
}
