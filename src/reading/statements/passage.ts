import type { Sentence, Token } from '../../language/sentence.ts';
import type { Article } from '../../text/article.ts';
import { listed } from '../../text/listed.ts';

/** Tokens `from` (included) to `to` (excluded) of a passage. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/** One line of the article. */
export interface Paragraph extends Run {
  readonly headline: boolean;
}

/** An article's tokens in one row, with what the readers of statements ask about each. */
export interface Passage {
  readonly article: Article;
  readonly tokens: readonly Token[];
  /** The tokens' words in lower case, curly quotation marks made straight. */
  readonly words: readonly string[];
  readonly sentences: readonly Run[];
  /** Index into `sentences` for each token. */
  readonly sentenceOf: Int32Array;
  readonly paragraphs: readonly Paragraph[];
  /** Index into `paragraphs` for each token. */
  readonly paragraphOf: Int32Array;
  /** 0 outside quotation marks, 1 inside, 2 for a mark that opens, 3 for one that closes. */
  readonly quoted: Uint8Array;
}

export const OUTSIDE = 0;
export const INSIDE = 1;
export const OPENS = 2;
export const CLOSES = 3;

const OPENING = /^[“„«]$|^``$/;
const CLOSING = /^[”»]$/;
const EITHER = /^["＂]$|^''$/;

const known = new WeakMap<readonly Sentence[], Passage>();

/** The passage of an article's sentences, made once for all that read them. */
export function passageOf(article: Article, sentences: readonly Sentence[]): Passage {
  const old = known.get(sentences);
  if (old?.article === article) return old;
  const passage = passageFrom(article, sentences);
  known.set(sentences, passage);
  return passage;
}

function passageFrom(article: Article, sentences: readonly Sentence[]): Passage {
  const tokens = sentences.flatMap((sentence) => sentence.tokens);
  const sentenceOf = new Int32Array(tokens.length);
  const paragraphOf = new Int32Array(tokens.length);
  const runs: Run[] = [];
  const paragraphs: Paragraph[] = [];
  let at = 0;
  let line = -1;
  for (const { paragraph, headline, tokens: own } of sentences) {
    const run = { from: at, to: at + own.length };
    const last = paragraphs.at(-1);
    if (last && paragraph === line) paragraphs[paragraphs.length - 1] = { ...last, to: run.to };
    else paragraphs.push({ ...run, headline });
    line = paragraph;
    sentenceOf.fill(runs.length, run.from, run.to);
    paragraphOf.fill(paragraphs.length - 1, run.from, run.to);
    runs.push(run);
    at = run.to;
  }
  const words = listed(tokens, (token) => wordOf(token.text));
  const quoted = quotation(tokens, paragraphs, sentenceOf);
  return { article, tokens, words, sentences: runs, sentenceOf, paragraphs, paragraphOf, quoted };
}

/** A token in lower case, curly marks made straight. */
export function wordOf(text: string): string {
  const lower = text.toLowerCase();
  return /[’‘`´]/.test(lower) ? lower.replace(/[’‘`´]/g, "'") : lower;
}

/**
 * Quotation state by paragraph: a quotation never outlives its line, as newspapers open each line of one anew. One that
 * is not closed, and that the next line does not open anew, ends with its sentence, unless it opened its line: a mark is
 * missing.
 */
function quotation(
  tokens: readonly Token[],
  paragraphs: readonly Paragraph[],
  sentenceOf: Int32Array,
): Uint8Array {
  const quoted = new Uint8Array(tokens.length);
  for (const { from, to } of paragraphs) {
    let opened = -1;
    for (let i = from; i < to; i++) {
      const mark = markOf(tokens, i, opened >= 0);
      quoted[i] = mark || (opened >= 0 ? INSIDE : OUTSIDE);
      if (mark) opened = mark === OPENS ? i : -1;
    }
    const next = tokens[to] && markOf(tokens, to, false);
    if (opened <= from || next === OPENS) continue;
    for (let i = opened + 1; i < to; i++) if (sentenceOf[i] !== sentenceOf[opened]) quoted[i] = OUTSIDE;
  }
  return quoted;
}

function markOf(tokens: readonly Token[], i: number, open: boolean): number {
  const { text, start, end } = tokens[i]!;
  if (text.length > 2) return OUTSIDE;
  if (OPENING.test(text)) return OPENS;
  if (CLOSING.test(text)) return CLOSES;
  if (EITHER.test(text)) return open ? CLOSES : OPENS;
  // Two single marks in a row close a quotation that two grave accents opened.
  const other = open && text === "'" ? [tokens[i - 1], tokens[i + 1]] : [];
  return other.some((near) => near?.text === "'" && (near.end === start || near.start === end))
    ? CLOSES
    : OUTSIDE;
}
