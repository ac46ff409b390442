import { madeOf } from '../../text/lexicon.ts';
import type { Measure, Scope } from '../claim.ts';
import { nounForms, singular, type VerbForm, verbForms } from './inflect.ts';

/**
 * How words stand to what they count. did: the object of the verb · was: its subject · owned: its object, and the
 * subject is whose they are · state: said of them · event: the noun itself is counted, or "of" them · toll: a
 * noun that takes the number as its value · who: a noun for those it happened to, which any verb outweighs.
 */
export type Role = 'did' | 'was' | 'owned' | 'state' | 'event' | 'toll' | 'who';

/** One measure as its lexicon entry gives it. */
export interface MeasureEntry {
  readonly measure: string;
  /** Classes of things that it counts. */
  readonly counts: readonly string[];
  readonly scope?: Scope;
  /** For single words, the classes that they take in place of `counts`. */
  readonly only?: Readonly<Record<string, readonly string[]>>;
  readonly did?: readonly string[];
  readonly was?: readonly string[];
  readonly owned?: readonly string[];
  readonly state?: readonly string[];
  readonly event?: readonly string[];
  readonly toll?: readonly string[];
  readonly who?: readonly string[];
  readonly phrases?: readonly string[];
  /** Whether "there are 300 soldiers" is of this measure. */
  readonly there?: boolean;
  /** Whether a noun that no class lists is taken for people: "the murder of six Jesuits". */
  readonly persons?: boolean;
}

/** Words that speak of a measure: the first one's form and those that follow it. */
export interface Pattern {
  readonly entry: MeasureEntry;
  readonly role: Role;
  /** Dictionary form, which is the predicate of measures that the product does not know. */
  readonly lemma: string;
  readonly counts: readonly string[];
  /** Empty for what is no verb. */
  readonly forms: ReadonlySet<VerbForm>;
  readonly rest: readonly string[];
}

/** Words before and after the figure, in lower case: at least one of them. */
export interface FixedPhrase {
  readonly entry: MeasureEntry;
  readonly before: readonly ReadonlySet<string>[];
  readonly after: readonly ReadonlySet<string>[];
  /** How many words it has. */
  readonly size: number;
  /** Place in the lexicon: of phrases of one size the first is taken. */
  readonly order: number;
}

/** Fixed phrases by a word next to the figure. */
export interface FixedPhrases {
  /** Those with words before it, by the last of them. */
  readonly byBefore: ReadonlyMap<string, readonly FixedPhrase[]>;
  /** Those that only have words after it, by the first of them. */
  readonly byAfter: ReadonlyMap<string, readonly FixedPhrase[]>;
}

/** All measures of the lexicon, indexed by the first word of their patterns. */
export interface Measures {
  readonly entries: readonly MeasureEntry[];
  readonly patterns: ReadonlyMap<string, readonly Pattern[]>;
  readonly phrases: FixedPhrases;
  /** Classes of each noun, by its singular. */
  readonly classes: ReadonlyMap<string, ReadonlySet<string>>;
  /** What two measures of one figure come to, by their names in order of the alphabet. */
  readonly unions: ReadonlyMap<string, string>;
}

interface MeasuresFile {
  readonly classes?: Readonly<Record<string, readonly string[]>>;
  readonly unions?: readonly { readonly of: readonly [string, string]; readonly gives: string }[];
  readonly measures?: readonly MeasureEntry[];
}

const KNOWN: ReadonlySet<string> = new Set<Measure>([
  'killed',
  'wounded',
  'killed-or-wounded',
  'missing',
  'captured',
  'freed',
  'displaced',
  'detained',
  'rescued',
  'infected',
  'deployed',
  'destroyed',
  'launched',
  'intercepted',
  'area-held',
  'area-taken',
  'money',
  'dismissed',
  'vote',
  'other',
]);

/** The measures of `lexicon/measures.json` and of the user's own folders. */
export const measures = madeOf('measures', compile);

/** The measure of the contract and, for others, the lexicon's own name as predicate. */
export const contractMeasure = (
  name: string,
): { readonly measure: Measure; readonly predicate: string | null } =>
  KNOWN.has(name) ? { measure: name as Measure, predicate: null } : { measure: 'other', predicate: name };

/** The key of two measures in `Measures.unions`. */
export const unionKey = (a: string, b: string): string => [a, b].sort().join('+');

function compile(files: readonly MeasuresFile[]): Measures {
  const entries = merge(files.flatMap((file) => file.measures ?? []));
  const patterns = new Map<string, Pattern[]>();
  for (const entry of entries) addEntry(patterns, entry);
  for (const list of patterns.values()) list.sort((a, b) => b.rest.length - a.rest.length);
  const unions = new Map<string, string>();
  for (const { of, gives } of files.flatMap((file) => file.unions ?? []))
    unions.set(unionKey(of[0], of[1]), gives);
  return {
    entries,
    patterns,
    phrases: phrasesByWord(entries.flatMap(fixedPhrases)),
    classes: classesOf(files),
    unions,
  };
}

/** Entries of one measure in several files become one, the lists joined. */
function merge(entries: readonly MeasureEntry[]): readonly MeasureEntry[] {
  const byName = new Map<string, MeasureEntry>();
  for (const entry of entries) {
    checked(entry);
    const known = byName.get(entry.measure);
    byName.set(entry.measure, known ? joined(known, entry) : entry);
  }
  return [...byName.values()];
}

