import type { SpeakerKind } from '../reading/statement.ts';
import { lexiconFiles } from '../text/lexicon.ts';
import { aliasOf, aliasWithin, type Known } from './aliases.ts';
import { folded, stem, wordsIn } from './fold.ts';
import { type Nation, nationsIn } from './nations.ts';

/** What a speaker's words say about who it is. */
export interface Speaker {
  /** `country`: a country or its government or officials as a whole; `unnamed`: nobody in particular. */
  readonly class: 'person' | 'body' | 'country' | 'unnamed';
  readonly nation: Nation | null;
  /** The person's name words, the last one the surname; empty for others. */
  readonly person: readonly string[];
  /** What tells a body from others: stems without country and filler; for a person, of the body spoken for. */
  readonly body: ReadonlySet<string>;
  /** Those of `body` that are names, so that "the police" can be "Dallas police". */
  readonly names: ReadonlySet<string>;
  readonly alias: Known | null;
  /** Folded words for unnamed speakers: two are one only where these are the same. */
  readonly words: string;
  /** Upper-case abbreviations in the words: "(HUR)". */
  readonly acronyms: readonly string[];
  /** Whether it is a business by a common noun alone: "the company", "the carmaker". */
  readonly business: boolean;
}

interface SpeakerFile {
  readonly offices: readonly string[];
  readonly spokes: readonly string[];
  readonly heads: readonly string[];
  readonly unnamed: readonly string[];
  readonly governing: readonly string[];
  readonly bodyNouns: readonly string[];
  readonly businesses: readonly string[];
  readonly dropped: readonly string[];
}

type Lexicon = Readonly<Record<keyof SpeakerFile, ReadonlySet<string>>>;

let lexicon: Lexicon | null = null;

/** Reads a resolved name, and the words of the text that name the same speaker, which may say more. */
export function speakerOf(name: string, text: string, kind: SpeakerKind): Speaker {
  const lexis = theLexicon();
  const { nations, rest } = nationsIn(name);
  const nation = [...nations].sort()[0] ?? null;
  const words = rest.filter((word) => !lexis.dropped.has(word));
  const base = {
    nation,
    person: [],
    body: new Set<string>(),
    names: new Set<string>(),
    words: words.join(' '),
    business: words.length > 0 && words.every((word) => lexis.businesses.has(word)),
  };
  const acronyms = [...new Set(`${name} ${text}`.match(/\b\p{Lu}{2,7}\b/gu) ?? [])].sort();
  const alias = aliasOf(name) ?? aliasWithin(name);
  if (
    alias?.government &&
    words.every(
      (word) => lexis.governing.has(word) || wordsIn(alias.name).includes(word) || aliasOf(word)?.government,
    )
  )
    return { ...base, class: 'country', nation: alias.nation, alias: null, acronyms };
  if (alias && !alias.government && kind !== 'unnamed')
    return { ...base, class: 'body', nation: alias.nation ?? nation, alias, acronyms };
  if (nation && isCountry(words, kind, lexis)) return { ...base, class: 'country', alias: null, acronyms };
  if (isSpokesperson(words, lexis))
    return { ...base, ...bodyOf(name, lexis), class: 'body', alias: null, acronyms };
  if (isUnnamed(name, words, kind, lexis)) return { ...base, class: 'unnamed', alias: null, acronyms };
  const office = BODY_KINDS.has(kind) && !namesOffice(name, lexis) ? null : officeOf(name, text, lexis);
  if (office) return { ...base, ...office, class: 'person', nation: office.nation ?? nation, acronyms };
  return { ...base, ...bodyOf(name, lexis), class: 'body', alias: null, acronyms };
}

/** Whether a word says no more of a country's speaker than that it governs: "government", "officials". */
export const isGoverning = (word: string): boolean =>
  theLexicon().governing.has(word) || theLexicon().dropped.has(word);

/** "company", "airline". */
export const isBusiness = (word: string): boolean => theLexicon().businesses.has(word);

/** "ministry", "police", "union": a noun for a body. */
export const isBodyNoun = (word: string): boolean => theLexicon().bodyNouns.has(word);

