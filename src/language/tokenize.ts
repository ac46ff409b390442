import { lexiconFiles } from '../text/lexicon.ts';
import { literal } from '../text/literal.ts';
import { plainWordEnd } from '../text/plain-word.ts';
import type { Span } from '../text/span.ts';

/** A word of Universal Dependencies, before any analysis. */
export interface Word extends Span {
  /** Whether it belongs to one multi-word token with the word before: the "n't" of "don't". */
  readonly joined: boolean;
}

/**
 * The UD words of a line, in order; every character that is not white space is in exactly one of them. Follows the
 * English treebanks: clitics and most hyphens split off, abbreviations keep their point, numbers leave their unit.
 * Linear in the length of the line.
 */
export function tokenize(text: string, from: number, to: number): readonly Word[] {
  const scan: Scan = { text, to, words: [], openQuotes: 0, at: nextOf(text, '@', from, to) };
  let start = from;
  while (start < to) start = text[start] === ' ' ? start + 1 : takeToken(scan, start);
  return scan.words;
}

interface Scan {
  readonly text: string;
  readonly to: number;
  readonly words: Word[];
  /** Single quotation marks opened and not closed: they tell a closing quotation mark from a plural's apostrophe. */
  openQuotes: number;
  /** Where the next @ stands. */
  at: number;
}

interface Lists {
  readonly abbreviations: ReadonlySet<string>;
  readonly beforeNumbers: ReadonlySet<string>;
  readonly afterCommas: ReadonlySet<string>;
  readonly prefixes: ReadonlySet<string>;
  readonly units: ReadonlySet<string>;
  readonly clitics: ReadonlySet<string>;
  readonly contractions: ReadonlyMap<string, number>;
  readonly emoticons: RegExp;
  readonly address: RegExp;
}

interface LanguageLexicon {
  readonly abbreviations: readonly string[];
  readonly abbreviationsBeforeNumbers: readonly string[];
  readonly abbreviationsAfterCommas: readonly string[];
  readonly keptPrefixes: readonly string[];
  readonly units: readonly string[];
  readonly clitics: readonly string[];
  readonly contractions: Readonly<Record<string, number>>;
  readonly emoticons: readonly string[];
  readonly domains: readonly string[];
}

