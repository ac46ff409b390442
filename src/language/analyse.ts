import type { Article, Block } from '../text/article.ts';
import type { Sentence, Token } from './sentence.ts';
import { sentenceStarts } from './split.ts';
import { tokenize, type Word } from './tokenize.ts';

/** The sentences of an article's kept blocks, in the order of the text. A line's end always ends a sentence. */
export function analyse(article: Article): readonly Sentence[] {
  return analyseBlocks(article.text, article.blocks);
}

/** The sentences of a plain text, taken as one block of body. */
export function analyseText(text: string): readonly Sentence[] {
  return analyseBlocks(text, [{ start: 0, end: text.length, kind: 'body', kept: true, reason: 'body' }]);
}

/** A sentence before its analysis. */
interface Draft {
  readonly words: readonly Word[];
  readonly paragraph: number;
  readonly headline: boolean;
}

const LINE = /[^\n\r\u2028\u2029]+/gu;

function analyseBlocks(text: string, blocks: readonly Block[]): readonly Sentence[] {
  return draftsOf(text, blocks).map((draft, index) => sentenceOf(text, draft, index));
}

function draftsOf(text: string, blocks: readonly Block[]): readonly Draft[] {
  const drafts: Draft[] = [];
  let paragraph = 0;
  for (const block of blocks) {
    if (!block.kept) continue;
    for (const [from, to] of linesOf(text, block.start, block.end)) {
      const words = tokenize(text, from, to);
      if (!words.length) continue;
      const starts = sentenceStarts(text, words);
      for (const [i, start] of starts.entries())
        drafts.push({
          words: words.slice(start, starts[i + 1]),
          paragraph,
          headline: block.kind === 'headline',
        });
      paragraph++;
    }
  }
  return drafts;
}

function linesOf(text: string, from: number, to: number): readonly (readonly [number, number])[] {
  return [...text.slice(from, to).matchAll(LINE)].map((line) => [
    from + line.index,
    from + line.index + line[0].length,
  ]);
}

function sentenceOf(text: string, { words, paragraph, headline }: Draft, index: number): Sentence {
  return {
    start: words[0]!.start,
    end: words.at(-1)!.end,
    index,
    paragraph,
    headline,
    tokens: words.map((word, i) => tokenOf(text, word, i)),
  };
}

function tokenOf(text: string, { start, end, joined }: Word, index: number): Token {
  const words = text.slice(start, end);
  return {
    start,
    end,
    index,
    text: words,
    joined,
    lemma: words.toLowerCase(),
    upos: 'X',
    xpos: 'XX',
    feats: '_',
    head: index - 1,
    deprel: index ? 'dep' : 'root',
    margin: 0,
  };
}
