import type { Article } from '../text/article.ts';
import { quotedLines, withoutQuotations } from './quotations.ts';
import { type Word, wordsIn } from './words.ts';

/** A sentence of an article, for comparison only: it carries no offsets. */
export interface PlainSentence {
  readonly words: readonly Word[];
  readonly headline: boolean;
}

interface Line {
  readonly text: string;
  readonly headline: boolean;
}

/** A break after a full stop, before a capital, a digit or a quotation; initials and short titles do not end one. */
const BREAK = /(?<=(?:[^.\s]{4}|\d)[.!?]["”’)]{0,3})\s+(?=["“‘(]?[\p{Lu}\p{N}])/u;

/** Sentences of the kept blocks in order, without what they quote: quotations, statements printed whole, posts. */
export function ownSentences(article: Article): readonly PlainSentence[] {
  const lines = linesOf(article);
  const quoted = quotedLines(lines.map(({ text }) => text));
  return lines
    .filter((_, i) => !quoted.has(i))
    .flatMap(({ text, headline }) => sentencesOf(withoutQuotations(text), headline));
}

/** Sentences of the kept blocks in order, quotations included. */
export function allSentences(article: Article): readonly PlainSentence[] {
  return linesOf(article).flatMap(({ text, headline }) => sentencesOf(text, headline));
}

function linesOf(article: Article): readonly Line[] {
  return article.blocks
    .filter((block) => block.kept)
    .flatMap(({ start, end, kind }) =>
      article.text
        .slice(start, end)
        .split(/[\r\n]+/u)
        .map((text) => ({ text, headline: kind === 'headline' })),
    )
    .filter(({ text }) => text.trim() !== '');
}

function sentencesOf(text: string, headline: boolean): readonly PlainSentence[] {
  return text
    .split(BREAK)
    .map((sentence) => ({ words: wordsIn(sentence), headline }))
    .filter(({ words }) => words.length > 0);
}
