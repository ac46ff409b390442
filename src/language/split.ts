import { lexiconFiles } from '../text/lexicon.ts';
import type { Word } from './tokenize.ts';

/**
 * Where the sentences of a line begin: indices into its words, the first always 0. Closing quotation marks and brackets
 * stay with the sentence that they close.
 */
export function sentenceStarts(text: string, words: readonly Word[]): readonly number[] {
  const starts = words.length ? [0] : [];
  let at = 0;
  while (at < words.length) {
    if (!endsSentence(text, words[at]!) || numbersItem(text, words, starts.at(-1)!, at)) {
      at++;
      continue;
    }
    const next = closedAt(text, words, at + 1);
    if (next < words.length && begins(text, words, at, next)) starts.push(next);
    at = next;
  }
  return starts;
}

/** The last characters of all that can end a sentence. */
const ENDS = '.!?。！？…';
const END = /^(?:[.!?。！？…]+|\.{2,}|[!?]+)$/u;
const ABBREVIATION = /\p{L}\.$/u;
const CLOSERS = /^(?:["”’'»)\]]|''|’’)$/u;
const QUOTES = /^(?:["'”’]|''|’’)$/u;
const NUMBER = /^\d{1,3}(?:\.\d{1,2}){0,3}$/;
const SMILE = /^[:;=]['-]?[()DPp]$/;
const REFERENCE = /^\[\d{1,3}\]$/;
const LOWER = /^\p{Ll}/u;
const INITIAL = /^\p{Lu}\.$/u;

let titles: ReadonlySet<string> | undefined;

function endsSentence(text: string, word: Word): boolean {
  if (!ENDS.includes(text[word.end - 1]!)) return false;
  const words = text.slice(word.start, word.end);
  return END.test(words) || (ABBREVIATION.test(words) && !INITIAL.test(words) && !isTitle(words));
}

/** "2." or "2.1." that begins a sentence numbers what follows. */
function numbersItem(text: string, words: readonly Word[], start: number, at: number): boolean {
  if (at !== start + 1 || words[at]!.start !== words[start]!.end) return false;
  return NUMBER.test(text.slice(words[start]!.start, words[start]!.end));
}

/** Where what closes a sentence ends: marks that touch it, further final marks, a smile, references such as "[3]". */
function closedAt(text: string, words: readonly Word[], from: number): number {
  let next = from;
  while (next < words.length) {
    const mark = text.slice(words[next]!.start, words[next]!.end);
    const touches = words[next]!.start === words[next - 1]!.end;
    if (SMILE.test(mark) || END.test(mark) || (touches && CLOSERS.test(mark))) next++;
    else if (isReference(text, words, next)) next += 3;
    else break;
  }
  return next;
}

function isReference(text: string, words: readonly Word[], at: number): boolean {
  const last = words[at + 2];
  return last !== undefined && REFERENCE.test(text.slice(words[at]!.start, last.end));
}

/** Whether a sentence begins at `next`, given what ended at `end`. */
function begins(text: string, words: readonly Word[], end: number, next: number): boolean {
  const ended = text.slice(words[end]!.start, words[end]!.end);
  const first = text.slice(words[next]!.start, words[next]!.end);
  const glued = words[next]!.start === words[next - 1]!.end;
  if (ABBREVIATION.test(ended))
    return !glued && /^[\p{Lu}"“‘]/u.test(first) && startsAfterAbbreviation(first);
  if (glued) return /^[\p{Lu}“"]/u.test(first) && ended !== '...';
  if (ended.startsWith('..') || ended === '…') return !LOWER.test(first) && !QUOTES.test(first);
  return !LOWER.test(first) || (!ended.includes('.') && next === end + 1);
}

const OPENERS = new Set([
  'The',
  'A',
  'An',
  'He',
  'She',
  'It',
  'They',
  'We',
  'I',
  'In',
  'On',
  'But',
  'And',
  'This',
  'That',
  'There',
  'At',
  'As',
  '"',
  '“',
  '‘',
  'His',
  'Her',
  'Their',
  'For',
  'If',
  'When',
  'After',
  'While',
]);

const startsAfterAbbreviation = (first: string): boolean => OPENERS.has(first);

function isTitle(words: string): boolean {
  titles ??= new Set(
    lexiconFiles<{ readonly titles?: readonly string[] }>('language').flatMap((file) => file.titles ?? []),
  );
  return titles.has(words.slice(0, -1));
}