const BLANKS = /\s+/uy;
const URL_START = /(?:https?:\/\/|ftp:\/\/|www\.)[^\s<>"”“]{1,2000}/iuy;
const MAIL = /[\p{L}\p{N}._%+&-]{1,64}@[\p{L}\p{N}-]{1,64}(?:\.[\p{L}\p{N}-]{1,64}){0,6}/uy;
const HANDLE = /[@#]\p{L}[\p{L}\p{N}_]*/uy;
const INITIALS =
  /\p{Lu}\p{Ll}\.\p{Lu}\.(?!\p{L})|(?:\p{L}\.){2,}(?:\p{L}(?![\p{L}\p{N}]))?|\p{L}(?:\.\p{L})+(?![\p{L}\p{N}])/uy;
const LETTERS = /[\p{L}\p{M}][\p{L}\p{M}\p{N}\p{Cf}_]*(?:['’`][\p{L}\p{M}\p{Cf}]+)*/uy;
const DIGITS = /\p{N}+(?:[.,:/]\p{N}+)*/uy;
const HYPHENED = /\p{Nd}+(?:-\p{Nd}+){2,6}(?![\p{L}\p{N}])|\p{Nd}{3}-\p{Nd}{4}(?![\p{L}\p{N}-])/uy;
const TAIL = /[\p{L}\p{N}]+/uy;
const DOTTED_UNIT = /[ap]\.m\.?/iuy;
const DOLLAR = /(?:US|AU|NZ|HK|A|C|S)\$/uy;
const AMPERSAND = /\p{Lu}{1,3}&\p{Lu}{1,3}(?![\p{L}\p{N}])/uy;
const DECADE = /['’]\p{Nd}0s(?![\p{L}\p{N}])/uy;
const RUN = /\[\.\.\.\]|\.{2,}|[!?]+|-{2,}|={2,}|_{2,}|\*{2,}|~{2,}|<<|>>|''|``|’’|‘‘/uy;
const NEGATION = /n['’`]t$/iu;
const LETTER = /[\p{L}\p{M}]/u;
const DIGIT = /\p{N}/u;
const DIGIT_AHEAD = /\.\s?#?\p{N}/uy;
const ENDS_LIKE_PLURAL = /[szx]$/iu;

let lists: Lists | undefined;

/** Takes the words of the token, or passes the white space, that begins at `start` and tells where it ends. */
function takeToken(scan: Scan, start: number): number {
  const { text, to } = scan;
  const known = loadLists();
  const plain = plainWordEnd(text, start);
  if (plain > start && plain < to)
    return addCut(scan, start, plain, contractionOf(text.slice(start, plain), known));
  const blank = lengthOf(BLANKS, text, start, to);
  if (blank) return start + blank;
  const whole = addressAt(scan, start, known) || lengthOf(known.emoticons, text, start, to);
  if (whole) return add(scan, start, start + whole);
  const first = String.fromCodePoint(text.codePointAt(start)!);
  if (LETTER.test(first)) return takeLetters(scan, start, known);
  if (DIGIT.test(first)) return takeNumber(scan, start, known);
  return takeMark(scan, start, first);
}

/** The length of an address, handle or file name at this place, 0 for none. */
function addressAt(scan: Scan, start: number, { address }: Lists): number {
  const { text, to } = scan;
  const url = lengthOf(URL_START, text, start, to);
  if (url) return withoutTail(text, start, url);
  if (scan.at >= 0 && scan.at < start) scan.at = nextOf(text, '@', start, to);
  const mail = scan.at >= 0 && scan.at - start <= 64 ? lengthOf(MAIL, text, start, to) : 0;
  return mail || lengthOf(HANDLE, text, start, to) || lengthOf(address, text, start, to);
}

/** Leaves the punctuation that ends a sentence out of an address. */
function withoutTail(text: string, start: number, length: number): number {
  let end = start + length;
  while (end > start && '.,;:!?)]}\'"’>'.includes(text[end - 1]!)) end--;
  return end - start;
}

function takeLetters(scan: Scan, start: number, known: Lists): number {
  const { text, to } = scan;
  const fixed = lengthOf(DOLLAR, text, start, to) || lengthOf(AMPERSAND, text, start, to);
  if (fixed) return add(scan, start, start + fixed);
  const initials = lengthOf(INITIALS, text, start, to);
  if (initials) return add(scan, start, start + initials);
  let end = start + lengthOf(LETTERS, text, start, to);
  if (isKeptPrefix(text, start, end, to, known)) {
    const rest = lengthOf(LETTERS, text, end + 1, to);
    end += 1 + rest;
  }
  if (keepsPoint(text, start, end, to, known)) return add(scan, start, end + 1);
  return addWithClitics(scan, start, end, known);
}

/** "anti-" and its like stay with their word, other hyphens split, also that of "year-over-year". */
function isKeptPrefix(text: string, start: number, end: number, to: number, { prefixes }: Lists): boolean {
  if (text[end] !== '-' || end + 1 >= to || !LETTER.test(text[end + 1]!)) return false;
  return !/[-‐]/.test(text[start - 1] ?? '') && prefixes.has(text.slice(start, end).toLowerCase());
}

/** Whether the point after a word is the word's own. */
function keepsPoint(text: string, start: number, end: number, to: number, known: Lists): boolean {
  if (end >= to || text[end] !== '.' || text[end + 1] === '.' || end - start > 8) return false;
  const word = text.slice(start, end);
  if (known.abbreviations.has(word)) return true;
  if (
    end - start === 1 &&
    /\p{Lu}/u.test(word) &&
    (word !== 'I' || /^\s\p{Lu}/u.test(text.slice(end + 1, end + 4)))
  )
    return end + 1 >= to || !LETTER.test(text[end + 1]!);
  if (known.beforeNumbers.has(word)) return lengthOf(DIGIT_AHEAD, text, end, to) > 0;
  return known.afterCommas.has(word) && /,\s$/u.test(text.slice(Math.max(0, start - 2), start));
}

/** Adds "don't" as do|n't, "Smith's" as Smith|'s, "soldiers'" as soldiers|'. */
function addWithClitics(scan: Scan, start: number, end: number, known: Lists): number {
  const { text } = scan;
  const cut = cutOf(text.slice(start, end), known);
  addCut(scan, start, end, cut);
  if (cut > 0) return end;
  const mark = text[end];
  const bare =
    end < scan.to && (mark === "'" || mark === '’') && !(end + 1 < scan.to && LETTER.test(text[end + 1]!));
  if (!bare || scan.openQuotes > 0 || !ENDS_LIKE_PLURAL.test(text[end - 1]!)) return end;
  return add(scan, end, end + 1, true);
}

/** Adds a word, in two where there is a cut. */
function addCut(scan: Scan, start: number, end: number, cut: number): number {
  if (cut === 0) return add(scan, start, end);
  add(scan, start, start + cut);
  return add(scan, start + cut, end, true);
}

/** Where a word's clitic begins, 0 where it has none. */
function cutOf(word: string, known: Lists): number {
  const { clitics } = known;
  const fixed = contractionOf(word, known);
  if (fixed > 0) return fixed;
  if (NEGATION.test(word)) return word.length - 3;
  const mark = Math.max(word.lastIndexOf("'"), word.lastIndexOf('’'), word.lastIndexOf('`'));
  return mark > 0 && clitics.has(word.slice(mark + 1).toLowerCase()) ? mark : 0;
}

/** Where a word is cut that the lexicon writes in one, 0 where it is not. */
const contractionOf = (word: string, { contractions }: Lists): number =>
  (word.length <= 9 && contractions.get(word.toLowerCase())) || 0;

function takeNumber(scan: Scan, start: number, { units, clitics }: Lists): number {
  const { text, to } = scan;
  const hyphened = lengthOf(HYPHENED, text, start, to);
  if (hyphened) return add(scan, start, start + hyphened);
  const end = start + lengthOf(DIGITS, text, start, to);
  const dotted = lengthOf(DOTTED_UNIT, text, end, to);
  const tail = dotted || lengthOf(TAIL, text, end, to);
  if (dotted || (tail && units.has(text.slice(end, end + tail).toLowerCase()))) {
    add(scan, start, end);
    return add(scan, end, end + tail);
  }
  const after = end + tail;
  add(scan, start, after);
  const mark = text[after];
  if (after + 1 >= to || (mark !== "'" && mark !== '’')) return after;
  const clitic = lengthOf(TAIL, text, after + 1, to);
  return clitics.has(text.slice(after + 1, after + 1 + clitic))
    ? add(scan, after, after + 1 + clitic, true)
    : after;
}

function takeMark(scan: Scan, start: number, first: string): number {
  const { text, to } = scan;
  const run = lengthOf(RUN, text, start, to) || lengthOf(DECADE, text, start, to);
  if (run) return add(scan, start, start + run);
  if (first === '.' && start + 1 < to && DIGIT.test(text[start + 1]!)) return takeDecimal(scan, start);
  const opens = start === 0 || /[\s([“"—–-]/u.test(text[start - 1]!);
  if (first === '‘' || (first === "'" && opens)) scan.openQuotes++;
  else if ((first === "'" || first === '’') && scan.openQuotes > 0) scan.openQuotes--;
  return add(scan, start, start + first.length);
}

/** ".5" is one number where nothing stands before it. */
function takeDecimal(scan: Scan, start: number): number {
  const { text, to } = scan;
  const digits = start === 0 || /\s/u.test(text[start - 1]!) ? lengthOf(DIGITS, text, start + 1, to) : 0;
  return add(scan, start, start + 1 + digits);
}

function add(scan: Scan, start: number, end: number, joined = false): number {
  scan.words.push({ start, end: Math.min(end, scan.to), joined });
  return Math.min(end, scan.to);
}

/** The length of what a sticky pattern matches at a place, cut at `to`; 0 for no match. */
function lengthOf(pattern: RegExp, text: string, start: number, to: number): number {
  pattern.lastIndex = start;
  return start < to && pattern.test(text) ? Math.min(pattern.lastIndex, to) - start : 0;
}

function nextOf(text: string, mark: string, from: number, to: number): number {
  const found = text.slice(from, to).indexOf(mark);
  return found < 0 ? -1 : from + found;
}

function loadLists(): Lists {
  lists ??= readLists();
  return lists;
}

function readLists(): Lists {
  const files = lexiconFiles<LanguageLexicon>('language');
  const all = (pick: (file: LanguageLexicon) => readonly string[] | undefined): readonly string[] =>
    files.flatMap((file) => pick(file) ?? []);
  return {
    abbreviations: new Set(all((file) => file.abbreviations)),
    beforeNumbers: new Set(all((file) => file.abbreviationsBeforeNumbers)),
    afterCommas: new Set(all((file) => file.abbreviationsAfterCommas)),
    prefixes: new Set(all((file) => file.keptPrefixes)),
    units: new Set(all((file) => file.units)),
    clitics: new Set(all((file) => file.clitics)),
    contractions: new Map(files.flatMap((file) => Object.entries(file.contractions ?? {}))),
    emoticons: new RegExp(
      `(?:${all((file) => file.emoticons)
        .map(literal)
        .join('|')})(?=$|\\s)`,
      'uy',
    ),
    address: new RegExp(
      `[\\p{L}\\p{N}][\\p{L}\\p{N}_-]{0,63}(?:\\.[\\p{L}\\p{N}_-]{1,63}){0,6}\\.(?:${all((file) => file.domains).join('|')})(?![\\p{L}\\p{N}])(?:/[^\\s<>"”“,;]{0,2000})?`,
      'uy',
    ),
  };
}
