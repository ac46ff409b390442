import { lexiconFiles } from '../../text/lexicon.ts';
import type { SpeakerKind } from '../statement.ts';
import { wordsIn } from './verbs.ts';

/** What a head noun makes of a speaker; documents speak for whoever made them. */
export type HeadKind = SpeakerKind | 'document';

interface SpeakerFile {
  readonly heads: Readonly<Record<string, string>>;
  readonly anonymous: string;
  readonly heads_of_state: string;
  readonly bodies: string;
  /** Nouns that any body may be called by. */
  readonly anyBody: string;
  /** Nouns for several people that are no plural. */
  readonly groupNouns: string;
  /** Words that are a title only before another: "defence" in "defence minister". */
  readonly titleModifiers: string;
  readonly personTitles: string;
  readonly plainTitles: string;
  readonly capitals: string;
  readonly countries: string;
  readonly countryWords: string;
  readonly mediaNames: string;
  readonly mediaHeads: string;
  readonly agencyNames: string;
  readonly statesHouses: readonly string[];
  readonly male: string;
  readonly female: string;
}

type ListName = Exclude<keyof SpeakerFile, 'heads' | 'statesHouses'>;

interface Speakers {
  readonly heads: ReadonlyMap<string, readonly HeadKind[]>;
  readonly lists: Map<ListName, ReadonlySet<string>>;
  readonly houses: readonly string[];
  readonly files: readonly SpeakerFile[];
}

const compiled = new WeakMap<readonly unknown[], Speakers>();

/** The kinds that a noun gives a speaker, the likelier first; empty for other words. A form in -s counts as its stem does, and the other way round. */
export function headKinds(word: string): readonly HeadKind[] {
  const { heads } = speakers();
  return heads.get(word) ?? heads.get(word.endsWith('s') ? word.slice(0, -1) : `${word}s`) ?? [];
}

/** Whether a lower-case word stands in one of the lexicon's lists of speakers' words. */
export function listed(name: ListName, word: string): boolean {
  const { lists, files } = speakers();
  const set = lists.get(name) ?? new Set(files.flatMap((file) => wordsIn(file[name])));
  lists.set(name, set);
  return set.has(word);
}

/** Whether the name, lower case, is of a government's seat: "White House". */
export const isHouse = (name: string): boolean => speakers().houses.some((house) => name.includes(house));

function speakers(): Speakers {
  const files = lexiconFiles<SpeakerFile>('statements-sources');
  let known = compiled.get(files);
  if (!known) {
    const heads = new Map<string, HeadKind[]>();
    for (const file of files)
      for (const [kind, list] of Object.entries(file.heads ?? {}))
        for (const word of wordsIn(list)) heads.set(word, [...(heads.get(word) ?? []), kind as HeadKind]);
    known = { heads, lists: new Map(), houses: files.flatMap((file) => file.statesHouses ?? []), files };
    compiled.set(files, known);
  }
  return known;
}
