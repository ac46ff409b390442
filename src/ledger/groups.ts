import { lexiconFiles } from '../text/lexicon.ts';
import { stem, wordsIn } from './fold.ts';
import { type Nation, nationsIn } from './nations.ts';
import { shares } from './sets.ts';

/** What a counted noun names. `of` is the wider kind; a strict kind is counted apart from its siblings. */
interface Kind {
  readonly name: string;
  readonly of?: string;
  readonly strict?: boolean;
  readonly words: string;
}

interface GroupFile {
  readonly kinds?: readonly Kind[];
  readonly empty?: string;
}

/** Whom or what a figure counts, taken apart. */
export interface Group {
  readonly nations: ReadonlySet<Nation>;
  /** Kinds that its nouns name, "people" among them only where nothing narrower is. */
  readonly kinds: ReadonlySet<string>;
  /** Stems that no kind and no country covers: "territory" for "North Korean territory". */
  readonly stems: ReadonlySet<string>;
  /** Names in the words, as skeletons would not help here: folded words written with a capital. */
  readonly names: ReadonlySet<string>;
  /** Parties of the story among its names, without their endings: "varon" for Varonia and Varonians. */
  readonly parties: ReadonlySet<string>;
  /** "two others", "another 12", "2.5 million more": beside those named before. */
  readonly beside: boolean;
}

/** How one group stands to another. `rival`: two parts of one kind, crew and passengers. `unsure` where one says too little: "the 21", "12 others". */
export type GroupRelation = 'same' | 'alike' | 'narrower' | 'wider' | 'rival' | 'apart' | 'unsure';

interface Lexicon {
  readonly kindOf: ReadonlyMap<string, readonly string[]>;
  readonly kinds: ReadonlyMap<string, Kind>;
  readonly empty: ReadonlySet<string>;
}

/** The loose kind of people under a noun that the lexicon lacks. */
const ROLE = 'role';

let lexicon: Lexicon | null = null;

/** Takes the words for what is counted apart. Nouns that no kind covers are a role of people where persons are counted. */
export function groupOf(words: string, unit = 'item'): Group {
  const { kindOf, empty } = theLexicon();
  const { nations, rest } = nationsIn(words);
  const capitals = new Set(
    (words.match(/(?<=\s|^|["“#])\p{Lu}[\p{L}\p{N}'’-]*/gu) ?? []).flatMap((word) => wordsIn(word)),
  );
  const kinds = new Set<string>();
  const stems = new Set<string>();
  const names = new Set<string>();
  for (const word of rest) {
    const root = stem(word);
    const known = kindOf.get(root) ?? kindOf.get(word);
    if (known) for (const kind of known) kinds.add(kind);
    else if (capitals.has(word) && word.length > 1) names.add(root);
    else if (!empty.has(word) && !/^\d/.test(word) && word.length > 2) stems.add(root);
  }
  if (kinds.size > 1) kinds.delete('people');
  if (nations.size && !kinds.size && !stems.size) kinds.add('people');
  if (unit === 'person' && !kinds.size && stems.size) kinds.add(ROLE);
  return {
    nations,
    kinds,
    stems,
    names,
    parties: new Set(),
    beside: /\b(?:others?|more|another|additional|further)\b/i.test(words),
  };
}

/** How group `a` stands to `b`, by countries first, then by kinds, then by the nouns themselves. */
export function relate(a: Group, b: Group): GroupRelation {
  if (areForeign(a, b)) return 'apart';
  if (isBare(a) || isBare(b)) return 'unsure';
  if (a.kinds.size && b.kinds.size) return byKinds(a, b);
  if (meets(a.stems, b.stems)) return 'same';
  return a.kinds.size || b.kinds.size ? (meets(a.names, b.names) ? 'unsure' : 'apart') : 'apart';
}

/** Whether both are of a country, or of a party of the story, and none is shared: own and enemy. */
export const areForeign = (a: Group, b: Group): boolean =>
  differ(a.nations, b.nations) || (differ(a.parties, b.parties) && !meets(a.nations, b.nations));

const differ = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean => a.size > 0 && b.size > 0 && !meets(a, b);

function byKinds(a: Group, b: Group): GroupRelation {
  if (a.kinds.has(ROLE) && b.kinds.has(ROLE)) return meets(a.stems, b.stems) ? 'same' : 'alike';
  if (meets(a.kinds, b.kinds)) return 'same';
  const [x, y] = [widest(a), widest(b)];
  if (x !== y) return 'apart';
  const [narrowA, narrowB] = [isStrict(a), isStrict(b)];
  if (narrowA && narrowB) return 'rival';
  if (narrowA && b.kinds.has(x)) return 'narrower';
  if (narrowB && a.kinds.has(x)) return 'wider';
  return 'alike';
}

/** Whether the words name neither a kind nor a thing. */
export const isBare = (group: Group): boolean => !group.kinds.size && !group.stems.size;

const meets = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean => shares(a, b);

const isStrict = ({ kinds }: Group): boolean =>
  [...kinds].some((kind) => theLexicon().kinds.get(kind)?.strict === true);

/** The widest kind that contains the group's: "people" for soldiers and passengers alike. */
function widest({ kinds }: Group): string {
  const { kinds: all } = theLexicon();
  const up = (name: string): string => {
    const of = all.get(name)?.of;
    return of === undefined || of === name ? name : up(of);
  };
  return [...kinds].map(up).sort()[0] ?? '';
}

function theLexicon(): Lexicon {
  lexicon ??= load();
  return lexicon;
}

function load(): Lexicon {
  const kindOf = new Map<string, readonly string[]>();
  const kinds = new Map<string, Kind>();
  const empty = new Set<string>();
  for (const file of lexiconFiles<GroupFile>('groups')) {
    for (const kind of file.kinds ?? []) {
      kinds.set(kind.name, kind);
      for (const word of kind.words.split(' ').filter(Boolean))
        kindOf.set(stem(word), [...(kindOf.get(stem(word)) ?? []), kind.name]);
    }
    for (const word of (file.empty ?? '').split(' ')) empty.add(word);
  }
  return { kindOf, kinds, empty };
}
