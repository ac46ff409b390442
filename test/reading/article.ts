import type { Article } from '../../src/text/article.ts';

/** An article of a headline (none where empty) and a body. */
export function articleOf(body: string, headline = '', outlet: string | null = 'The Valley Post'): Article {
  const text = headline ? `${headline}\n${body}` : body;
  const start = text.length - body.length;
  const main = { start, end: text.length, kind: 'body', kept: true, reason: 'body' } as const;
  const head = { start: 0, end: start, kind: 'headline', kept: true, reason: 'headline' } as const;
  return {
    id: 'a1',
    file: 'a.txt',
    url: null,
    title: headline || null,
    outlet,
    byline: null,
    published: '2031-03-05',
    publishedBasis: 'stated',
    dateline: null,
    credits: [],
    language: 'en',
    text,
    blocks: headline ? [head, main] : [main],
  };
}
