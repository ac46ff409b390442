import { plainWordEnd } from '../../text/plain-word.ts';
import type { Span } from '../../text/span.ts';
import { type Entry, NOTHING, type TimeLexicon, type Values, type Vocabulary } from './vocabulary.ts';

/** What a word, number or sign may stand for. */
interface Said {
  readonly symbol: string;
  readonly values: Values;
  /** Whether a number or a phrase of several atoms may begin with it. */
  readonly merges: boolean;
}

/** A word, number or sign at its place; number words are one atom. */
export interface Atom extends Span, Said {
  readonly lower: string;
  /** Whether it begins with a capital letter. */
  readonly capital: boolean;
}

const NONE: Values = {};

/** Every set of classes that a number can have, so that patterns know them before they meet one. */
export const NUMBER_SHAPES: readonly Values[] = [
  ...[0, 1, 13, 25, 32, 1000, 1500, 3000].map((number) => integerValues(number, String(number))),
  integerValues(1, '01'),
  integerValues(32, '0032'),
  { num: 1.5 },
  { clock: '' },
  { isoday: '' },
  { slashday: '' },
  { ordinal: 1, dom: 1 },
  { ordinal: 1 },
  { decade: 1990 },
  { year: 1998 },
  { year: 1998, num: 1998 },
  { vague: 1 },
  { bound: 1 },
  { num: 1, one: 1 },
  { num: 1, hour: 1 },
  { dash: 1 },
];

/** Splits a stretch of the text into atoms. */
export function atomsOf(text: string, from: number, to: number, reader: AtomReader): readonly Atom[] {
  return mergeNumbers(rawAtoms(text, from, to, reader), reader);
}

/** What is needed to read atoms: build it once with `atomReader`. */
export interface AtomReader {
  readonly vocabulary: Vocabulary;
  readonly numbers: ReadonlyMap<string, number>;
  /** By first word: the other words and what the phrase stands for, longest first. */
  readonly phrases: ReadonlyMap<string, readonly (readonly [readonly string[], Entry])[]>;
  /** By its lower case what each word says that says something, written in small letters and otherwise. */
  readonly words: ReadonlyMap<string, { readonly small: Said; readonly capital: Said }>;
}

/** Prepares the lexicon's number words and phrases. */
export function atomReader(lexicon: TimeLexicon, vocabulary: Vocabulary): AtomReader {
  const phrases = new Map<string, (readonly [readonly string[], Entry])[]>();
  const add = (phrase: string, values: Values) => {
    const [first, ...rest] = phrase.split(' ');
    phrases.set(first!, [...(phrases.get(first!) ?? []), [rest, vocabulary.made(values)]]);
  };
  for (const phrase of lexicon.vague) add(phrase, { vague: 1 });
  for (const [phrase, number] of Object.entries(lexicon.exactly)) add(phrase, { num: number });
  for (const phrase of lexicon.bounds) add(phrase, { bound: 1 });
  for (const list of phrases.values()) list.sort((a, b) => b[0].length - a[0].length);
  const numbers = new Map(Object.entries(lexicon.numbers));
  const said = (word: string, lower: string): Said =>
    saidBy(lower, vocabulary.entry(word), { numbers, phrases });
  const words = [...vocabulary.words, ...numbers.keys(), ...phrases.keys()].map(
    (lower) => [lower, { small: said(lower, lower), capital: said(lower.toUpperCase(), lower) }] as const,
  );
  return { vocabulary, numbers, phrases, words: new Map(words) };
}

type Make = (words: string, vocabulary: Vocabulary) => Entry | undefined;

const END = '(?![\\p{L}\\p{N}])';

/**
 * What atoms look like, in the order in which they are tried, and what each stands for. A word with digits in it
 * ("MH370", "94th") is one word and no number; a number may touch its "am" or "pm".
 */
