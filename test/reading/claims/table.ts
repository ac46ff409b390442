import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyse } from '../../../src/language/analyse.ts';
import type { Claim } from '../../../src/reading/claim.ts';
import { readClaims } from '../../../src/reading/claims.ts';
import { readFigures } from '../../../src/reading/figures.ts';
import { readStatements } from '../../../src/reading/statements.ts';
import { readTimes } from '../../../src/reading/times.ts';
import type { Article } from '../../../src/text/article.ts';

/** A sentence and the claims that it must give, in order: "killed ≥30 soldiers"; none where the list is empty. */
export type Row = readonly [sentence: string, ...claims: readonly string[]];

export const PUBLISHED = '2031-05-16';

/** An article of invented words; a first line before a blank one is its headline. */
export function articleOf(text: string, fields: Partial<Article> = {}): Article {
  const cut = text.indexOf('\n\n');
  const blocks =
    cut < 0
      ? [{ start: 0, end: text.length, kind: 'body', kept: true, reason: 'body' } as const]
      : [
          { start: 0, end: cut + 2, kind: 'headline', kept: true, reason: 'headline' } as const,
          { start: cut + 2, end: text.length, kind: 'body', kept: true, reason: 'body' } as const,
        ];
  return {
    id: 'a',
    file: 'a.txt',
    url: null,
    title: null,
    outlet: 'The Daily Ferry',
    byline: null,
    published: PUBLISHED,
    publishedBasis: 'stated',
    dateline: null,
    credits: [],
    language: 'en',
    text,
    blocks,
    ...fields,
  };
}

export function claimsOf(text: string, fields: Partial<Article> = {}): readonly Claim[] {
  const article = articleOf(text, fields);
  const sentences = analyse(article);
  const figures = readFigures(text, sentences);
  const times = readTimes(text, sentences, article.published);
  const statements = readStatements(article, sentences, times);
  return readClaims({ article, sentences, figures, times, statements });
}

/** "killed ≥30 soldiers": measure (its predicate where the measure is `other`), bound, value, group. */
export function shown({ measure, predicate, figure, counted }: Claim): string {
  return `${measure === 'other' ? `other:${predicate}` : measure} ${valueShown(figure)} ${counted.group}`;
}

function valueShown({ bound, low, high, text }: Claim['figure']): string {
  switch (bound) {
    case 'vague':
      return text.toLowerCase();
    case 'range':
      return `${low}–${high}`;
    case 'at-least':
      return `≥${low}`;
    case 'more-than':
      return `>${low}`;
    case 'at-most':
      return `≤${high}`;
    case 'less-than':
      return `<${high}`;
    case 'about':
      return `~${low}`;
    default:
      return `${low}`;
  }
}

/** One test a row. */
export function table(name: string, rows: readonly Row[]): void {
  for (const [sentence, ...expected] of rows)
    test(`${name}: ${sentence}`, () => {
      assert.deepEqual(claimsOf(sentence).map(shown), expected);
    });
}
