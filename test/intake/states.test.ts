import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { articleFromHtml } from '../../src/intake/html.ts';
import { articleFromText } from '../../src/intake/text.ts';
import { readArticle } from '../../src/reading/read.ts';
import type { State } from '../../src/text/article.ts';
import { hearsay, newFolder, recordsIn } from '../cli/run.ts';

const page = (title: string, body: string, head = ''): string =>
  `<!doctype html><html lang="en"><head><title>${title}</title>${head}</head><body>${body}</body></html>`;
const linked = (value: object): string =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', ...value })}</script>`;
const LEAD =
  '<p>At least 12 people were killed when the river Orle burst its banks near Tamsk, the rescue service said.</p>';
const SECOND =
  '<p>Divers searched the river for four more villagers who were swept from the bridge on Sunday.</p>';
const CUT =
  '<p>The rescue service said it had moved 300 villagers into schools, and its spokeswoman told of…</p>';
const LONG = Array.from(
  { length: 30 },
  (_, i) => `<p>In village number ${i} the river rose above the banks and into the cellars by noon.</p>`,
).join('');
const OFFER = '<div class="offer"><p>Already a subscriber? Log in to read on.</p></div>';

const PAGES: readonly (readonly [name: string, html: string, State | null])[] = [
  [
    'not found',
    page(
      '404 - Page not found | Tamsk Courier',
      '<h1>Page not found</h1><p>The page you are looking for may have been moved.</p>',
    ),
    'error',
  ],
  [
    'not found, told in a sentence alone',
    page(
      'Tamsk Courier',
      '<h1>Sorry!</h1><p>We could not find the page that you asked for. The page you requested is not here.</p>',
    ),
    'error',
  ],
  [
    'forbidden',
    page('403 Forbidden', '<center><h1>403 Forbidden</h1></center><hr><center>server</center>'),
    'error',
  ],
  [
    'access denied',
    page(
      'Access Denied',
      `<h1>Access Denied</h1><p>You don't have permission to access this on this server.</p><p>Reference #18.2a</p>`,
    ),
    'error',
  ],
  [
    'closed to a region',
    page('Tamsk Courier', '<p>This content is not available in your region for legal reasons.</p>'),
    'error',
  ],
  [
    'an error with a list of other stories',
    page(
      'Page not found',
      `<h1>Page not found</h1><h2>Latest news</h2><ul>${'<li><a href="/a">A tenor from the coast opens his season with songs</a></li>'.repeat(9)}</ul>`,
    ),
    'error',
  ],
  [
    'a robot check',
    page(
      'Just a moment...',
      '<h1>courier.example</h1><p>Verifying you are human. This may take a few seconds.</p>',
    ),
    'wall',
  ],
  [
    'a captcha',
    page(
      'Tamsk Courier',
      '<p>We have seen unusual traffic from your network. Please complete the security check.</p>',
    ),
    'wall',
  ],
  [
    'scripts asked for',
    page('Tamsk Courier', '<p>Please enable JavaScript and cookies to continue.</p>'),
    'wall',
  ],
  [
    'consent',
    page(
      'Before you continue',
      '<h1>Before you continue</h1><p>We and our partners store and/or access information on a device, such as cookies.</p><p>You can change your choices at any time.</p><button>Accept all</button>',
    ),
    'wall',
  ],
  [
    'a login',
    page('Sign in | Tamsk Courier', '<h1>Sign in</h1><form><label>Name</label><input></form>'),
    'wall',
  ],
  [
    'a stub that its metadata has as closed',
    page(
      'River Orle floods Tamsk',
      `<article><h1>River Orle floods Tamsk</h1>${LEAD}${SECOND}${OFFER}</article>`,
      linked({ isAccessibleForFree: false }),
    ),
    'stub',
  ],
  [
    'a stub of a stated length',
    page(
      'River Orle floods Tamsk',
      `<article><h1>River Orle floods Tamsk</h1>${LEAD}${SECOND}</article>`,
      linked({ isAccessibleForFree: 'False', wordCount: 800 }),
    ),
    'stub',
  ],
  [
    'a stub by a part that is closed',
    page(
      'River Orle floods Tamsk',
      `<article><h1>River Orle floods Tamsk</h1>${LEAD}${CUT}</article>`,
      linked({ hasPart: { '@type': 'WebPageElement', isAccessibleForFree: 'false', cssSelector: '.rest' } }),
    ),
    'stub',
  ],
  [
    'a stub that its tier tells',
    page(
      'River Orle floods Tamsk',
      `<article><h1>River Orle floods Tamsk</h1>${LEAD}${CUT}</article>`,
      '<meta property="article:content_tier" content="locked">',
    ),
    'stub',
  ],
  [
    'a stub that only its words tell',
    page(
      'River Orle floods Tamsk',
      `<article><h1>River Orle floods Tamsk</h1>${LEAD}${CUT}</article><div><p>Subscribe to read the whole story.</p></div>`,
    ),
    'stub',
  ],
  [
    'a report',
    page('River Orle floods Tamsk', `<article><h1>River Orle floods Tamsk</h1>${LEAD}${SECOND}</article>`),
    null,
  ],
  [
    'a short report with an offer',
    page(
      'River Orle floods Tamsk',
      `<article><h1>River Orle floods Tamsk</h1>${LEAD}${SECOND}</article>${OFFER}`,
    ),
    null,
  ],
  [
    'a short report with a cookie notice',
    page(
      'River Orle floods Tamsk',
      `<article><h1>River Orle floods Tamsk</h1>${LEAD}${SECOND}${LEAD.replace('12', '14')}</article><div class="cookie"><p>We and our partners store and/or access information on a device.</p></div>`,
    ),
    null,
  ],
  [
    'a whole report for subscribers',
    page(
      'River Orle floods Tamsk',
      `<article><h1>River Orle floods Tamsk</h1>${LEAD}${LONG}</article>${OFFER}`,
      linked({ isAccessibleForFree: false }),
    ),
    null,
  ],
  [
    'a report about an error page',
    page(
      'Page not found: how the valley lost its archive',
      `<article><h1>Page not found: how the valley lost its archive</h1>${LEAD}${LONG}</article>`,
    ),
    null,
  ],
];

