import type { Article } from '../text/article.ts';
import { type Word, wordsIn } from './words.ts';

/** A sentence of the article's own words: quotations are left out. */
export interface OwnSentence {
  readonly words: readonly Word[];
  readonly text: string;
  readonly headline: boolean;
}

/** A break after a full stop, before a capital, a digit or a quotation; initials and short titles do not end one. */
const BREAK = /(?<=(?:[^.\s]{4}|\d)[.!?]["”’)]{0,3})\s+(?=["“‘(]?[\p{Lu}\p{N}])/u;
const OPENING = /["“]/u;
/** Quoted words of at most this many characters are part of the reporter's sentence: a nickname, a title. */
const SHORT = 24;

/**
 * Sentences of the kept blocks in order, quotations cut out. A quotation that is not closed by the end of its
 * line is taken to run to there, as reporters' many-paragraph quotations do.
 */
export function ownSentences(article: Article): readonly OwnSentence[] {
  return sentencesIn(article, withoutQuotations);
}

/** Sentences of the kept blocks in order, quotations included. */
export function allSentences(article: Article): readonly OwnSentence[] {
  return sentencesIn(article, (line) => line);
}

function sentencesIn(article: Article, change: (line: string) => string): readonly OwnSentence[] {
  return article.blocks
    .filter((block) => block.kept)
    .flatMap(({ start, end, kind }) =>
      article.text
        .slice(start, end)
        .split(/[\r\n]+/u)
        .flatMap((line) => sentencesOf(change(line), kind === 'headline')),
    );
}

function sentencesOf(line: string, headline: boolean): readonly OwnSentence[] {
  return line
    .split(BREAK)
    .map((text) => ({ text, words: wordsIn(text), headline }))
    .filter(({ words }) => words.length > 0);
}

/** The line with every quotation of more than {@link SHORT} characters replaced by a space. */
export function withoutQuotations(line: string): string {
  if (!OPENING.test(line)) return line;
  const kept: string[] = [];
  let from = 0;
  while (from < line.length) {
    const open = nextOf(line, from, '"“');
    const close = nextOf(line, open + 1, line[open] === '“' ? '”' : '"”');
    const end = Math.min(close + 1, line.length);
    const short = close - open <= SHORT;
    kept.push(line.slice(from, short ? end : open));
    from = end;
  }
  return kept.join(' ');
}

function nextOf(line: string, from: number, marks: string): number {
  for (let i = from; i < line.length; i++) if (marks.includes(line[i]!)) return i;
  return line.length;
}
