import assert from 'node:assert/strict';
import test from 'node:test';
import { articleFromHtml } from '../../src/intake/html.ts';
import { type Article, bodyOf } from '../../src/text/article.ts';
import { assertCovered, assertLines, type Line } from './captures.ts';

const take = (html: string, url: string | null = null): Article =>
  articleFromHtml(html, { file: 'page.html', id: 'a', url });

const STORY = [
  'At least twelve people drowned when the river Orle burst its banks near Tamsk, the rescue service said.',
  'Divers searched the river for four more villagers who were swept from the bridge at Tamsk on Sunday.',
  'The rescue service moved 300 villagers from the river banks into schools, its spokeswoman said on Monday.',
];
const paragraphs = STORY.map((words) => `<p>${words}</p>`).join('');
const LATE = 'The rescue service said the river Orle would fall at Tamsk before the weekend.';
/** Brings a story to the length of a report. */
const LONGER = Array.from(
  { length: 12 },
  (_, i) => `<p>In village number ${i} the river rose above the banks and into the cellars by noon.</p>`,
).join('');
const FEATURE =
  '<p>The academy trains its officers in the cool hills above the harbour, where a general once built huts, and each of them leaves with a sword, a horse and a song about mountain goats.</p>'.repeat(
    4,
  );
const page = (body: string, head = ''): string =>
  `<!doctype html><html lang="en"><head><title>River Orle floods Tamsk | Tamsk Courier</title>${head}</head><body>${body}</body></html>`;

/** Pages, and lines that must or must not be kept. */
const PAGES: Readonly<Record<string, readonly [html: string, lines: readonly Line[]]>> = {
  'chrome about the story': [
    page(`<nav><a href="/">Home</a><a href="/w">World</a></nav><h1>River Orle floods Tamsk</h1>
      <div class="byline">By Ilse Marn</div><div class="story">${paragraphs}</div>
      <aside><h3>More news</h3><p>A minister is accused of hiding what a tunnel under the mountains cost.</p></aside>
      <footer>About us. Contact. All the news that the valley needs to read.</footer>`),
    [
      ['-', 'Home'],
      ['+', 'River Orle floods Tamsk', 'headline'],
      ['-', 'By Ilse Marn', 'byline or date'],
      ['+', STORY[0]!],
      ['+', STORY[2]!],
      ['-', 'More news', 'sidebar'],
      ['-', 'A minister is accused', 'sidebar'],
      ['-', 'About us', 'page footer'],
    ],
  ],
  'a standfirst outside the body': [
    page(
      `<h1>River Orle floods Tamsk</h1><p>Rescuers look for four villagers who are still missing in the valley.</p><div>${paragraphs}</div>`,
    ),
    [
      ['+', 'River Orle floods Tamsk'],
      ['+', 'Rescuers look for four villagers'],
      ['+', STORY[0]!],
    ],
  ],
  'links and figures within the story': [
    page(`<article><p>${STORY[0]}</p><figure><img><figcaption>The bridge at Tamsk as it was, in a picture of last spring.</figcaption></figure>
      <p>${STORY[1]}</p><ul><li><a href="/1">Why dams fail in every second spring</a></li><li><a href="/2">What a flood costs</a></li></ul><p>${STORY[2]}</p></article>`),
    [
      ['+', STORY[0]!],
      ['-', 'The bridge at Tamsk as it was', 'caption'],
      ['+', STORY[1]!],
      ['-', 'Why dams fail', 'list of links'],
      ['+', STORY[2]!],
    ],
  ],
  'more comments than story': [
    page(
      `<div class="entry">${paragraphs}</div><div id="comments">${`<p>I have lived in this valley for fifty years and never saw the river so high.</p>`.repeat(9)}</div>`,
    ),
    [
      ['+', STORY[1]!],
      ['-', 'I have lived in this valley', 'comments'],
    ],
  ],
  'a name that speaks against the story itself': [
    page(`<div class="sidebar-layout promo">${paragraphs}</div>`),
    [
      ['+', STORY[0]!],
      ['+', STORY[2]!],
    ],
  ],
  'a link that is never closed': [
    page(
      `<a href="/"><b>Courier</b><h1>River Orle floods Tamsk</h1><article>${STORY.map((words) => `<p>${words} <a href="/x">map</a></p>`).join('')}</article>`,
    ),
    [['+', STORY[1]!]],
  ],
  'hidden and scripted text': [
    page(
      `<div style="display:none"><p>Never shown to anybody who reads this page in a browser.</p></div><script>var a = "no";</script>${paragraphs}`,
    ),
    [['+', STORY[0]!]],
  ],
  'another story behind this one, in an element whose name tells nothing': [
    page(
      `<div class="x1"><div class="x2"><h1>River Orle floods Tamsk</h1>${paragraphs}</div><div class="x3"><h3><a href="/o">Opera</a></h3><p>A tenor from the coast opens his season with songs that nobody in the capital had ever heard.</p></div></div>`,
    ),
    [
      ['+', STORY[2]!],
      ['-', 'A tenor from the coast', 'behind the article, of another matter'],
    ],
  ],
  'the story in two elements': [
    page(
      `<div class="x1"><div class="x2"><h1>River Orle floods Tamsk</h1>${paragraphs}</div><div class="x2"><p>Divers will go on with the search for the four villagers when the river has fallen.</p></div></div>`,
    ),
    [
      ['+', STORY[2]!],
      ['+', 'Divers will go on'],
    ],
  ],
  'a longer text in a window over the page': [
    page(
      `<article><h1>River Orle floods Tamsk</h1>${paragraphs}${LONGER}</article><div class="window-overlay">${FEATURE.repeat(3)}</div>`,
    ),
    [
      ['+', STORY[2]!],
      ['-', 'The academy trains its officers', 'cookie notice'],
    ],
  ],
  'text that a script unfolds': [
    page(
      `<h1>River Orle floods Tamsk</h1><p>Loading the story.</p><div style="display:none">${paragraphs}</div>`,
    ),
    [['+', STORY[1]!]],
  ],
  'text for readers without scripts': [
    page(`<h1>River Orle floods Tamsk</h1><noscript>${paragraphs}</noscript>`),
    [['+', STORY[1]!]],
  ],
  'text in a template that a script fills in': [
    page(`<h1>River Orle floods Tamsk</h1><script type="text/template">${paragraphs}</script>`),
    [['+', STORY[1]!]],
  ],
  'text that only the metadata has': [
    page(
      '<h1>River Orle floods Tamsk</h1>',
      `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', articleBody: `${STORY.join('\n')}\n${STORY.map((words) => `Again: ${words}`).join('\n\n')}` })}</script>`,
    ),
    [
      ['+', STORY[0]!],
      ['+', STORY[2]!],
    ],
  ],
  'hidden text of another matter': [
    page(
      `<h1>River Orle floods Tamsk</h1><p>${STORY[0]}</p><div style="display:none">${FEATURE.repeat(3)}</div>`,
    ),
    [['+', STORY[0]!]],
  ],
  'lines that begin as bylines and are none': [
    page(
      `<h1>River Orle floods Tamsk</h1>${paragraphs}<h2>From spring to summer</h2><p>${LATE}</p><p>From Ilse Marn, in Tamsk</p><p>Pages: 1 2 3</p>`,
    ),
    [
      ['+', 'From spring to summer'],
      ['-', 'From Ilse Marn', 'byline'],
      ['-', 'Pages: 1', 'site navigation'],
    ],
  ],
  'text parted by line breaks alone': [
    page(`<div>${STORY.join('<br><br>')}</div>`),
    [
      ['+', STORY[0]!],
      ['+', STORY[1]!],
    ],
  ],
};

