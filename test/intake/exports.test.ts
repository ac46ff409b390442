import assert from 'node:assert/strict';
import test from 'node:test';
import { readInputs, type Taken } from '../../src/intake/inputs.ts';
import type { Article } from '../../src/text/article.ts';

const STORY = 'Twelve people drowned near the town on Monday, the rescue service said.';

async function* once(content: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(content);
}

async function take(content: string): Promise<Taken[]> {
  const taken: Taken[] = [];
  for await (const one of readInputs(['-'], { stdin: once(content) })) taken.push(one);
  return taken;
}

const articlesIn = (taken: readonly Taken[]): Article[] =>
  taken.flatMap((one) => (one.kind === 'article' ? [one.article] : []));
const reasonsIn = (taken: readonly Taken[]): string[] =>
  taken.flatMap((one) =>
    one.kind === 'problem' ? [`${one.problem.noted ? 'note' : 'problem'} ${one.problem.reason}`] : [],
  );

type Facts = Partial<Record<'url' | 'title' | 'outlet' | 'byline' | 'published', string>>;

/** Exports of common extractors, each with what it states of the article. */
const EXPORTS: Readonly<Record<string, readonly [record: object, facts: Facts]>> = {
  'news-please': [
    {
      authors: ['Ilse Marn', 'Tom Okoro'],
      date_publish: '2021-03-03 08:00:00',
      maintext: STORY,
      title: 'Flood in Tamsk',
      source_domain: 'www.tamsk.example',
      url: 'https://www.tamsk.example/flood',
    },
    {
      url: 'https://www.tamsk.example/flood',
      title: 'Flood in Tamsk',
      byline: 'Ilse Marn, Tom Okoro',
      outlet: 'tamsk.example',
      published: '2021-03-03',
    },
  ],
  newspaper4k: [
    {
      url: 'https://tamsk.example/f',
      source_url: 'https://www.tamsk.example',
      title: 'Flood',
      text: STORY,
      publish_date: '2021-03-03T00:00:00',
      authors: ['Ilse Marn'],
    },
    { outlet: 'tamsk.example', published: '2021-03-03', byline: 'Ilse Marn' },
  ],
  trafilatura: [
    {
      title: 'Flood',
      author: 'Ilse Marn',
      hostname: 'tamsk.example',
      sitename: 'Tamsk Courier',
      date: '2021-03-03',
      source: 'https://tamsk.example/f',
      text: STORY,
      raw_text: STORY,
    },
    { outlet: 'Tamsk Courier', published: '2021-03-03', byline: 'Ilse Marn' },
  ],
  'ninjs 1': [
    {
      uri: 'urn:tamsk:1',
      headline: 'Flood in Tamsk',
      byline: 'Ilse Marn',
      versioncreated: '2021-03-03T08:00:00Z',
      body_text: STORY,
      source: 'Tamsk Press',
    },
    { title: 'Flood in Tamsk', outlet: 'Tamsk Press', byline: 'Ilse Marn', published: '2021-03-03' },
  ],
  'ninjs 2': [
    {
      uri: 'https://tamsk.example/n',
      headlines: [{ role: 'main', value: 'Flood in Tamsk' }],
      bodies: [
        { contentType: 'text/html', value: `<p>${STORY}</p>` },
        { contentType: 'text/plain', value: STORY },
      ],
      firstCreated: '2021-03-03T08:00:00Z',
      by: 'Ilse Marn',
    },
    { url: 'https://tamsk.example/n', title: 'Flood in Tamsk', byline: 'Ilse Marn', published: '2021-03-03' },
  ],
};

for (const [name, [record, facts]] of Object.entries(EXPORTS))
  test(`a record of ${name}`, async () => {
    const [article] = articlesIn(await take(JSON.stringify(record)));
    assert.ok(article);
    assert.equal(article.text, STORY);
    for (const [field, value] of Object.entries(facts))
      assert.equal(article[field as keyof Facts], value, field);
  });

const item = (title: string, more: string): string =>
  `<item><title>${title}</title><link>https://tamsk.example/${title}</link><pubDate>Wed, 03 Mar 2021 08:00:00 GMT</pubDate>${more}</item>`;
