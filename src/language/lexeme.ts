import { remembered } from '../text/remembered.ts';
import { hashOf } from './hash.ts';
import type { Reading } from './lemma.ts';

/** What the tagger and the parser see of a word form, as numbers ready to be combined. */
export interface Lexeme {
  /** The form itself: one string for all places where it stands, so that whoever looks it up need not read it again. */
  readonly text: string;
  readonly lowered: string;
  /** What the form is by the tag that was met last, with those by other tags behind it; filled as tags are met. */
  reading: KnownReading | null;
  /** The form as written. */
  readonly form: number;
  /** The form in lower case, digits as 0. */
  readonly lower: number;
  readonly prefix1: number;
  readonly prefix2: number;
  readonly prefix3: number;
  readonly suffix1: number;
  readonly suffix2: number;
  readonly suffix3: number;
  readonly suffix4: number;
  /** Runs of capitals, small letters, digits and marks. */
  readonly shape: number;
  /** 0 begins small, 1 begins with a capital, 2 is all capitals, 3 has no letter. */
  readonly casing: number;
  readonly cluster: number;
  /** Tags that the word can have; empty where any open one can be. */
  readonly tags: Uint8Array;
  /** A name for that set of tags. */
  readonly ambiguity: number;
  /** Row of the word's vector. */
  readonly vector: number;
}

interface KnownReading extends Reading {
  readonly next: KnownReading | null;
}

/** What training has learned of words. */
export interface Vocabulary {
  /** Tags of frequent words, by their lower form. */
  readonly tags: ReadonlyMap<string, Uint8Array>;
  readonly clusters: ReadonlyMap<string, number>;
  readonly vectors: ReadonlyMap<string, number>;
  /** Tags that a capital adds. */
  readonly nameTags: Uint8Array;
}

/** How many words are kept. */
const LIMIT = 50_000;

/** Looks words up, keeping what it found for the next time; memory stays bounded. */
export const lexemes = (vocabulary: Vocabulary): ((form: string) => Lexeme) =>
  remembered(LIMIT, (form) => lexemeOf(form, vocabulary));

/** The form by which training and reading know a word: lower case, straight marks, digits as 0. */
export const normalised = (form: string): string =>
  form
    .slice(0, 40)
    .toLowerCase()
    .replace(/\p{Nd}/gu, '0')
    .replace(/[’‘`]/gu, "'")
    .replace(/\p{Cf}/gu, '');

const NONE = new Uint8Array(0);

function lexemeOf(form: string, { tags, clusters, vectors, nameTags }: Vocabulary): Lexeme {
  const lower = normalised(form);
  const capital = /^\p{Lu}/u.test(form);
  const can = tags.get(lower) ?? NONE;
  const all = can.length && capital ? Uint8Array.from(new Set([...can, ...nameTags])) : can;
  return {
    text: form,
    lowered: form.toLowerCase(),
    reading: null,
    form: hashOf(form, 1),
    lower: hashOf(lower, 2),
    prefix1: hashOf(lower.slice(0, 1), 3),
    prefix2: hashOf(lower.slice(0, 2), 4),
    prefix3: hashOf(lower.slice(0, 3), 5),
    suffix1: hashOf(lower.slice(-1), 6),
    suffix2: hashOf(lower.slice(-2), 7),
    suffix3: hashOf(lower.slice(-3), 8),
    suffix4: hashOf(lower.slice(-4), 9),
    shape: hashOf(shapeOf(form), 10),
    casing: casingOf(form),
    cluster: hashOf(String(clusters.get(lower) ?? classOf(form, lower)), 11),
    tags: all,
    ambiguity: hashOf(can.length ? can.join() : classOf(form, lower), 12),
    vector: vectors.get(lower) ?? vectors.get(classOf(form, lower)) ?? 0,
  };
}

/** "Kursk-2" is Xx-d. */
const shapeOf = (form: string): string =>
  form
    .slice(0, 20)
    .replace(/\p{Lu}+/gu, (run) => (run.length > 1 ? 'XX' : 'X'))
    .replace(/\p{Ll}+/gu, 'x')
    .replace(/\p{Nd}+/gu, 'd');

function casingOf(form: string): number {
  if (!/\p{L}/u.test(form)) return 3;
  if (form.length > 1 && !/\p{Ll}/u.test(form)) return 2;
  return /^\p{Lu}/u.test(form) ? 1 : 0;
}

/** A rough kind for words that training has not seen: casing and ending. */
export function classOf(form: string, lower: string): string {
  const casing = /\p{Nd}/u.test(form)
    ? 'd'
    : /^\p{Lu}+$/u.test(form)
      ? 'XX'
      : /^\p{Lu}/u.test(form)
        ? 'X'
        : 'x';
  return `?${casing}${casing === 'd' ? '' : lower.slice(-2)}`;
}