const isCountry = (words: readonly string[], kind: SpeakerKind, lexis: Lexicon): boolean =>
  words.every((word) => lexis.governing.has(word)) &&
  !(
    kind === 'unnamed' &&
    words.some((word) => /^officials?$|^side$/.test(word)) &&
    words.includes('official')
  );

/** "a company spokesman", "the hospital's spokeswoman": nobody named, but the voice of a body. */
function isSpokesperson(words: readonly string[], lexis: Lexicon): boolean {
  const rest = words.filter((word) => !lexis.spokes.has(word));
  return rest.length > 0 && rest.length < words.length && rest.some((word) => lexis.bodyNouns.has(word));
}

function isUnnamed(name: string, words: readonly string[], kind: SpeakerKind, lexis: Lexicon): boolean {
  if (kind === 'unnamed' || kind === 'witness') return !hasName(name, lexis);
  return words.length > 0 && lexis.unnamed.has(words.at(-1)!) && !hasName(name, lexis);
}

/** Whether capitals name somebody: a capital past the first word, or a first word that is no common one. */
function hasName(name: string, lexis: Lexicon): boolean {
  return properWords(name).some(
    (word, i) => !isCommon(word, lexis) && (i > 0 || !name.startsWith(word) || !/\s\p{Ll}/u.test(name)),
  );
}

