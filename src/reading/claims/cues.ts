import { lexiconFiles } from '../../text/lexicon.ts';
import { verbForm } from '../statements/verbs.ts';

interface CueFile {
  readonly voice?: Readonly<Partial<Record<'said' | 'thought' | 'none' | 'farther', string>>>;
}

/** How a cue gives a figure: as somebody's word, as a thought that a word beside it outweighs, or not at all. */
export type Weight = 'said' | 'thought' | 'none';

interface Cues {
  readonly files: readonly CueFile[];
  readonly weights: ReadonlyMap<string, Weight>;
  readonly farther: ReadonlySet<string>;
}

let loaded: Cues | undefined;

/** What a cue, by its dictionary form, makes of a figure in its content. Words that attribute nothing give none. */
export function weightOf(lemma: string): Weight {
  const listed = cues().weights.get(lemma);
  if (listed) return listed;
  const classes = verbForm(lemma)?.classes ?? [];
  return classes.includes('speech') || classes.includes('show') ? 'said' : 'none';
}

/** Whether the cue names whose word it passes on: "quoted a doctor as saying". */
export const passesOn = (lemma: string): boolean => cues().farther.has(lemma);

function cues(): Cues {
  const files = lexiconFiles<CueFile>('statements');
  if (loaded?.files === files) return loaded;
  const listOf = (name: Weight | 'farther') =>
    files.flatMap(({ voice }) => (voice?.[name] ?? '').split(' ').filter(Boolean));
  const weights = (['said', 'thought', 'none'] as const).flatMap((weight) =>
    listOf(weight).map((lemma) => [lemma, weight] as const),
  );
  loaded = { files, weights: new Map(weights), farther: new Set(listOf('farther')) };
  return loaded;
}