for (const [name, [html, lines]] of Object.entries(PAGES)) {
  test(`pages: ${name}`, () => {
    const article = take(html);
    assertCovered(article);
    assertLines(article, lines);
    assert.doesNotMatch(article.text, /Never shown|var a/);
  });
}

test('words are not torn apart by inline tags, nor joined across paragraphs', () => {
  const { text } = take(page('<p>The <b>riv</b>er <i>rose</i>.</p><p>It fell.</p>'));
  assert.equal(text, 'The river rose.\nIt fell.\n');
});

const ld = (value: object): string => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

/** Heads of pages, and what they state. */
const FACTS: readonly (readonly [
  name: string,
  head: string,
  body: string,
  field: keyof Article,
  value: unknown,
])[] = [
  [
    'JSON-LD',
    ld({ '@type': 'NewsArticle', datePublished: '2021-03-03T08:00:00+01:00' }),
    '',
    'published',
    '2021-03-03',
  ],
  [
    'JSON-LD in a graph',
    ld({
      '@graph': [{ '@type': 'Organization' }, { '@type': ['NewsArticle'], datePublished: '2021-03-03' }],
    }),
    '',
    'published',
    '2021-03-03',
  ],
  [
    'broken JSON-LD',
    '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2021-03-03",}</script>',
    '',
    'published',
    '2021-03-03',
  ],
  [
    'meta',
    '<meta property="article:published_time" content="2021-03-03T08:00:00Z">',
    '',
    'published',
    '2021-03-03',
  ],
  [
    'microdata',
    '',
    '<span itemprop="datePublished" content="2021-03-03">Wednesday</span>',
    'published',
    '2021-03-03',
  ],
  [
    'a time element',
    '',
    '<time datetime="2021-03-03T08:00">three days ago</time>',
    'published',
    '2021-03-03',
  ],
  [
    'a time element of another story',
    '',
    '<aside><time datetime="2020-01-01">1 January</time></aside><time datetime="2021-03-03">3 March</time>',
    'published',
    '2021-03-03',
  ],
  [
    'the address',
    '<link rel="canonical" href="https://tamsk.example/2021/03/03/flood">',
    '',
    'published',
    '2021-03-03',
  ],
  ['a line about the title', '', '<div>Posted on March 3, 2021 by Ilse</div>', 'published', '2021-03-03'],
  [
    'universal time, and the day on the page',
    '<meta property="article:published_time" content="2021-03-04T02:00:00+00:00">',
    '<div>Published: March 3, 2021 at 6:00 p.m.</div>',
    'published',
    '2021-03-03',
  ],
  ['nothing', '', '', 'published', null],
  ['the site', '<meta property="og:site_name" content="Tamsk Courier">', '', 'outlet', 'Tamsk Courier'],
  [
    'the publisher',
    ld({ '@type': 'NewsArticle', publisher: { '@type': 'Organization', name: 'Radio Orle' } }),
    '',
    'outlet',
    'Radio Orle',
  ],
  [
    'the host',
    '<link rel="canonical" href="https://www.tamsk.example/flood">',
    '',
    'outlet',
    'tamsk.example',
  ],
  [
    'the writers',
    ld({ '@type': 'NewsArticle', author: [{ name: 'Ilse Marn' }, { name: 'Tom Okoro' }] }),
    '',
    'byline',
    'Ilse Marn, Tom Okoro',
  ],
  [
    'the heading',
    '<meta property="og:title" content="River Orle floods Tamsk - Tamsk Courier">',
    '',
    'title',
    'River Orle floods Tamsk',
  ],
];

