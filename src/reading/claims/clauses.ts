import { madeOf } from '../../text/lexicon.ts';
import { literal } from '../../text/literal.ts';
import { singular } from './inflect.ts';

/** Lists of single words, each a set. */
const WORDS = [
  'be',
  'have',
  'modal',
  'link',
  'adverb',
  'relative',
  'break',
  'preposition',
  'list',
  'toll',
  'container',
  'eventNoun',
  'eventVerb',
  'meeting',
  'stateWord',
  'reckoning',
  'occasion',
  'stateVerb',
  'means',
  'organisation',
  'losing',
  'sending',
  'force',
  'pointing',
  'predicative',
  'lasting',
] as const;
/** Lists of phrases, each one expression over lower-case text. */
const PHRASES = ['totalPhrase', 'eventPhrase', 'statePhrase'] as const;

type WordList = (typeof WORDS)[number];
type PhraseList = (typeof PHRASES)[number];
type ClauseFile = Readonly<Partial<Record<WordList | PhraseList, string>>>;

/** The closed word classes of `lexicon/clauses.json`. */
export type Clauses = Readonly<Record<WordList, ReadonlySet<string>> & Record<PhraseList, RegExp>>;

/** The word classes by which a clause is taken apart; words of a user's own folder come on top. */
export const clauses = madeOf('clauses', compile);

/** "attack", "attacks": a noun of a single happening, by its singular. */
export const isEventNoun = (word: string): boolean => hasNoun(clauses().eventNoun, word);

/** An event or an occasion: what a day may be told of. */
export const isOccasion = (word: string): boolean => isEventNoun(word) || hasNoun(clauses().occasion, word);

/** Whether a list has a noun or its singular. */
function hasNoun(nouns: ReadonlySet<string>, word: string): boolean {
  if (nouns.has(word)) return true;
  const one = singular(word);
  return one !== word && nouns.has(one);
}

function compile(files: readonly ClauseFile[]): Clauses {
  const words = WORDS.map((name) => [name, new Set(listed(files, name, ' '))] as const);
  const phrases = PHRASES.map((name) => [name, anyOf(listed(files, name, '|'))] as const);
  return Object.fromEntries([...words, ...phrases]) as unknown as Clauses;
}

const listed = (
  files: readonly ClauseFile[],
  name: WordList | PhraseList,
  separator: string,
): readonly string[] => files.flatMap((file) => (file[name] ?? '').split(separator)).filter(Boolean);

/** Matches any of the words as whole words of lower-case text; nothing where there are none. */
export function anyOf(words: readonly string[]): RegExp {
  const escaped = words.map((word) => literal(word.toLowerCase()));
  return words.length ? new RegExp(`(?<![a-z0-9])(?:${escaped.join('|')})(?![a-z0-9])`) : /(?!)/;
}
