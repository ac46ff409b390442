import type { BlockKind } from '../text/article.ts';
import { lexiconFiles } from '../text/lexicon.ts';
import { literal } from '../text/literal.ts';
import { folded, type Passage } from './passage.ts';

/** What a passage's own words say that it is. */
export interface Cue {
  readonly kind: BlockKind | 'list';
  readonly reason: string;
}

interface Phrases {
  readonly reason: string;
  readonly whole?: readonly string[];
  readonly starts?: readonly string[];
  readonly has?: readonly string[];
  /** Holds only behind the story. */
  readonly tail?: boolean;
  /** For `starts`: words of the longest passage that they make furniture. */
  readonly most?: number;
}

interface FurnitureFile {
  readonly furniture?: readonly Phrases[];
  readonly lists?: { readonly whole: readonly string[]; readonly starts: readonly string[] };
  readonly teasers?: { readonly labels: readonly string[] };
  readonly captions?: {
    readonly starts: readonly string[];
    readonly has: readonly string[];
    readonly agencies: readonly string[];
    readonly galleries?: readonly string[];
  };
}

interface Compiled {
  readonly whole: ReadonlyMap<string, Cue>;
  /** Openings by their first word, the longest first. */
  readonly starts: ReadonlyMap<string, readonly (readonly [string, Cue, number])[]>;
  readonly has: readonly (readonly [RegExp, Cue])[];
  readonly tail: readonly (readonly [RegExp, Cue])[];
  readonly captionHas: RegExp;
  readonly gallery: RegExp;
  readonly captionAgency: RegExp;
  readonly label: RegExp;
  readonly shoutedLabel: RegExp;
}

/** No more words than this in a passage that one phrase makes furniture. */
const MOST_WORDS = 40;
const MOST_CAPTION_WORDS = 90;
const FURNITURE: BlockKind = 'furniture';
const CAPTION: Cue = { kind: 'caption', reason: 'caption' };
/** A picture's credit by itself: "Ilse Marn/TCN". */
const NAME_AND_OUTLET = /^\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){1,2}\/[\p{Lu}\d][\p{L}\d .&-]{1,24}$/u;
const CREDIT_IN_BRACKETS =
  /[([](?:photos?|photo source|image|picture|credit|source|courtesy|file|video|graphic|illustration|pictured?|screenshot|screengrab|provided|handout|ap|afp|getty)\b[^()[\]]{0,90}[)\]]\s*(?:buy photo)?$/i;
const NAME_AND_AGENCY =
  /(?:[([]\s*[^()[\]]{0,60}[\p{L}.]\s*\/\s*(?:the\s+)?\p{Lu}[^()[\]]{1,60}[)\]]|[\p{Lu}][\p{L}.'-]+(?: [\p{Lu}][\p{L}.'-]+){0,3}\s?\/\s?(?:AP|AFP|Reuters|REUTERS|EPA|Getty(?: Images)?|PA|Bloomberg|Xinhua|TASS|Shutterstock|Rex|NurPhoto|Anadolu(?: Agency)?))\.?$/u;

let compiled: Compiled | null = null;

/** What the passage's own words say it is; `null` where they tell nothing. */
export function cueOf(passage: Passage): Cue | null {
  compiled ??= compile(lexiconFiles<FurnitureFile>('intake-furniture'));
  if (compiled.gallery.test(folded(passage.words.slice(0, 300)))) return CAPTION;
  if (passage.count > MOST_CAPTION_WORDS || passage.words.length > 900) return null;
  const words = folded(passage.words);
  return (
    listCue(words, passage, compiled) ??
    compiled.whole.get(words.replace(/\d[\d,.]*[km]?/g, '#')) ??
    captionCue(passage, words, compiled) ??
    labelCue(passage, compiled) ??
    (passage.count > MOST_WORDS || opensQuotation(passage)
      ? null
      : (startCue(words, passage, compiled) ?? phraseCue(words, compiled.has)))
  );
}

/** What a passage behind the story is by words that would tell nothing within it. */
export function tailCueOf(passage: Passage): Cue | null {
  compiled ??= compile(lexiconFiles<FurnitureFile>('intake-furniture'));
  return passage.count > 60 || passage.words.length > 600
    ? null
    : phraseCue(folded(passage.words), compiled.tail);
}

/** The heading of a list of other stories, with the words that follow it on its line. */
function listCue(words: string, passage: Passage, rules: Compiled): Cue | null {
  const cue =
    passage.count <= 10 && !/[:|]\s*\S/.test(passage.words) ? startCue(words, passage, rules) : null;
  return cue?.kind === 'list' ? cue : null;
}

