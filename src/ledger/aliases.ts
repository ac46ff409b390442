import { lexiconFiles } from '../text/lexicon.ts';
import { wordsIn } from './fold.ts';
import { type Nation, nationName } from './nations.ts';

/** A body that goes by several names. */
interface Body {
  readonly name: string;
  readonly nation?: Nation;
  readonly aliases: readonly string[];
}

interface AliasFile {
  readonly bodies?: readonly Body[];
  readonly governments?: Readonly<Record<Nation, readonly string[]>>;
}

/** What a known alias stands for. A government is the country itself speaking. */
export interface Known {
  readonly name: string;
  readonly nation: Nation | null;
  readonly government: boolean;
}

let known: ReadonlyMap<string, Known> | null = null;
let longest = 1;

/** What the whole name stands for, a leading article aside; `null` where no alias is known. */
export const aliasOf = (name: string): Known | null => table().get(phraseOf(wordsIn(name))) ?? null;

/**
 * What a part of the name stands for, the longest alias first. Aliases of one word count only where the name writes
 * them in capitals as the lexicon does, so that "is" and "who" are no bodies.
 */
export function aliasWithin(name: string): Known | null {
  const phrases = table();
  const words = wordsIn(name);
  const capitals = new Set(name.match(/\p{Lu}[\p{L}\p{N}.]*/gu)?.map((word) => wordsIn(word).join(' ')));
  for (let length = Math.min(longest, words.length); length > 0; length--)
    for (let i = 0; i + length <= words.length; i++) {
      const found = phrases.get(words.slice(i, i + length).join(' '));
      if (found && (length > 1 || capitals.has(words[i]!))) return found;
    }
  return null;
}

const phraseOf = (words: readonly string[]): string =>
  (words[0] === 'the' ? words.slice(1) : words).join(' ');

function table(): ReadonlyMap<string, Known> {
  known ??= load();
  return known;
}

function load(): ReadonlyMap<string, Known> {
  const phrases = new Map<string, Known>();
  const add = (alias: string, value: Known): void => {
    const phrase = phraseOf(wordsIn(alias));
    phrases.set(phrase, value);
    longest = Math.max(longest, phrase.split(' ').length);
  };
  for (const { bodies = [], governments = {} } of lexiconFiles<AliasFile>('aliases')) {
    for (const { name, nation = null, aliases } of bodies)
      for (const alias of [name, ...aliases]) add(alias, { name, nation, government: false });
    for (const [nation, aliases] of Object.entries(governments))
      for (const alias of aliases) add(alias, { name: nationName(nation), nation, government: true });
  }
  return phrases;
}
