import type { Passage, Run } from './passage.ts';
import { headKinds, listed } from './speakers.ts';
import { wordSet } from './verbs.ts';

/** A run of capitalised words outside headlines. */
export interface Mention extends Run {
  /** The name's words without titles before it: "Ada Moreno" of "Interior Minister Ada Moreno". */
  readonly name: string;
  /** Lower-case words that stood before the name as its titles. */
  readonly titles: readonly string[];
  /** Surely a person's: it carries a title, or its last word alone is used for it elsewhere. */
  readonly person: boolean;
}

/** The names of an article. */
export interface Mentions {
  readonly all: readonly Mention[];
  /** Longer names by the folded last word. */
  readonly byLast: ReadonlyMap<string, Mention>;
  /** Folded last words of people whom the article gives a title or a full name, with their titles. */
  readonly people: ReadonlyMap<string, readonly string[]>;
  /** The first bearer of each title. */
  readonly titled: ReadonlyMap<string, Mention>;
  /** Long names by the letters in brackets behind them: "Office of Water Safety" by "OWS". */
  readonly byAcronym: ReadonlyMap<string, string>;
}

const PERSON =
  /^(?:\p{Lu}\p{Ll}[\p{L}'’-]*|\p{Lu}\.?)(?: (?:al|bin|ibn|de|da|del|la|van|von|der|el|\p{Lu}\.?(?:\p{Lu}\.)*|[\p{L}'’-]*\p{Lu}\p{Ll}[\p{L}'’-]*)){1,4}$/u;
const JOINING = new Set([
  'of',
  'the',
  'de',
  'al',
  'bin',
  'van',
  'von',
  'der',
  'da',
  'del',
  'la',
  'ibn',
  '&',
  '-',
  'for',
  'and',
]);
const FUNCTION_WORDS = new Set(
  'the a an in on at by for from to of with and or but nor not no if as it its his her their our your my he she they we i you this that these those there then when while after before since although though because so yet also however meanwhile earlier later more most some many few several all both each every any other another such what who which where why how'.split(
    ' ',
  ),
);

const known = new WeakMap<Passage, Mentions>();

/** Every capitalised name of the passage, and the ways to look the full ones up; made once for all that ask. */
export function mentionsOf(passage: Passage): Mentions {
  const mentions = known.get(passage) ?? mentionsIn(passage);
  known.set(passage, mentions);
  return mentions;
}

function mentionsIn(passage: Passage): Mentions {
  const all = passage.sentences.flatMap((sentence) =>
    isTitleCase(passage, sentence) ? [] : namesIn(passage, sentence),
  );
  const lone = new Set(all.filter(({ name }) => !name.includes(' ')).map(({ name }) => foldName(name)));
  const byLast = new Map<string, Mention>();
  const named = all.map((mention) => {
    const words = mention.name.split(' ');
    const last = foldName(words.at(-1)!);
    const person = mention.person || (lone.has(last) && likePerson(passage, mention));
    const found = { ...mention, person };
    const known = byLast.get(last);
    if (likePerson(passage, mention) && (!known || (person && !known.person))) byLast.set(last, found);
    return found;
  });
  const titled = new Map(
    named.toReversed().flatMap((mention) => mention.titles.map((title) => [title, mention])),
  );
  return { all: named, byLast, people: peopleOf(named), titled, byAcronym: acronyms(passage) };
}

function peopleOf(named: readonly Mention[]): ReadonlyMap<string, readonly string[]> {
  const people = new Map<string, readonly string[]>();
  for (const { person, name, titles } of named) {
    const last = foldName(name.split(' ').at(-1)!);
    if (person) people.set(last, [...(people.get(last) ?? []), ...titles]);
  }
  return people;
}

/** The mentions that lie wholly within a run. */
export function mentionsWithin({ all }: Mentions, { from, to }: Run): readonly Mention[] {
  let end = firstFrom(all, from);
  const start = end;
  while (end < all.length && all[end]!.to <= to) end++;
  return all.slice(start, end);
}

/** The last mention between two tokens that passes the test. */
export function lastMention(
  { all }: Mentions,
  before: number,
  floor: number,
  test: (mention: Mention) => boolean,
): Mention | undefined {
  for (let i = firstFrom(all, before) - 1; i >= 0 && all[i]!.from >= floor; i--)
    if (all[i]!.to <= before && test(all[i]!)) return all[i];
  return undefined;
}

/** Place of the first mention that begins at a token or behind it. */
function firstFrom(all: readonly Mention[], token: number): number {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (all[middle]!.from < token) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Two to four words that a person's name can be made of. */
export function likePerson({ tokens }: Passage, { from, to, name }: Mention): boolean {
  if (!PERSON.test(name) || isPlaceOrBody(foldName(name.split(' ').at(-1)!))) return false;
  for (let i = from; i < to; i++) if (!/^(?:PROPN|X|PUNCT|ADP|DET)$/.test(tokens[i]!.upos)) return false;
  return !name
    .toLowerCase()
    .split(/[ -]/)
    .some((word) => isPlaceOrBody(word) || headKinds(word).length > 0);
}

/** Spelling variants of one name under one key: "Moroz" and "Moroz's", "Zaluzhny" and "Zaluzhnyi". */
export const foldName = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/['’]s?$/, '')
    .replace(/[iy]+$/, 'y');

/** Whether the capitals of a sentence tell nothing, as in most headlines. */
function isTitleCase(passage: Passage, { from, to }: Run): boolean {
  let words = 0;
  let capitals = 0;
  for (let i = from; i < to; i++) {
    if (!/^\p{L}{4,}/u.test(passage.tokens[i]!.text)) continue;
    words++;
    if (isCapital(passage, i)) capitals++;
  }
  return words > 4 && capitals > words * 0.7;
}

const isCapital = (passage: Passage, i: number): boolean => /^\p{Lu}/u.test(passage.tokens[i]!.text);

const startsName = (passage: Passage, i: number): boolean =>
  isCapital(passage, i) &&
  passage.tokens[i]!.upos !== 'AUX' &&
  !FUNCTION_WORDS.has(passage.words[i]!) &&
  !wordSet('times').has(passage.words[i]!);

function namesIn(passage: Passage, { from, to }: Run): readonly Mention[] {
  const found: Mention[] = [];
  let i = from;
  while (i < to) {
    if (!startsName(passage, i)) {
      i++;
      continue;
    }
    const end = nameEnd(passage, i, to);
    const mention = mentionAt(passage, { from: i, to: end }, from);
    if (mention) found.push(mention);
    i = end;
  }
  return found;
}

function nameEnd(passage: Passage, from: number, to: number): number {
  let end = from + 1;
  for (let i = end; i < to && i < from + 10; i++) {
    const hyphened = passage.words[i - 1] === '-' && touchesLast(passage, i) && touchesLast(passage, i - 1);
    if (isCapital(passage, i) || hyphened || /^\d+(?:st|nd|rd|th)$/.test(passage.words[i]!)) end = i + 1;
    else if (!JOINING.has(passage.words[i]!) || passage.words[i] === 'and' || i - end > 1) break;
  }
  return end;
}

/** Whether no blank stands before the token. */
const touchesLast = ({ tokens }: Passage, i: number): boolean => tokens[i]!.start === tokens[i - 1]!.end;

function mentionAt(passage: Passage, run: Run, sentenceFrom: number): Mention | null {
  const parts = namePart(passage, run, sentenceFrom);
  const name = textOf(passage, parts.run);
  return name ? { ...parts.run, name, titles: parts.titles, person: parts.titles.length > 0 } : null;
}

/** A name's own words behind its titles, those in lower case just before it included. */
export function namePart(
  passage: Passage,
  run: Run,
  floor: number,
): { readonly run: Run; readonly titles: readonly string[] } {
  let cut = run.from;
  for (let i = run.from; i < run.to - 1; i++) if (isTitle(passage, run, i)) cut = i + 1;
  const behind = cut;
  // "Secretary of State Ana Ruiz": the title goes on.
  if (cut > run.from && passage.words[cut] === 'of' && run.to - cut > 3) cut += 2;
  const rest = { from: cut, to: bodyOf(passage, { from: cut, to: run.to }) };
  const start = cut > run.from ? run.from : floor;
  const titles: string[] = [];
  for (let i = behind - 1; i >= start && listed('personTitles', bare(passage.words[i]!)); i--)
    titles.unshift(bare(passage.words[i]!));
  return titles.length && personLike(passage, rest) ? { run: rest, titles } : { run, titles: [] };
}

/** Where a name behind its titles ends: "Ada Moreno" of "Ada Moreno of Alder College". */
function bodyOf({ words }: Passage, { from, to }: Run): number {
  const of = words.indexOf('of', from);
  return of > from + 1 && of < to ? of : to;
}

const bare = (word: string): string => word.replace(/\.$/, '');

function isTitle(passage: Passage, run: Run, i: number): boolean {
  const word = bare(passage.words[i]!);
  if (!listed('personTitles', word) || passage.words[i + 1] === "'s") return false;
  if (listed('titleModifiers', word)) return false;
  return word !== 'general' || i > run.from || run.to - i > 2;
}

function personLike(passage: Passage, run: Run): boolean {
  if (run.from >= run.to || run.to - run.from > 6) return false;
  for (let i = run.from; i < run.to; i++)
    if (passage.words[i] === "'s" || passage.words[i] === 'for') return false;
  const first = passage.words[run.from]!;
  return (
    isCapital(passage, run.from) && !isPlaceOrBody(passage.words[run.to - 1]!) && !listed('countries', first)
  );
}

/** Whether a name that ends so is a place or a body rather than a person. */
export const isPlaceOrBody = (word: string): boolean =>
  listed('bodies', word) ||
  listed('countries', word) ||
  listed('capitals', word) ||
  listed('countryWords', word);

/** The words of a run as the article writes them, line breaks made blanks. */
export function textOf(passage: Passage, { from, to }: Run): string {
  if (from >= to) return '';
  return passage.article.text
    .slice(passage.tokens[from]!.start, passage.tokens[to - 1]!.end)
    .replace(/\s+/g, ' ');
}

const ACRONYM = /^[A-Z]{2,6}$/;

function acronyms(passage: Passage): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (let i = 1; i < passage.tokens.length - 1; i++) {
    const letters = passage.tokens[i]!.text;
    if (
      passage.words[i - 1] !== '(' ||
      passage.words[i + 1] !== ')' ||
      !ACRONYM.test(letters) ||
      found.has(letters)
    )
      continue;
    const from = longFormStart(passage, i - 1, letters);
    if (from < i - 1) found.set(letters, textOf(passage, { from, to: i + 2 }));
  }
  return found;
}

/** Where the name before the bracket begins: where its initials spell the letters, or at the nearest function word. */
function longFormStart(passage: Passage, bracket: number, letters: string): number {
  const floor = Math.max(passage.sentences[passage.sentenceOf[bracket]!]!.from, bracket - 9);
  let initials = '';
  let fallback = bracket;
  let open = true;
  for (let i = bracket - 1; i >= floor; i--) {
    const text = passage.tokens[i]!.text;
    if (/^[,;:.!?“”"]$/.test(text)) break;
    if (isCapital(passage, i)) initials = text[0]! + initials;
    if (initials === letters) return i;
    open &&= !FUNCTION_WORDS.has(passage.words[i]!) || passage.words[i] === 'of';
    if (open) fallback = i;
  }
  return fallback;
}