const KINDS: readonly (readonly [string, Make])[] = [
  [
    '[aApP]\\.\\s?[mM]\\.?(?!\\p{L})',
    (words, vocabulary) => vocabulary.entry(/^a/i.test(words) ? 'am' : 'pm'),
  ],
  ['\\p{L}[\\p{L}\\p{N}]*', (words, vocabulary) => vocabulary.entry(words)],
  [`\\d{4}-\\d\\d-\\d\\d${END}`, (words, { made }) => made({ isoday: words })],
  [`\\d{1,2}/\\d{1,2}/\\d{2,4}(?![\\p{L}\\p{N}/])`, (words, { made }) => made({ slashday: words })],
  ['\\d{1,2}:\\d\\d(?::\\d\\d)?(?![\\d:])', (words, { made }) => made({ clock: words })],
  [
    '\\d{1,2}\\.\\d\\d(?=\\s?[aApP]\\.?[mM]\\b)',
    (words, { made }) => made({ clock: words.replace('.', ':') }),
  ],
  [
    '\\d{4}(?=\\s?(?:GMT|UTC|hrs|hours)\\b)',
    (words, { made }) => made({ clock: `${words.slice(0, 2)}:${words.slice(2)}` }),
  ],
  [`(?:\\d{3}0|['’‘\`]\\d0|[2-9]0)['’]?s${END}`, (words, { made }) => made({ decade: decadeOf(words) })],
  [`['’‘\`]\\d\\d${END}`, (words, { made }) => made({ year: fullYear(Number(words.slice(1))) })],
  [`\\d{1,2}(?:st|nd|rd|th)${END}`, (words, { made }) => made(ordinalValues(Number.parseInt(words, 10)))],
  [
    '\\d+(?:,\\d{3})*(?:\\.\\d+)?(?![\\p{N}]|\\p{L}(?!\\.?[mM]\\b))',
    (words, { made }) => made(numberValues(words)),
  ],
  ['[-‐‑–—]', (_, { made }) => made({ dash: 1 })],
  ['\\p{N}[\\p{L}\\p{N}]*', () => undefined],
  ['\\S', (words, vocabulary) => vocabulary.entry(words)],
];

const ATOM = new RegExp(KINDS.map(([source]) => `(${source})`).join('|'), 'gu');

/** Marks that are atoms of their own, whatever stands around them. */
const PLAIN_MARKS = ',.;:"“”()?!';

function rawAtoms(text: string, from: number, to: number, reader: AtomReader): Atom[] {
  const atoms: Atom[] = [];
  const run = text.slice(from, to);
  for (let at = 0; at < run.length; ) {
    if (run[at] === ' ') {
      at++;
      continue;
    }
    const end = PLAIN_MARKS.includes(run[at]!) ? at + 1 : plainWordEnd(run, at);
    if (end > at) {
      atoms.push(wordAt(run.slice(at, end), from + at, reader));
      at = end;
      continue;
    }
    ATOM.lastIndex = at;
    const match = ATOM.exec(run);
    if (!match) break;
    let kind = 0;
    while (match[kind + 1] === undefined) kind++;
    const words = match[0] === '’' ? "'" : match[0];
    const lower = words.toLowerCase();
    const said = saidBy(lower, KINDS[kind]![1](words, reader.vocabulary), reader);
    atoms.push(atomOf(words, from + match.index, lower, said));
    at = ATOM.lastIndex;
  }
  return atoms;
}

/** A word of letters. */
function wordAt(words: string, start: number, reader: AtomReader): Atom {
  const lower = words.toLowerCase();
  const said = reader.words.get(lower);
  if (!said) return atomOf(words, start, lower, SILENT);
  return atomOf(words, start, lower, words === lower ? said.small : said.capital);
}

const SILENT: Said = { symbol: NOTHING, values: NONE, merges: false };

const atomOf = (words: string, start: number, lower: string, { symbol, values, merges }: Said): Atom => ({
  start,
  end: start + words.length,
  lower,
  capital: words[0] !== lower[0],
  symbol,
  values,
  merges,
});

function saidBy(
  lower: string,
  entry: Entry | undefined,
  { numbers, phrases }: Pick<AtomReader, 'numbers' | 'phrases'>,
): Said {
  const values = entry?.values ?? NONE;
  const merges = typeof values.num === 'number' || numbers.has(lower) || phrases.has(lower);
  return { symbol: entry?.symbol ?? NOTHING, values, merges };
}

const ordinalValues = (number: number): Values =>
  number >= 1 && number <= 31 ? { ordinal: number, dom: number } : { ordinal: number };

function numberValues(words: string): Values {
  const number = Number(words.replaceAll(',', ''));
  return /^\d+$/.test(words) ? integerValues(number, words) : { num: number };
}

function integerValues(number: number, words: string): Values {
  if (words.length === 4 && number >= 1000 && number < 2100) return { num: number, year: number };
  if (words.length > 2 || number > 31) return { num: number };
  if (number === 0) return { num: number, hour: number };
  if (number > 24) return { num: number, dom: number };
  if (number > 12) return { num: number, dom: number, hour: number };
  return { num: number, dom: number, hour: number, twelve: number };
}

