import { lexiconFiles } from '../../text/lexicon.ts';
import { once, wordSet } from './data.ts';
import { type Phrases, phrasesOf } from './phrases.ts';

interface PersonTables {
  readonly nouns: ReadonlySet<string>;
  readonly endings: readonly string[];
  readonly notEndings: ReadonlySet<string>;
  readonly behind: ReadonlySet<string>;
  readonly ahead: Phrases<true>;
  readonly near: ReadonlySet<string>;
  readonly outcomes: ReadonlySet<string>;
  readonly demonyms: ReadonlySet<string>;
  readonly notOne: ReadonlySet<string>;
}

interface PersonLexicon {
  readonly nouns?: string;
  readonly cues?: {
    readonly behind?: readonly string[];
    readonly ahead?: readonly string[];
    readonly near?: readonly string[];
  };
}

/** Whether a noun, in any number, counts persons: listed, a people's name, or made with an ending that makes persons. */
export function isPersonNoun(noun: string): boolean {
  const { nouns, endings, notEndings, demonyms } = personTables();
  const word = noun.replace(/'s?$/, '');
  if (nouns.has(word) || demonyms.has(word)) return true;
  return (
    !notEndings.has(word) &&
    endings.some((ending) => word.length > ending.length + 1 && word.endsWith(ending))
  );
}

/** Whether a lower-case noun looks like a plural. */
export const isPlural = (noun: string): boolean =>
  (/(?:[^s']s|people|men|women|children|police|troops|feet|dead|wounded|injured|personnel)$/.test(noun) &&
    !/(?:[iu]s|news)$/.test(noun)) ||
  /(?:viruses|buses)$/.test(noun);

/** `lexicon/figures-persons.json` with the peoples of `lexicon/nations.json`. */
export const personTables = once((): PersonTables => {
  const files = lexiconFiles<PersonLexicon & Record<string, unknown>>('figures-persons');
  const cues = files.map((file) => file.cues ?? {});
  return {
    nouns: wordSet(files, 'nouns'),
    endings: [...wordSet(files, 'endings')],
    notEndings: wordSet(files, 'notEndings'),
    behind: new Set(cues.flatMap((cue) => cue.behind ?? [])),
    ahead: phrasesOf(cues.flatMap((cue) => cue.ahead ?? []).map((words): [string, true] => [words, true])),
    near: new Set(cues.flatMap((cue) => cue.near ?? [])),
    outcomes: wordSet(files, 'singularOutcomes'),
    demonyms: demonyms(),
    notOne: wordSet(files, 'notOne'),
  };
});

/** Last words of peoples' names as plurals: "koreans", "russians", "chinese". */
function demonyms(): ReadonlySet<string> {
  const files = lexiconFiles<{ readonly nations?: Readonly<Record<string, readonly string[]>> }>('nations');
  const names = files.flatMap((file) => Object.values(file.nations ?? {}).flatMap((words) => words.slice(1)));
  const lasts = names.map((name) => name.toLowerCase().split(' ').at(-1) ?? '');
  return new Set(lasts.flatMap((last) => (/(?:ese|ish|ch)$/.test(last) ? [last] : [`${last}s`])));
}