const opensQuotation = ({ words }: Passage): boolean => /^["“'‘«]/.test(words);

function startCue(words: string, passage: Passage, { starts }: Compiled): Cue | null {
  const first = words.slice(0, wordEnd(words, 0));
  for (const [phrase, cue, most] of starts.get(first) ?? []) {
    if (passage.count <= most && words.startsWith(phrase) && endsWord(words, phrase)) {
      return cue.kind === 'list' && passage.closed ? null : cue;
    }
  }
  return null;
}

const endsWord = (words: string, phrase: string): boolean =>
  !/[\p{L}\p{N}]/u.test(words[phrase.length] ?? '') || !/[\p{L}\p{N}]$/u.test(phrase);

function wordEnd(words: string, from: number): number {
  const blank = words.indexOf(' ', from);
  return blank < 0 ? words.length : blank;
}

function phraseCue(words: string, rules: readonly (readonly [RegExp, Cue])[]): Cue | null {
  return rules.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}

function captionCue(
  passage: Passage,
  words: string,
  { starts, captionHas, captionAgency }: Compiled,
): Cue | null {
  if (passage.count <= 6 && NAME_AND_OUTLET.test(passage.words)) return CAPTION;
  const tail = passage.words.slice(-160);
  if (CREDIT_IN_BRACKETS.test(tail) || NAME_AND_AGENCY.test(tail)) return CAPTION;
  const opened = startCue(words, passage, { starts } as Compiled);
  if (opened?.kind === 'caption') return opened;
  if (passage.count <= MOST_WORDS && captionHas.test(words)) return CAPTION;
  return passage.count >= 3 && !passage.closed && captionAgency.test(passage.words) ? CAPTION : null;
}

function labelCue({ words, count, closed }: Passage, { label, shoutedLabel }: Compiled): Cue | null {
  const head = words.slice(0, 60);
  if (label.test(head) && count <= MOST_WORDS) return { kind: 'teaser', reason: 'link to another story' };
  if (!shoutedLabel.test(head)) return null;
  return closed && !/^related/i.test(head) ? null : { kind: 'teaser', reason: 'link to another story' };
}

function compile(files: readonly FurnitureFile[]): Compiled {
  const rules = files.flatMap((file) => file.furniture ?? []);
  const lists = files.flatMap((file) => file.lists ?? []);
  const captions = files.flatMap((file) => file.captions ?? []);
  const labels = files.flatMap((file) => file.teasers?.labels ?? []);
  const list: Cue = { kind: 'list', reason: 'list of other stories' };
  const cueFor = ({ reason }: Phrases): Cue => ({ kind: FURNITURE, reason });
  const openings = [
    ...captions.flatMap(({ starts }) =>
      starts.map((phrase) => [phrase, CAPTION, MOST_CAPTION_WORDS] as const),
    ),
    ...rules.flatMap((rule) =>
      (rule.starts ?? []).map((phrase) => [phrase, cueFor(rule), rule.most ?? MOST_WORDS] as const),
    ),
    ...lists.flatMap(({ starts }) => starts.map((phrase) => [phrase, list, 10] as const)),
  ];
  const phrases = (tail: boolean) =>
    rules
      .filter((rule) => rule.has && (rule.tail ?? false) === tail)
      .map((rule) => [anyOf(rule.has ?? []), cueFor(rule)] as const);
  return {
    whole: new Map([
      ...lists.flatMap(({ whole }) => whole.map((phrase) => [folded(phrase), list] as const)),
      ...rules.flatMap((rule) => (rule.whole ?? []).map((phrase) => [folded(phrase), cueFor(rule)] as const)),
    ]),
    starts: byFirstWord(openings),
    has: phrases(false),
    tail: phrases(true),
    captionHas: anyOf(captions.flatMap(({ has }) => has)),
    gallery: anyOf(captions.flatMap(({ galleries }) => galleries ?? [])),
    captionAgency: new RegExp(
      `^(?:${captions
        .flatMap(({ agencies }) => agencies)
        .flatMap(written)
        .join('|')})(?:\\s*[-:/]\\s*\\p{Lu}[\\p{L} ]{2,24}?)?\\s+[\\p{Lu}\\d]`,
      'u',
    ),
    label: new RegExp(`^[\\[(*>»\\s]*(?:${alternatives(labels)})\\s*[:|»>–]\\s*\\S`, 'i'),
    shoutedLabel: new RegExp(
      `^(?:(?:RELATED(?: STORIES| CONTENT| COVERAGE)?|Related (?:[Ss]tories|[Aa]rticles|[Cc]ontent))|${alternatives(labels.filter((label) => label.length > 3)).toUpperCase()})\\s+[\\p{Lu}\\d'‘"“]`,
      'u',
    ),
  };
}

/** An agency's name as captions open with it: shouted where short, else with capitals. */
const written = (name: string): string[] =>
  name.length <= 4
    ? [name.toUpperCase()]
    : [name.replace(/\b\p{L}/gu, (letter) => letter.toUpperCase()), name.toUpperCase()];

function byFirstWord(openings: readonly (readonly [string, Cue, number])[]) {
  const starts = new Map<string, (readonly [string, Cue, number])[]>();
  for (const [phrase, cue, most] of openings) {
    const key = folded(phrase).length < phrase.length ? phrase : folded(phrase);
    const first = key.slice(0, wordEnd(key, 0));
    starts.set(first, [...(starts.get(first) ?? []), [key, cue, most]]);
  }
  return starts;
}

const alternatives = (phrases: readonly string[]): string =>
  [...phrases]
    .sort((a, b) => b.length - a.length)
    .map(literal)
    .join('|');

/** Matches any of the phrases, those that open with a letter or digit only from a word's start. */
function anyOf(phrases: readonly string[]): RegExp {
  const opensWord = (phrase: string) => /^[\p{L}\p{N}]/u.test(phrase);
  const inWords = alternatives(phrases.filter(opensWord)) || '(?!)';
  const others = alternatives(phrases.filter((phrase) => !opensWord(phrase))) || '(?!)';
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${inWords})|(?:${others})`, 'u');
}