const decadeOf = (words: string): number => {
  const digits = words.replace(/\D/g, '');
  return digits.length === 4 ? Number(digits) : Number(digits) + (Number(digits) < 20 ? 2000 : 1900);
};

/** Two digits of a year as one between 1930 and 2029. */
export const fullYear = (short: number): number => short + (short < 30 ? 2000 : short < 100 ? 1900 : 0);

/** Joins number words, vague amounts and bounds of several words into one atom each. */
function mergeNumbers(raw: readonly Atom[], reader: AtomReader): readonly Atom[] {
  if (!raw.some(({ merges }) => merges)) return raw;
  const atoms: Atom[] = [];
  for (let i = 0; i < raw.length; ) {
    const merged = raw[i]!.merges ? (phraseAt(raw, i, reader) ?? numberAt(raw, i, reader)) : null;
    const end = merged ? merged.end : i + 1;
    atoms.push(
      merged
        ? joined(raw, i, merged.end, { symbol: merged.entry.symbol, values: merged.entry.values })
        : raw[i]!,
    );
    i = end;
  }
  return atoms;
}

const joined = (raw: readonly Atom[], from: number, to: number, entry: Entry): Atom => ({
  start: raw[from]!.start,
  end: raw[to - 1]!.end,
  capital: raw[from]!.capital,
  merges: false,
  lower: raw
    .slice(from, to)
    .map((atom) => atom.lower)
    .join(' '),
  ...entry,
});

interface Merged {
  readonly end: number;
  readonly entry: Entry;
}

function phraseAt(raw: readonly Atom[], at: number, reader: AtomReader): Merged | null {
  for (const [rest, entry] of reader.phrases.get(raw[at]!.lower) ?? [])
    if (rest.every((word, i) => raw[at + 1 + i]?.lower === word)) return { end: at + 1 + rest.length, entry };
  return null;
}

/** Number words or digits from `at`: "twenty-four", "two hundred", "5 1/2", "nineteen ninety-seven", "2.5 million". */
function numberAt(raw: readonly Atom[], at: number, reader: AtomReader): Merged | null {
  const first = reader.numbers.get(raw[at]!.lower);
  if (first === undefined) return fractionAt(raw, at, reader);
  const words: number[] = [first];
  let end = at + 1;
  for (; end < raw.length && words.length < 8; end++) {
    const skip = raw[end]!.lower === '-' || (raw[end]!.lower === 'and' && words.at(-1)! >= 100) ? 1 : 0;
    const next = reader.numbers.get(raw[end + skip]?.lower ?? '');
    if (next === undefined) break;
    words.push(next);
    end += skip;
  }
  return { end, entry: reader.vocabulary.made(wordNumber(words)) };
}

function wordNumber(words: readonly number[]): Values {
  const [first, second, third] = words;
  if (words.length === 1)
    return first === 1 ? { num: 1, one: 1 } : first! <= 12 ? { num: first!, hour: first! } : { num: first! };
  const spoken = first! >= 10 && first! <= 20 && second! >= 10 && second! < 100;
  if (spoken && words.length <= 3) return { year: first! * 100 + second! + (third ?? 0) };
  const total = addUp(words);
  return total >= 1500 && total < 2100 && first! < 10 ? { year: total, num: total } : { num: total };
}

function addUp(words: readonly number[]): number {
  let total = 0;
  let part = 0;
  for (const word of words) {
    if (word >= 1000) {
      total += Math.max(part, 1) * word;
      part = 0;
    } else part = word === 100 ? Math.max(part, 1) * 100 : part + word;
  }
  return total + part;
}

/** "5 1/2", and a number before "million". */
function fractionAt(raw: readonly Atom[], at: number, reader: AtomReader): Merged | null {
  const number = raw[at]!.values.num;
  if (typeof number !== 'number') return null;
  const [over, slash, under] = [raw[at + 1], raw[at + 2], raw[at + 3]];
  if (
    slash?.lower === '/' &&
    typeof over?.values.num === 'number' &&
    typeof under?.values.num === 'number' &&
    under.values.num > 0
  )
    return {
      end: at + 4,
      entry: reader.vocabulary.made({ num: number + over.values.num / under.values.num }),
    };
  const scale = reader.numbers.get(over?.lower ?? '') ?? 0;
  return scale >= 100 ? { end: at + 2, entry: reader.vocabulary.made({ num: number * scale }) } : null;
}
