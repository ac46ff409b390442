import { createHash } from 'node:crypto';
import type { Article } from '../text/article.ts';
import { declaredInHtml, decode, isBinary } from './decode.ts';
import { readPage } from './html.ts';
import type { Given, Origin } from './origin.ts';
import type { Problem } from './problem.ts';
import { type CaptureKind, kindOf, magicOf } from './sniff.ts';
import type { Known, Source } from './source.ts';
import { articleFromText } from './text.ts';
import { DEEPEST } from './tree.ts';

/** An article with the bytes that it was taken from, or why there is none. */
export type Taken =
  | {
      readonly kind: 'article';
      readonly article: Article;
      readonly bytes: Uint8Array;
      /** With the bytes, all that it takes to read the capture again. */
      readonly source: Source;
    }
  | { readonly kind: 'problem'; readonly problem: Problem };

/** A page may hold this share of broken characters without a word: browsers show them, too. */
const BROKEN_SHARE = 0.001;

/** The first 32 hex digits of the SHA-256 of the bytes. */
export const idOfBytes = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex').slice(0, 32);

/** A problem, as {@link readInputs} gives it. */
export const problemAt = (file: string, place: string | null, reason: string): Taken => ({
  kind: 'problem',
  problem: { file, place, reason },
});

/** Something to tell of an input that was read all the same. */
export const noteAt = (file: string, place: string | null, reason: string): Taken => ({
  kind: 'problem',
  problem: { file, place, reason, noted: true },
});

/**
 * Takes the one report of a capture of text or HTML. What cannot be read is a problem; what can be read in part is
 * both.
 * @param kind `null` to tell it by the name and the bytes
 * @param known what is known of it from where it was found
 */
export function takeCapture(
  bytes: Uint8Array,
  file: string,
  given: Given,
  kind: CaptureKind | null = null,
  known: Known = {},
): Taken[] {
  const magic = magicOf(bytes);
  if (magic) return [problemAt(file, null, `is ${magic}, not text; give the text, HTML or JSONL in it`)];
  if (isBinary(bytes)) return [problemAt(file, null, 'is binary, not text; give text, HTML or JSONL')];
  const form = (kind ?? kindOf(file, bytes)) === 'html' ? 'html' : 'text';
  const declared = known.charset ?? (form === 'html' ? declaredInHtml(bytes) : null);
  const { text, encoding, brokenAt } = decode(bytes, declared);
  if (!text.trim()) return [problemAt(file, null, 'is empty: it holds no words')];
  const origin: Origin = { ...known, file, id: idOfBytes(bytes), given };
  const source: Source = { form, known, given };
  try {
    const taken =
      form === 'html'
        ? takePage(text, origin, bytes, source)
        : [taking(articleFromText(text, origin), bytes, source)];
    const sound = brokenAt === null || (form === 'html' && brokenShare(text) < BROKEN_SHARE);
    return sound ? taken : [...taken, broken(file, brokenAt, encoding)];
  } catch (error) {
    return [problemAt(file, null, `cannot be read: ${(error as Error).message}`)];
  }
}

const WORDLESS = 'is a page without words; its text may be made by scripts: save it from a browser';

/**
 * The article of a page, and what hinders its reading. A page without words is an article all the same, as its metadata may
 * tell title, outlet and day.
 */
export function takePage(html: string, origin: Origin, bytes: Uint8Array, source: Source): Taken[] {
  const { article, depth } = readPage(html, origin);
  const { file } = origin;
  const taken = taking(article, bytes, source);
  if (!article.text) return [taken, noteAt(file, null, WORDLESS)];
  if (depth <= DEEPEST) return [taken];
  const reason = `nests its tags ${depth} deep; what lies below depth ${DEEPEST} is read as if it lay there`;
  return [taken, problemAt(file, null, reason)];
}

/** An article with its capture, as {@link readInputs} gives it. */
export const taking = (article: Article, bytes: Uint8Array, source: Source): Taken => ({
  kind: 'article',
  article,
  bytes,
  source,
});

const brokenShare = (text: string): number => (text.split('\ufffd').length - 1) / text.length;

const broken = (file: string, byte: number, encoding: string): Taken =>
  problemAt(file, `byte ${byte}`, `is not sound ${encoding.toUpperCase()}; broken bytes are read as \ufffd`);
