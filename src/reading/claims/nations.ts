import { lexiconFiles } from '../../text/lexicon.ts';

interface NationFile {
  readonly nations: Readonly<Record<string, readonly string[]>>;
  /** Parts of the world that hold many countries. */
  readonly wide?: readonly string[];
}

interface AliasFile {
  readonly governments?: Readonly<Record<string, readonly string[]>>;
}

/** A country as it is named at a place of the text. */
export interface Mentioned {
  readonly code: string;
  /** First and last token. */
  readonly first: number;
  readonly last: number;
}

interface Names {
  readonly codes: ReadonlyMap<string, string>;
  readonly adjectives: ReadonlyMap<string, string>;
  readonly countries: ReadonlyMap<string, string>;
  readonly places: ReadonlySet<string>;
  /** By the first word of names: how many words the longest of them has. */
  readonly longest: ReadonlyMap<string, number>;
}

let names: Names | undefined;

function table(): Names {
  names ??= load();
  return names;
}

/** The countries that a sentence names, by name, demonym or capital ("Moscow is losing 1,200 soldiers"). */
export function nationsOf(words: readonly string[]): readonly Mentioned[] {
  const { codes, longest } = table();
  const found: Mentioned[] = [];
  for (let i = 0; i < words.length; i++) {
    for (let length = Math.min(longest.get(words[i]!) ?? 0, words.length - i); length > 0; length--) {
      const code = codes.get(length > 1 ? words.slice(i, i + length).join(' ') : words[i]!);
      if (!code) continue;
      found.push({ code, first: i, last: i + length - 1 });
      i += length - 1;
      break;
    }
  }
  return found;
}

/** "North Korean" of the country KP. */
export const adjectiveOf = (code: string): string => table().adjectives.get(code) ?? code;

/** "Alderia": a country by its own name. */
export const nameOf = (code: string): string => table().countries.get(code) ?? code;

/** Whether a mention names the country itself, not its people, its government or its capital. */
export const isByName = (words: readonly string[], { first, last }: Mentioned): boolean =>
  isCountry(words.slice(first, last + 1).join(' '));

/** Whether words name a country or a wider part of the world, not its people or its government. */
export const isCountry = (words: string): boolean => table().places.has(words.toLowerCase());

function load(): Names {
  const codes = new Map<string, string>();
  const adjectives = new Map<string, string>();
  const countries = new Map<string, string>();
  const places = new Set<string>();
  const files = lexiconFiles<NationFile>('nations');
  for (const { wide } of files) for (const word of wide ?? []) places.add(word.toLowerCase());
  for (const { nations } of files)
    for (const [code, list] of Object.entries(nations)) {
      adjectives.set(code, adjective(list));
      countries.set(code, list[0] ?? code);
      for (const [i, word] of list.entries()) {
        addForms(codes, word, code);
        if (i === 0 || !DEMONYM.test(word)) places.add(word.toLowerCase());
      }
    }
  for (const { governments } of lexiconFiles<AliasFile>('aliases'))
    for (const [code, list] of Object.entries(governments ?? {}))
      for (const word of list) addForms(codes, word, code);
  codes.delete('us');
  return { codes, adjectives, countries, places, longest: longestByFirst(codes.keys()) };
}

function longestByFirst(names: Iterable<string>): ReadonlyMap<string, number> {
  const longest = new Map<string, number>();
  for (const name of names) {
    const words = name.split(' ');
    longest.set(words[0]!, Math.max(longest.get(words[0]!) ?? 0, words.length));
  }
  return longest;
}

const DEMONYM = /(?:an|ese|ish|ch|i|ian|ean|man|men|er|ot|ab)$/;

/** The demonym that serves as an adjective: the first name that ends as one, else the country's name. */
const adjective = ([name = '', ...rest]: readonly string[]): string =>
  rest.find((word) => /(?:an|ese|ish|ch|[a-z]i|ous|ic)$/.test(word)) ??
  rest.find((word) => DEMONYM.test(word)) ??
  name;

/** A name in the tokens' lower case; "U.S." and "N. Korean" stay whole, since the tokens are. */
function addForms(codes: Map<string, string>, word: string, code: string): void {
  const form = word.toLowerCase();
  for (const key of [form, `${form}s`]) if (!codes.has(key)) codes.set(key, code);
}
