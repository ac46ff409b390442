import type { Article } from '../text/article.ts';
import { type Span, wordsOf } from '../text/span.ts';

/** Sentences of two carriers of one text that only one of them has, as spans of their own texts. */
export interface Differences {
  readonly onlyFirst: readonly Span[];
  readonly onlySecond: readonly Span[];
}

const SENTENCES = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Fewer letters and digits than this are no sentence worth telling. */
const LEAST = 12;

/** What each of two articles says in its kept blocks that the other does not, sentence by sentence, spelling of marks aside. */
export function differences(first: Article, second: Article): Differences {
  const [a, b] = [sentencesOf(first), sentencesOf(second)];
  return { onlyFirst: without(a, b), onlySecond: without(b, a) };
}

type Sentences = ReadonlyMap<string, Span>;

const without = (some: Sentences, others: Sentences): readonly Span[] =>
  [...some].flatMap(([key, span]) => (others.has(key) ? [] : [span]));

function sentencesOf({ text, blocks }: Article): Sentences {
  const found = new Map<string, Span>();
  for (const block of blocks) {
    if (!block.kept) continue;
    for (const { index, segment } of SENTENCES.segment(wordsOf(text, block))) {
      const key = segment
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim();
      const words = segment.trim();
      const start = block.start + index + segment.indexOf(words);
      if (key.length >= LEAST && !found.has(key)) found.set(key, { start, end: start + words.length });
    }
  }
  return found;
}