const origin = { file: 'page', id: 'a', url: null };
for (const [name, html, state] of PAGES)
  test(`state of a page: ${name}`, () => {
    const article = articleFromHtml(html, origin);
    assert.equal(article.state ?? null, state);
    const { claims } = readArticle(article);
    assert.equal(claims.length > 0, state !== 'error' && state !== 'wall');
  });

const TEXTS: readonly (readonly [text: string, State | null])[] = [
  ['404 Not Found\nThe requested URL was not found on this server.', 'error'],
  [
    'Just a moment...\nVerify you are human by completing the action below.\nPerformance & security by Shield',
    'wall',
  ],
  [
    'River Orle floods Tamsk\nAt least 12 people were killed when the river burst its banks, the rescue service said.\nThe rescue service told of…\nTo continue reading, subscribe for 1 a week.',
    'stub',
  ],
  [
    'River Orle floods Tamsk\nAt least 12 people were killed when the river burst its banks, the rescue service said.',
    null,
  ],
  ['Twelve dead.', null],
];
for (const [text, state] of TEXTS)
  test(`state of a text: ${text.slice(0, 40).replace(/\n.*/s, '')} ${state}`, () =>
    assert.equal(articleFromText(text, origin).state ?? null, state));

test('what is no whole report is told, kept, and joins no story', () => {
  const folder = newFolder();
  const db = join(folder, 'x.db');
  const captures = {
    'a.html': page('404 Not Found', '<h1>404 Not Found</h1><p>The requested page is gone.</p>'),
    'b.html': page('404 Not Found', '<h1>404 Not Found</h1><p>The requested page has gone away.</p>'),
    'c.html': page('Just a moment...', '<p>Verifying you are human. This may take a few seconds.</p>'),
    'd.html': page('River Orle floods Tamsk', `<h1>River Orle floods Tamsk</h1>${LEAD}${CUT}${OFFER}`),
  };
  const files = Object.entries(captures).map(([name, html]) => {
    writeFileSync(join(folder, name), html);
    return join(folder, name);
  });
  const read = hearsay(['read', ...files, '--db', db, '--format', 'jsonl']);
  assert.equal(read.status, 0);
  assert.match(read.said, /1 article is partial: the rest is for subscribers/);
  assert.match(read.said, /1 page is a consent, login or robot check/);
  assert.match(read.said, /2 pages tell of errors and are no reports/);
  const records = recordsIn(read.out);
  assert.equal(records.filter(({ record }) => record === 'article').length, 4);
  assert.equal(records.filter(({ record }) => record === 'story').length, 4);
  assert.equal(records.filter(({ record }) => record === 'copy').length, 0);
  const claims = records.filter(({ record }) => record === 'claim');
  assert.ok(claims.length && claims.every(({ file }) => String(file).endsWith('d.html')));
  const states = recordsIn(hearsay(['article', ...files]).out).map(({ state, unread }) => [state, unread]);
  assert.deepEqual(states, [
    ['error', true],
    ['error', true],
    ['wall', true],
    ['stub', false],
  ]);
});
