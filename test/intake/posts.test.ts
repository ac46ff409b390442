import assert from 'node:assert/strict';
import test from 'node:test';
import { articleFromHtml } from '../../src/intake/html.ts';
import { readArticle } from '../../src/reading/read.ts';
import { type Article, bodyOf } from '../../src/text/article.ts';
import { piecesOf } from '../../src/text/posts.ts';
import { assertCovered, blockOf } from './captures.ts';

interface Update {
  readonly at: string;
  readonly headline: string;
  readonly body: string;
}

/** Newest first, as live blogs have it. */
const UPDATES: readonly Update[] = [
  {
    at: '2024-03-06T09:10:00Z',
    headline: 'Toll in Tamsk rises again',
    body: 'At least 31 people were killed by the flood in Tamsk, the rescue service said.',
  },
  {
    at: '2024-03-05T18:40:00Z',
    headline: 'Opera house opens its doors',
    body: 'The opera house took in 200 villagers who had lost their homes, its director said.',
  },
  {
    at: '2024-03-05T07:15:00Z',
    headline: 'First deaths are confirmed',
    body: 'At least 12 people were killed by the flood in Tamsk on Monday, the rescue service said.',
  },
];
const INTRODUCTION =
  'Follow what is known of the flood at Tamsk, where the river Orle burst its banks on Monday.';

const page = (body: string, head = ''): string =>
  `<!doctype html><html lang="en"><head><title>Flood in Tamsk: live</title><meta property="article:published_time" content="2024-03-05T06:00:00Z">${head}</head><body><main><h1>Flood in Tamsk: live</h1><p>${INTRODUCTION}</p>${body}</main></body></html>`;
const linked = (value: object): string =>
  `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
const LINKED = linked({
  '@type': 'LiveBlogPosting',
  headline: 'Flood in Tamsk: live',
  datePublished: '2024-03-05T06:00:00Z',
  liveBlogUpdate: UPDATES.map(({ at, headline, body }) => ({
    '@type': 'BlogPosting',
    datePublished: at,
    headline,
    articleBody: body,
  })),
});
const rows = (tag: string): string =>
  UPDATES.map(
    ({ at, headline, body }) =>
      `<${tag} class="x"><time datetime="${at}">${at.slice(11, 16)}</time><h2>${headline}</h2><p>${body}</p></${tag}>`,
  ).join('');
const BARE = UPDATES.map(({ headline, body }) => `<h3>${headline}</h3><p>${body}</p>`).join('');

const PAGES: Readonly<Record<string, string>> = {
  'articles in a row': page(rows('article')),
  'sections in a row, a day each about them': page(`<div>${rows('section')}</div>`),
  'list items': page(`<ol>${rows('li')}</ol>`),
  'posts that JSON-LD dates': page(`<div>${BARE}</div>`, LINKED),
  'posts that only JSON-LD has': page('', LINKED),
};

const take = (html: string): Article => articleFromHtml(html, { file: 'live.html', id: 'a', url: null });

for (const [name, html] of Object.entries(PAGES))
  test(`live blogs: ${name}`, () => {
    const article = take(html);
    assertCovered(article);
    assert.equal(article.published, '2024-03-05');
    for (const { at, headline, body } of UPDATES) {
      for (const words of [headline, body]) {
        const block = blockOf(article, words);
        assert.equal(block.kept, true, words);
        assert.deepEqual(block.post, { at, published: at.slice(0, 10) }, words);
      }
    }
    assert.equal(blockOf(article, INTRODUCTION).post, undefined);
  });

test('a claim in a post is said and happened when its post says, not when the page was put up', () => {
  const { claims } = readArticle(take(PAGES['articles in a row']!));
  const told = claims
    .filter(({ measure }) => measure === 'killed')
    .map(({ figure, on, when }) => [figure.low, on?.to, when?.to]);
  assert.deepEqual(told, [
    [31, '2024-03-06', '2024-03-06'],
    [12, '2024-03-05', '2024-03-04'],
  ]);
});

test('times in a post hang on its day', () => {
  const days = readArticle(take(PAGES['list items']!)).times.map(({ text, from }) => [text, from]);
  assert.deepEqual(days, [
    ['Monday', '2024-03-04'],
    ['Monday', '2024-03-04'],
  ]);
});

test('the pieces of an article have its blocks, each kept one once', () => {
  const article = take(PAGES['articles in a row']!);
  const pieces = piecesOf(article);
  assert.equal(pieces.length, UPDATES.length + 1);
  assert.equal(
    pieces.flatMap((piece) => piece.blocks.filter(({ kept }) => kept)).length,
    article.blocks.filter(({ kept }) => kept).length,
  );
  const plain = take(page(`<p>${UPDATES[0]!.body}</p><p>${UPDATES[1]!.body}</p>`));
  assert.deepEqual(piecesOf(plain), [plain]);
});

const STORY = [
  'At least twelve people drowned when the river Orle burst its banks near Tamsk, the rescue service said.',
  'Divers searched the river for four more villagers who were swept from the bridge at Tamsk on Sunday.',
  'The rescue service moved 300 villagers from the river banks into schools, its spokeswoman said on Monday.',
  'In the lower valley the flood took the only road, and villagers crossed the hills to reach the schools.',
].map((words) => `<p>${words}</p>`);
const dated = (days: readonly string[]): string =>
  days
    .map((day) => `<li><time datetime="${day}">${day}</time> <p>The river rose and took a bridge.</p></li>`)
    .join('');

/** Rows of dated elements that are no posts. */
const OTHERS: Readonly<Record<string, string>> = {
  'dates of what is told': page(`<ol>${dated(['1953-02-01', '1987-03-04', '2002-08-13'])}</ol>`),
  'two only': page(`<ol>${dated(['2024-03-05', '2024-03-06'])}</ol>`),
  'teasers behind a story': page(
    `${STORY.join('')}<ul>${dated(['2024-03-03', '2024-03-04', '2024-03-05'])}</ul>`,
  ),
};
for (const [name, html] of Object.entries(OTHERS))
  test(`no posts: ${name}`, () => {
    const article = take(html);
    assert.ok(bodyOf(article));
    assert.ok(article.blocks.every(({ post }) => post === undefined));
  });