function joined(a: MeasureEntry, b: MeasureEntry): MeasureEntry {
  const lists = ['counts', 'did', 'was', 'owned', 'state', 'event', 'toll', 'who', 'phrases'] as const;
  const both = Object.fromEntries(lists.map((name) => [name, [...(a[name] ?? []), ...(b[name] ?? [])]]));
  return { ...a, ...b, ...both, only: { ...a.only, ...b.only } } as MeasureEntry;
}

/** @throws Error naming the entry where a required field is missing */
function checked(entry: MeasureEntry): void {
  if (typeof entry.measure !== 'string' || !Array.isArray(entry.counts))
    throw new Error(
      `measures.json: ${JSON.stringify(entry).slice(0, 80)} needs "measure" (a name) and "counts" (classes such as "person")`,
    );
}

function addEntry(patterns: Map<string, Pattern[]>, entry: MeasureEntry): void {
  const add = (word: string, pattern: Pattern) => {
    const list = patterns.get(word);
    if (list) list.push(pattern);
    else patterns.set(word, [pattern]);
  };
  for (const role of ['did', 'was', 'owned'] as const)
    for (const words of entry[role] ?? []) addVerb(add, entry, role, words);
  for (const role of ['state', 'event', 'toll', 'who'] as const)
    for (const words of entry[role] ?? []) addWords(add, entry, role, words);
}

type Add = (word: string, pattern: Pattern) => void;

/** Adverbs that a verb of the lexicon may begin with: its own form is then the second word's. */
const LEADING = new Set(['fatally', 'mortally', 'be']);

function addVerb(add: Add, entry: MeasureEntry, role: Role, words: string): void {
  const all = words.split(' ');
  const adverb = all.length > 1 && LEADING.has(all[0] as string) && all[0] !== 'be';
  const verb = all[adverb ? 1 : 0] as string;
  const rest = all.slice(adverb ? 2 : 1);
  const lemma = [verb.split('/')[0], ...rest].join(' ');
  const counts = entry.only?.[lemma] ?? entry.counts;
  for (const [form, forms] of verb === 'be' ? BE : verbForms(verb)) {
    const first = adverb ? (all[0] as string) : form;
    add(first, { entry, role, lemma, counts, forms, rest: adverb ? [form, ...rest] : rest });
  }
}

const BE: ReadonlyMap<string, ReadonlySet<VerbForm>> = new Map(
  ['is', 'are', 'was', 'were', 'been', 'being', 'be'].map(
    (word) => [word, new Set<VerbForm>(['past'])] as const,
  ),
);

function addWords(add: Add, entry: MeasureEntry, role: Role, words: string): void {
  const all = words.split(' ');
  const last = all.at(-1) as string;
  const lasts = role === 'state' || last === 'of' ? [last] : nounForms(last);
  const firsts = role !== 'state' && last === 'of' ? nounForms(all[0] as string) : [all[0] as string];
  for (const form of lasts)
    for (const start of firsts) {
      const sequence = all.length > 1 ? [start, ...all.slice(1, -1), form] : [form];
      const [first = '', ...rest] = sequence;
      add(first, { entry, role, lemma: words, counts: entry.counts, forms: new Set(), rest });
    }
}

type Framed = Omit<FixedPhrase, 'order'>;

function fixedPhrases(entry: MeasureEntry): readonly Framed[] {
  return (entry.phrases ?? [])
    .filter((phrase) => phrase.includes('*'))
    .map((phrase) => {
      const [words = '', behind = ''] = phrase.split('*');
      const [before, after] = [wordSets(words, true), wordSets(behind, false)];
      return { entry, before, after, size: before.length + after.length };
    });
}

function phrasesByWord(phrases: readonly Framed[]): FixedPhrases {
  const byBefore = new Map<string, FixedPhrase[]>();
  const byAfter = new Map<string, FixedPhrase[]>();
  for (const [order, framed] of phrases.entries()) {
    const phrase = { ...framed, order };
    const map = phrase.before.length ? byBefore : byAfter;
    for (const word of phrase.before.at(-1) ?? phrase.after[0] ?? [])
      map.set(word, [...(map.get(word) ?? []), phrase]);
  }
  return { byBefore, byAfter };
}

/** Each word as the set of its forms; only the first word before a figure inflects, as a verb or noun. */
function wordSets(words: string, inflects: boolean): readonly ReadonlySet<string>[] {
  const list = words.trim().split(' ').filter(Boolean);
  return list.map((word, index) =>
    inflects && index === 0 && !SMALL.has(word)
      ? new Set([...verbForms(word).keys(), ...nounForms(word)])
      : new Set([word]),
  );
}

const SMALL = new Set(['in', 'of', 'the', 'to', 'at', 'out', 'from', 'on']);

function classesOf(files: readonly MeasuresFile[]): ReadonlyMap<string, ReadonlySet<string>> {
  const classes = new Map<string, Set<string>>();
  for (const file of files)
    for (const [name, nouns] of Object.entries(file.classes ?? {}))
      for (const noun of nouns) {
        const key = singular(noun);
        classes.set(key, (classes.get(key) ?? new Set<string>()).add(name));
      }
  return classes;
}
