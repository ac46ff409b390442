import { madeOf } from '../../text/lexicon.ts';
import { verbForm } from '../statements/verbs.ts';

interface CueFile {
  readonly voice?: Readonly<Partial<Record<Weight | CueList, string>>>;
}

/**
 * `farther`: verbs that pass on another's word ("quoted a doctor as saying"). `places`: verbs that put a number at a
 * figure. `revises`: verbs that change such a number. `counts`: nouns for such numbers. `tellsOf`: verbs that give a number
 * behind "of" ("speaks of 40"). `reports`: verbs whose object is a number that their subject gives. `reckonings`: numbers
 * that are the word of whoever has them ("its estimate").
 */
export type CueList = 'farther' | 'places' | 'revises' | 'counts' | 'tellsOf' | 'reports' | 'reckonings';

/** How a cue gives a figure: as somebody's word, as a thought that a word beside it outweighs, or not at all. */
export type Weight = 'said' | 'thought' | 'none';

interface Cues {
  readonly weights: ReadonlyMap<string, Weight>;
  readonly lists: Readonly<Record<CueList, ReadonlySet<string>>>;
}

/** What a cue, by its dictionary form, makes of a figure in its content. Words that attribute nothing give none. */
export function weightOf(lemma: string): Weight {
  const listed = cues().weights.get(lemma);
  if (listed) return listed;
  const classes = verbForm(lemma)?.classes ?? [];
  return classes.includes('speech') || classes.includes('show') ? 'said' : 'none';
}

/** Whether a word, in its dictionary form where it is a verb, is in one of the lexicon's lists. */
export const inCueList = (list: CueList, word: string): boolean => cues().lists[list].has(word);

const cues = madeOf('statements', (files: readonly CueFile[]): Cues => {
  const listOf = (name: Weight | CueList) =>
    files.flatMap(({ voice }) => (voice?.[name] ?? '').split(' ').filter(Boolean));
  const weights = (['said', 'thought', 'none'] as const).flatMap((weight) =>
    listOf(weight).map((lemma) => [lemma, weight] as const),
  );
  const lists = {
    farther: new Set(listOf('farther')),
    places: new Set(listOf('places')),
    revises: new Set(listOf('revises')),
    counts: new Set(listOf('counts')),
    tellsOf: new Set(listOf('tellsOf')),
    reports: new Set(listOf('reports')),
    reckonings: new Set(listOf('reckonings')),
  };
  return { weights: new Map(weights), lists };
});
