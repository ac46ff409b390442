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
    const word = words[at]!;
    if (!endsSentence(text, word)) {
      at++;
      continue;
    }
    let next = at + 1;
    while (next < words.length && closes(text, words, next)) next++;
    if (next < words.length && begins(text, words, at, next)) starts.push(next);
    at = Math.max(next, at + 1);
  }
  return starts;
}

const END = /^(?:[.!?。！？…]+|\.{2,}|[!?]+)$/u;
const ABBREVIATION = /\p{L}\.$/u;
const CLOSERS = /^(?:["”’'»)\]]|''|’’)$/u;
const QUOTES = /^(?:["'”’]|''|’’)$/u;
const LOWER = /^\p{Ll}/u;
const INITIAL = /^\p{Lu}\.$/u;

let titles: ReadonlySet<string> | undefined;

function endsSentence(text: string, word: Word): boolean {
  const words = text.slice(word.start, word.end);
  return END.test(words) || (ABBREVIATION.test(words) && !INITIAL.test(words) && !isTitle(words));
}

/** Whether a mark after the end of a sentence belongs to it: it must touch what stands before. */
function closes(text: string, words: readonly Word[], at: number): boolean {
  const mark = text.slice(words[at]!.start, words[at]!.end);
  if (words[at]!.start !== words[at - 1]!.end) return false;
  return CLOSERS.test(mark) || END.test(mark);
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
  return !LOWER.test(first) || /[.]/u.test(ended) === false ? !LOWER.test(first) || next === end + 1 : false;
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
