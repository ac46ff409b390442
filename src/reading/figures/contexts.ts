import { lexiconFiles } from '../../text/lexicon.ts';
import { once, wordSet } from './data.ts';
import { type Phrases, phrasesOf } from './phrases.ts';

type Words = ReadonlySet<string>;

/** `lexicon/figures-classes.json` with the person nouns. */
export const classTables = once(() => {
  const files = lexiconFiles<Record<string, unknown>>('figures-classes');
  return {
    functions: wordSet(files, 'functions'),
    verbs: wordSet(files, 'verbs'),
    adverbs: wordSet(files, 'adverbs'),
    stops: wordSet(files, 'stops'),
    collectives: wordSet(files, 'collectives'),
    participials: wordSet(files, 'participials'),
    persons: wordSet(lexiconFiles<Record<string, unknown>>('figures-persons'), 'nouns'),
  };
});

const FIELDS = [
  'months',
  'weekdays',
  'yearBefore',
  'eras',
  'labels',
  'labelsOfWords',
  'labelsThatCount',
  'streets',
  'blocks',
  'resolutions',
  'screens',
  'labelsAlways',
  'versions',
  'ordinalEndings',
  'scoreWords',
  'tallyWords',
  'strong',
  'up',
  'down',
  'changeNouns',
  'changeOfCounts',
  'changeBetween',
  'changeBy',
  'changeNotAfter',
  'results',
  'markets',
  'rankWords',
  'onePronouns',
  'ageBounds',
  'agePronouns',
  'rateWords',
  'rateDetermined',
  'rateNot',
] as const;

type Field = (typeof FIELDS)[number];

interface Contexts extends Readonly<Record<Field, Words>> {
  readonly clock: Phrases<true>;
  readonly ageBefore: Phrases<true>;
  readonly ageAfter: Phrases<true>;
  readonly readTimes: Phrases<true>;
  /** Each idiom by its number word; the value is how many words of the idiom stand before it. */
  readonly idioms: ReadonlyMap<string, readonly Idiom[]>;
  readonly rateAdverbs: ReadonlyMap<string, string>;
  readonly rateNames: ReadonlyMap<string, string>;
  readonly changeAfter: ReadonlyMap<string, 'up' | 'down'>;
}

export interface Idiom {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** `lexicon/figures-contexts.json`. */
export const contextTables = once((): Contexts => {
  const files = lexiconFiles<Record<string, unknown>>('figures-contexts');
  const phrases = (field: string) =>
    phrasesOf([...wordSet(files, field)].map((w): [string, true] => [w, true]));
  const sets = Object.fromEntries(FIELDS.map((field) => [field, wordSet(files, field)])) as Record<
    Field,
    Words
  >;
  return {
    ...sets,
    clock: phrases('clock'),
    ageBefore: phrases('ageBefore'),
    ageAfter: phrases('ageAfter'),
    readTimes: phrases('readTimes'),
    idioms: idiomsOf([...wordSet(files, 'idioms')]),
    rateAdverbs: pairs(files, 'rateAdverbs'),
    rateNames: pairs(files, 'rateNames'),
    changeAfter: changes(files),
  };
});

const pairs = (files: readonly Record<string, unknown>[], field: string): ReadonlyMap<string, string> =>
  new Map(files.flatMap((file) => Object.entries((file[field] ?? {}) as Record<string, string>)));

const changes = (files: readonly Record<string, unknown>[]): ReadonlyMap<string, 'up' | 'down'> =>
  new Map(
    files
      .map((file) => (file.changeAfter ?? {}) as Record<'up' | 'down', readonly string[]>)
      .flatMap((both) => Object.entries(both))
      .flatMap(([way, words]) => words.map((word): [string, 'up' | 'down'] => [word, way as 'up' | 'down'])),
  );

/** "at [one] point": the words around the bracketed number word. */
function idiomsOf(lines: readonly string[]): ReadonlyMap<string, readonly Idiom[]> {
  const idioms = new Map<string, Idiom[]>();
  for (const line of lines) {
    const words = line.split(' ');
    const at = words.findIndex((word) => word.startsWith('['));
    const bare = words.map((word) => word.replace(/[[\]]/g, ''));
    const key = bare[at] ?? '';
    const idiom = { before: bare.slice(0, Math.max(at, 0)), after: bare.slice(at + 1) };
    idioms.set(key, [...(idioms.get(key) ?? []), idiom]);
  }
  return idioms;
}