for (const [name, head, body, field, value] of FACTS) {
  test(`${field} by ${name}`, () => {
    const title = field === 'outlet' ? '' : '<title>River Orle floods Tamsk</title>';
    const html = `<html><head>${title}${head}</head><body><h1>River Orle floods Tamsk</h1>${body}<div>${paragraphs}</div></body></html>`;
    assert.equal(take(html)[field], value);
  });
}

test('a class named for a label says nothing against whole paragraphs', () => {
  const intro = STORY.map((words) => `<p>${words.replace('river', 'wide river')} It rained on.</p>`).join('');
  const html = page(
    `<h1>River Orle floods Tamsk</h1>${intro.repeat(2)}<div class="field-label-hidden">${paragraphs}</div>`,
  );
  for (const words of STORY) assert.ok(bodyOf(take(html)).includes(words), words);
});

test('paragraphs in an element of many links are no list of links', () => {
  const links = Array.from(
    { length: 80 },
    (_, i) => `<li><a href="/${i}">Another story of the week, number ${i}</a></li>`,
  ).join('');
  const html = page(
    `<div id="all"><h1>River Orle floods Tamsk</h1><div>${paragraphs.repeat(4)}</div><ul>${links}</ul></div><p>${STORY[0]} It rained.</p>`,
  );
  const body = bodyOf(take(html));
  for (const words of STORY) assert.ok(body.includes(words), words);
  assert.ok(!body.includes('Another story'));
});

test('a line under the headline is its standfirst, and no part of the body', () => {
  const shares = Array.from({ length: 20 }, (_, i) => `<li><a href="/s${i}">Share it there</a></li>`).join(
    '',
  );
  for (const [name, line] of [
    [
      'between headline and body',
      `<div><p>Rescuers search for four villagers who are missing since Sunday.</p></div>${shares}`,
    ],
    [
      'named so',
      '<article><h2 class="entry-dek">Rescuers search for four villagers who are missing</h2></article>',
    ],
  ] as const) {
    const lead = /[A-Z][^<]+/.exec(line)![0];
    const article = take(
      page(`<h1>River Orle floods Tamsk</h1>${line}<div class="story">${paragraphs.repeat(2)}</div>`),
    );
    const block = article.blocks.find(({ start, end }) => article.text.slice(start, end).includes(lead));
    assert.deepEqual([block?.kind, block?.kept, block?.reason], ['headline', true, 'standfirst'], name);
    assert.ok(!bodyOf(article).includes(lead), name);
  }
});

test('what stands above the headline is none of the article', () => {
  const article = take(
    page(
      `<div><p>Do you need help to sign in to your account with us today?</p><h1>River Orle floods Tamsk</h1>${paragraphs.repeat(3)}</div>`,
    ),
  );
  assert.ok(!bodyOf(article).includes('sign in'));
  assert.ok(bodyOf(article).startsWith(STORY[0]!));
});
