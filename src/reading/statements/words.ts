import { lexiconFiles } from '../../text/lexicon.ts';
import { remembered } from '../../text/remembered.ts';
import { hashOf, mix } from './hash.ts';
import { wordOf } from './passage.ts';
import { headKinds } from './speakers.ts';
import { verbForm, wordSet } from './verbs.ts';

/** What a word says by itself, as 32-bit names. */
export interface WordNames {
  readonly word: number;
  readonly shape: number;
  readonly suffix: number;
  /** The attributing verb's classes and form. 0 where it is none. */
  readonly verb: number;
  /** The kind of speaker that the noun or pronoun makes. 0 where none. */
  readonly speaker: number;
  /** Which of `MARKS` it is. */
  readonly mark: number;
  /** Whether a clause may begin with it. */
  readonly boundary: boolean;
}

/** Marks and small words that set off what is said; 1 stands for the edge of what is looked at, 0 for all other words. */
export const MARKS = { opens: 2, closes: 3, comma: 4, colon: 5, that: 6, stop: 7, to: 8, other: 9 } as const;

const MARK_OF: ReadonlyMap<string, number> = new Map([
  [',', MARKS.comma],
  [':', MARKS.colon],
  ['that', MARKS.that],
  ['.', MARKS.stop],
  ['to', MARKS.to],
]);

/** How many words are kept in mind: more than a day's news has. */
const MOST = 50_000;
const known = new WeakMap<readonly unknown[], (text: string) => WordNames>();

/** Names of words as written. What was asked before is remembered, as most words come again. */
export function wordNames(): (text: string) => WordNames {
  const files = lexiconFiles('statements');
  const names = known.get(files) ?? remembered(MOST, namesOf);
  known.set(files, names);
  return names;
}

function namesOf(text: string): WordNames {
  const lower = wordOf(text);
  return {
    word: hashOf(lower),
    shape: hashOf(shapeOf(text)),
    suffix: hashOf(lower.slice(-3)),
    verb: verbName(lower),
    speaker: speakerName(lower),
    mark: MARK_OF.get(lower) ?? (/[\p{L}\p{N}]/u.test(lower) ? 0 : MARKS.other),
    boundary: wordSet('boundaries').has(lower),
  };
}

function shapeOf(text: string): string {
  const shape = text
    .slice(0, 12)
    .replace(/\p{Lu}/gu, 'X')
    .replace(/\p{Ll}/gu, 'x')
    .replace(/\p{N}/gu, '0');
  return shape.replace(/(.)\1{2,}/gu, '$1$1');
}

function verbName(word: string): number {
  const form = verbForm(word);
  return form ? mix(hashOf(form.classes.join('+')), hashOf(form.shape)) : 0;
}

function speakerName(word: string): number {
  if (wordSet('pronouns').has(word)) return hashOf('pronoun');
  const kind = headKinds(word)[0];
  return kind ? hashOf(kind) : 0;
}
