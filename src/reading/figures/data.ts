import { lexiconFiles } from '../../text/lexicon.ts';
import { literal } from '../../text/literal.ts';
import { type Phrases, phrasesOf } from './phrases.ts';

/** Low and high of the `plain` codebook. */
export type Pair = readonly [number, number];

export interface NumberLexicon {
  readonly words: Readonly<Record<string, number>>;
  readonly scales: Readonly<Record<string, number>>;
  readonly scaleMarks: Readonly<Record<string, number>>;
  readonly scaleMarksOfMoney: Readonly<Record<string, number>>;
  readonly dozens: Readonly<Record<string, number>>;
  readonly fractions: Readonly<Record<string, number>>;
  readonly vulgar: Readonly<Record<string, number>>;
  readonly vague: Readonly<Record<string, Pair>>;
  readonly vagueFactors: Readonly<Record<string, Pair>>;
  readonly couples: Readonly<Record<string, number>>;
}

/** Word lists that tell a share from an ordinal: "half the", "nearly a third", "a third were". */
interface ShareWords {
  readonly shareDeterminers: ReadonlySet<string>;
  readonly shareBefore: ReadonlySet<string>;
  readonly shareAfter: ReadonlySet<string>;
}

type NumberTables = {
  readonly [K in keyof Omit<NumberLexicon, 'vague' | 'couples'>]: NumberLexicon[K] extends Readonly<
    Record<string, infer V>
  >
    ? ReadonlyMap<string, V>
    : never;
} & ShareWords & {
    /** Every word that number words can begin with. */
    readonly starts: ReadonlySet<string>;
    readonly vague: Phrases<Pair>;
    readonly couples: Phrases<number>;
  };

/** A value made on first use and kept: the lexicon is read once, after the user's folders have been added. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Entries of one field over all files of a lexicon, the user's after the shipped ones. */
const entries = <T>(
  files: readonly Partial<Record<string, Readonly<Record<string, T>>>>[],
  field: string,
): [string, T][] => files.flatMap((file) => Object.entries(file[field] ?? {}));

/** The words of one field over all files: each file gives them as one string or as a list. */
export const wordSet = (
  files: readonly Partial<Record<string, unknown>>[],
  field: string,
): ReadonlySet<string> => new Set(files.flatMap((file) => wordList(file[field])));

function wordList(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.split(' ');
  return Array.isArray(value) ? value.map(String) : [];
}

/** `lexicon/figures-numbers.json`. */
export const numberTables = once((): NumberTables => {
  const files = lexiconFiles<Record<string, Record<string, never>>>('figures-numbers');
  const map = <T>(field: string): ReadonlyMap<string, T> => new Map(entries<T>(files, field));
  const tables = {
    words: map<number>('words'),
    scales: map<number>('scales'),
    scaleMarks: map<number>('scaleMarks'),
    scaleMarksOfMoney: map<number>('scaleMarksOfMoney'),
    dozens: map<number>('dozens'),
    fractions: map<number>('fractions'),
    vulgar: map<number>('vulgar'),
    vagueFactors: map<Pair>('vagueFactors'),
    vague: phrasesOf(entries<Pair>(files, 'vague')),
    shareDeterminers: wordSet(files, 'shareDeterminers'),
    shareBefore: wordSet(files, 'shareBefore'),
    shareAfter: wordSet(files, 'shareAfter'),
    couples: phrasesOf(entries<number>(files, 'couples')),
  };
  return { ...tables, starts: startsOf(tables) };
});

/** Words that make no number where they stand alone: "for naught" is no figure. */
const SILENT = /^(?:an?|of|n[ao]ught)$/;

/**
 * Whether words may hold a figure: a digit, the sign of a fraction, a word that number words are made of, or "no". Most lines
 * hold none of them, and need no closer look.
 */
export const mayCount = once((): RegExp => {
  const { words, scales, dozens, fractions, vulgar, vagueFactors, vague, couples } = numberTables();
  const phrases = [vague, couples].flatMap(({ first }) => [...first.values()].flat());
  const said = [
    ...[words, scales, dozens, fractions, vagueFactors].flatMap((map) => [...map.keys()]),
    ...phrases.map((phrase) => phrase.words.join(' ')),
  ].flatMap((phrase) => phrase.split(' '));
  const telling = new Set([...said, 'no'].filter((word) => !SILENT.test(word)));
  const escaped = [...telling].map(literal);
  return new RegExp(`\\d|[${[...vulgar.keys()].join('')}]|\\b(?:${escaped.join('|')})\\b`, 'i');
});

function startsOf({
  words,
  scales,
  dozens,
  vagueFactors,
  vague,
  couples,
}: Omit<NumberTables, 'starts'>): ReadonlySet<string> {
  const firsts = [words, scales, dozens, vague.first, couples.first].flatMap((map) => [...map.keys()]);
  return new Set([
    'a',
    'an',
    'half',
    ...firsts,
    ...[...vagueFactors.keys()].map((key) => key.split(' ')[0]!),
  ]);
}
