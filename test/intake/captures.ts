import assert from 'node:assert/strict';
import type { Article, Block } from '../../src/text/article.ts';

/** A line of a capture: whether it is to be kept, and the reason where that is asked for. */
export type Line = readonly [mark: '+' | '-', words: string, reason?: string];

/** The capture that lines make. */
export const captureOf = (lines: readonly Line[], between = '\n'): string =>
  lines.map(([, words]) => words).join(between);

/** The block in which the words stand. */
export function blockOf(article: Article, words: string, from = 0): Block {
  const at = article.text.indexOf(words, from);
  const block = article.blocks.find(({ start, end }) => start <= at && at < end);
  assert.ok(block, `no block holds ${JSON.stringify(words)}`);
  return block;
}

/** Fails where a line is kept or dropped against its mark, or for another reason than is asked for. */
export function assertLines(article: Article, lines: readonly Line[]): void {
  let from = 0;
  for (const [mark, words, reason] of lines) {
    const block = blockOf(article, words, from);
    const found = `${block.kept ? '+' : '-'} ${words.slice(0, 60)} (${block.reason})`;
    assert.equal(block.kept, mark === '+', found);
    if (reason) assert.equal(block.reason, reason, found);
    from = article.text.indexOf(words, from) + words.length;
  }
}

/** Fails where the blocks leave a gap, overlap, or do not reach from the text's beginning to its end. */
export function assertCovered({ text, blocks }: Article): void {
  let at = 0;
  for (const { start, end } of blocks) {
    assert.equal(start, at);
    assert.ok(end > start);
    at = end;
  }
  assert.equal(at, text.length);
}