const rss = (items: string): string =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Tamsk Courier</title>${items}</channel></rss>`;
const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Tamsk Courier</title><entry><title>A</title>
  <link href="https://tamsk.example/A"/><published>2021-03-03T08:00:00Z</published><author><name>Ilse Marn</name></author>
  <content type="html">&lt;p&gt;${STORY}&lt;/p&gt;&lt;p&gt;Four are missing.&lt;/p&gt;</content></entry></feed>`;
const jsonFeed = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Tamsk Courier',
  items: [
    {
      id: '1',
      url: 'https://tamsk.example/A',
      title: 'A',
      date_published: '2021-03-03T08:00:00Z',
      content_html: `<p>${STORY}</p><p>Four are missing.</p>`,
    },
  ],
});

for (const [name, feed] of Object.entries({
  RSS: rss(
    item('A', `<content:encoded><![CDATA[<p>${STORY}</p><p>Four are missing.</p>]]></content:encoded>`),
  ),
  Atom: atom,
  'a JSON feed': jsonFeed,
}))
  test(`the items of ${name} are articles`, async () => {
    const [article] = articlesIn(await take(feed));
    assert.ok(article);
    const { url, title, outlet, published, text, file } = article;
    assert.deepEqual(
      { url, title, outlet, published, text, file },
      {
        url: 'https://tamsk.example/A',
        title: 'A',
        outlet: 'Tamsk Courier',
        published: '2021-03-03',
        text: `${STORY}\nFour are missing.\n`,
        file: '-#1',
      },
    );
  });

const NAMED: readonly (readonly [name: string, content: string, reason: RegExp])[] = [
  [
    'items without words',
    rss(item('A', '') + item('B', `<description>${STORY}</description>`)),
    /^note 1 of its 2 items have an address and no words; "hearsay watch -"/,
  ],
  ['a feed without items', rss(''), /^problem is a feed without items/],
  ['a feed of addresses', rss(item('A', '')), /^problem 1 of its 1 items/],
  [
    'OPML',
    '<opml version="2.0"><body><outline text="x"><outline type="rss" xmlUrl="https://a.example/f"/></outline></body></opml>',
    /^problem is a list of 1 feeds/,
  ],
  [
    'a sitemap',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://a.example/1</loc></url></urlset>',
    /^problem 1 of its 1 items/,
  ],
  [
    'entities',
    `<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${rss(item('&b;', ''))}`,
    /^problem is no feed that can be read: declares entities/,
  ],
  ['a broken feed', '<rss><channel', /^problem is (?:no feed that can be read|a feed without items)/],
];
for (const [name, content, reason] of NAMED)
  test(`${name} is told of`, async () => {
    const reasons = reasonsIn(await take(content));
    assert.equal(reasons.length, 1, reasons.join('\n'));
    assert.match(reasons[0]!, reason);
  });

const mail = (subject: string, body: string, type = 'text/plain'): string =>
  `From: Tamsk Alerts <alerts@tamsk.example>\r\nSubject: ${subject}\r\nDate: Wed, 03 Mar 2021 08:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: ${type}; charset=utf-8\r\n\r\n${body}\r\n`;

test('the messages of an mbox are articles', async () => {
  const box = `From a@b Wed Mar  3 08:00:00 2021\r\n${mail('Flood', `${STORY}\r\n>From the bridge, nothing is left.`)}\r\nFrom a@b Wed Mar  3 09:00:00 2021\r\n${mail('Storm', `<p>${STORY}</p>`, 'text/html')}`;
  const [flood, storm] = articlesIn(await take(box));
  assert.deepEqual([flood?.title, flood?.outlet, flood?.published], ['Flood', 'Tamsk Alerts', '2021-03-03']);
  assert.ok(flood?.text.includes('\nFrom the bridge, nothing is left.'));
  assert.deepEqual([storm?.title, storm?.file], ['Storm', '-#2']);
});

test('a page saved as a mail has its own address and title', async () => {
  const saved = `From: <Saved by Blink>\r\nSnapshot-Content-Location: https://tamsk.example/f\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="B"\r\n\r\n--B\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<html><head><title>Flood</title></head><body><h1>Flood =E2=80=93 twelve dead</h1><p>${STORY}</p></body></html>\r\n--B--\r\n`;
  const [article] = articlesIn(await take(saved));
  assert.deepEqual([article?.url, article?.title], ['https://tamsk.example/f', 'Flood – twelve dead']);
});