const isCommon = (word: string, lexis: Lexicon): boolean => {
  const form = folded(word).replace(/['’]s?$/, '');
  return (
    lexis.offices.has(form) ||
    lexis.unnamed.has(form) ||
    lexis.bodyNouns.has(form) ||
    lexis.dropped.has(form) ||
    lexis.governing.has(form) ||
    nationsIn(word).nations.size > 0
  );
};

const properWords = (name: string): readonly string[] =>
  name.match(/(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}'’.-]*/gu) ?? [];

interface Office {
  readonly person: readonly string[];
  readonly body: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  readonly nation: Nation | null;
  readonly alias: Known | null;
}

/** Kinds of speakers that are persons only where an office says so: "Halden Motors" is no Mr Motors. */
const BODY_KINDS: ReadonlySet<SpeakerKind> = new Set([
  'organisation',
  'government',
  'military',
  'agency',
  'media',
]);

const namesOffice = (name: string, lexis: Lexicon): boolean =>
  wordsIn(name).some((word) => lexis.offices.has(word) && !lexis.bodyNouns.has(word));

/** A person with the body spoken for: "Dallas Police Chief Ann Low", "Ann Low, a spokeswoman for the port"; else `null`. */
function officeOf(name: string, text: string, lexis: Lexicon): Office | null {
  const person = personIn(name, lexis);
  if (!person.length) return null;
  const wordsOfBody = bodyWords(`${text}`, person, lexis) || bodyWords(name, person, lexis);
  const alias = wordsOfBody ? aliasWithin(wordsOfBody) : null;
  const { body, names } = wordsOfBody
    ? bodyOf(wordsOfBody, lexis)
    : { body: new Set<string>(), names: new Set<string>() };
  const { nations } = nationsIn(`${text} ${name}`);
  return {
    person,
    body,
    names,
    nation: [...nations].sort()[0] ?? null,
    alias: alias?.government ? null : alias,
  };
}

/** The run of proper words after the last office word, or the first run where no office stands. */
function personIn(name: string, lexis: Lexicon): readonly string[] {
  const clean = name.replace(/\([^)]*\)/g, ' ');
  const [first = ''] = clean.split(/,|\s(?:of|for|from|at|with)\s/);
  if (first !== clean && !/,/.test(clean) && !/\s/.test(first.trim())) return [];
  if (/^\s*(?:the )?\p{Lu}{2,6}\s*$/u.test(first)) return [];
  const words = first.split(/\s+/).filter(Boolean);
  if (
    words.some(
      (word) => lexis.bodyNouns.has(folded(word)) && !words.some((other) => lexis.offices.has(folded(other))),
    )
  )
    return [];
  const start = words.findLastIndex((word) => lexis.offices.has(folded(word).replace(/\.$/, ''))) + 1;
  const run = words.slice(start).filter((word) => !nationsIn(word).nations.size);
  if (
    !run.length ||
    !run.every((word) =>
      /^(?:\p{Lu}|al-|el-|(?:de|da|di|van|von|der|den|bin|ibn|al|el|la|le|dos|du|abu)$)/u.test(word),
    )
  )
    return [];
  return run
    .map((word) =>
      folded(word)
        .replace(/^(?:al|el)-/, '')
        .replace(/['’]s?$|[.,]/g, ''),
    )
    .filter((word) => word.length > 1 && !PARTICLES.has(word));
}

const PARTICLES: ReadonlySet<string> = new Set([
  'al',
  'el',
  'bin',
  'ibn',
  'abu',
  'de',
  'da',
  'di',
  'van',
  'von',
  'der',
  'den',
  'la',
  'le',
  'dos',
  'du',
  'jr',
  'sr',
  'ii',
  'iii',
]);

/** The words of the body that the person heads or speaks for; empty where none is said. */
function bodyWords(text: string, person: readonly string[], lexis: Lexicon): string {
  const after = /\b([\p{L}-]+) (?:for|of|at|with) (?:the |its |his |her )?([^,;()]+)/u.exec(text);
  if (after && speaksFor(after[1]!, lexis)) return after[2]!;
  const words = text.split(/[\s,]+/).filter(Boolean);
  const office = words.findLastIndex((word) => speaksFor(word, lexis));
  if (office < 1) return '';
  const before = words.slice(0, office).filter((word) => !person.includes(folded(word)));
  const minister = /^minister/i.test(words[office]!);
  if (minister && before.some((word) => /^(?:prime|first|chief)$/i.test(word))) return '';
  const kept = before.filter((word) => minister || !lexis.offices.has(folded(word)));
  const told = kept.some((word) => !lexis.dropped.has(folded(word)) && !nationsIn(word).nations.size);
  return told ? [...kept, ...(minister ? ['ministry'] : [])].join(' ') : '';
}

const speaksFor = (word: string, lexis: Lexicon): boolean =>
  lexis.spokes.has(folded(word)) || lexis.heads.has(folded(word));

/** What tells a body from others. */
function bodyOf(
  name: string,
  lexis: Lexicon,
): { readonly body: ReadonlySet<string>; readonly names: ReadonlySet<string> } {
  const { rest } = nationsIn(name.replace(/\([^)]*\)/g, ' '));
  const proper = new Set(properWords(name).map((word) => folded(word).replace(/['’]s?$/, '')));
  const kept = withoutOffice(
    rest.filter((word) => !lexis.dropped.has(word) && !lexis.spokes.has(word)),
    lexis,
  );
  const told = kept.filter((word) => !FILLER.has(word));
  const body = new Set((told.length ? told : kept).map(stem));
  const names = new Set(kept.filter((word) => proper.has(word) && !lexis.bodyNouns.has(word)).map(stem));
  return { body, names };
}

/** "federation's president" speaks for the federation; a minister is the ministry's own word. */
function withoutOffice(words: readonly string[], lexis: Lexicon): readonly string[] {
  const kept = words.filter(
    (word) => word === 'minister' || !lexis.offices.has(word) || lexis.bodyNouns.has(word),
  );
  return kept.some((word) => lexis.bodyNouns.has(word)) ? kept : words;
}

const FILLER: ReadonlySet<string> = new Set([
  'department',
  'office',
  'agency',
  'service',
  'services',
  'inc',
  'corp',
  'co',
  'ltd',
  'plc',
  'group',
  'official',
  'officials',
  'authority',
  'authorities',
]);

function theLexicon(): Lexicon {
  lexicon ??= load();
  return lexicon;
}

function load(): Lexicon {
  const files = lexiconFiles<Partial<SpeakerFile>>('speakers');
  const merged = (key: keyof SpeakerFile): ReadonlySet<string> =>
    new Set(files.flatMap((file) => file[key] ?? []));
  return {
    offices: merged('offices'),
    spokes: merged('spokes'),
    heads: merged('heads'),
    unnamed: merged('unnamed'),
    governing: merged('governing'),
    bodyNouns: merged('bodyNouns'),
    businesses: merged('businesses'),
    dropped: merged('dropped'),
  };
}
