import { lexiconFiles } from '../text/lexicon.ts';
import { wordsIn } from './fold.ts';

/** ISO 3166 code of a country, or of one of its parts. */
export type Nation = string;

interface NationFile {
  readonly nations: Readonly<Record<Nation, readonly string[]>>;
}

/** What a text names: countries by name or demonym, and the words left over. */
export interface Named {
  readonly nations: ReadonlySet<Nation>;
  readonly rest: readonly string[];
}

interface Table {
  readonly phrases: ReadonlyMap<string, Nation>;
  readonly longest: number;
  readonly names: ReadonlyMap<Nation, string>;
}

let table: Table | null = null;

/** Tells the countries of a text apart from its other words, the longest names first: "North Korean" is no Korea. */
export function nationsIn(text: string): Named {
  const words = wordsIn(text);
  const { phrases, longest } = theTable();
  const nations = new Set<Nation>();
  const rest: string[] = [];
  for (let i = 0; i < words.length; ) {
    const [nation, length] = longestAt(words, i, phrases, longest);
    if (nation) nations.add(nation);
    else rest.push(words[i]!);
    i += length;
  }
  return { nations, rest };
}

/** Whether the code is a country's that the lexicon names. */
export const isKnown = (nation: Nation): boolean => theTable().names.has(nation);

/** The country's English name. */
export const nationName = (nation: Nation): string => theTable().names.get(nation) ?? nation;

function longestAt(
  words: readonly string[],
  from: number,
  phrases: ReadonlyMap<string, Nation>,
  longest: number,
): readonly [Nation | null, number] {
  for (let length = Math.min(longest, words.length - from); length > 0; length--) {
    const nation = phrases.get(words.slice(from, from + length).join(' '));
    if (nation) return [nation, length];
  }
  return [null, 1];
}

function theTable(): Table {
  table ??= load();
  return table;
}

function load(): Table {
  const phrases = new Map<string, Nation>();
  const names = new Map<Nation, string>();
  for (const { nations } of lexiconFiles<NationFile>('nations'))
    for (const [nation, words] of Object.entries(nations)) {
      if (!names.has(nation)) names.set(nation, words[0] ?? nation);
      for (const word of words) for (const form of formsOf(word)) phrases.set(form, nation);
    }
  const longest = Math.max(...[...phrases.keys()].map((phrase) => phrase.split(' ').length));
  return { phrases, longest, names };
}

/** A name's folded words, and with a plural ending. "us" the pronoun cannot be told from "US" once folded: it stays. */
function formsOf(word: string): readonly string[] {
  const form = wordsIn(word).join(' ');
  return /(?:s|ese|ish|ch)$/.test(form) ? [form] : [form, `${form}s`];
}
