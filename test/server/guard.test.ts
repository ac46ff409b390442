import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openStore } from '../../src/store/store.ts';
import { formOf, siteOf } from './site.ts';

const TOKEN = 'a long enough token';

describe('the entrance without a token', () => {
  const { ask } = siteOf(openStore(':memory:'));
  const status = async (headers: Record<string, string>): Promise<number> =>
    (await ask('/', { headers })).status;

  test('lets in who calls this machine by a name of its own', async () => {
    for (const host of ['127.0.0.1:4747', 'localhost', '[::1]:4747', 'LOCALHOST:80'])
      assert.equal(await status({ host }), 200, host);
  });

  test('refuses a host name that was pointed here', async () => {
    for (const host of [
      'evil.example',
      'evil.example:4747',
      'localhost.evil.example',
      '127.0.0.1.evil.example',
      '',
    ])
      assert.equal(await status({ host }), 403, host);
  });
});

describe('the entrance with a token', () => {
  const { ask } = siteOf(openStore(':memory:'), { token: TOKEN });

  test('refuses who brings none or another, on pages and the API', async () => {
    for (const path of ['/', '/api/stories', '/style.css', '/?token=another'])
      assert.equal((await ask(path)).status, 401, path);
    assert.equal((await ask('/', { headers: { cookie: 'hearsay=another' } })).status, 401);
    assert.equal((await ask('/api/stories', { headers: { authorization: 'Bearer another' } })).status, 401);
  });

  test('takes it as a bearer token from any host', async () => {
    const headers = { authorization: `Bearer ${TOKEN}`, host: 'newsroom.example' };
    assert.equal((await ask('/api/stories', { headers })).status, 200);
  });

  test('turns the printed address into a cookie that scripts and other sites cannot use', async () => {
    const answer = await ask(`/search?q=a&token=${encodeURIComponent(TOKEN)}`);
    assert.equal(answer.status, 303);
    assert.equal(answer.headers.get('location'), '/search?q=a');
    const cookie = answer.headers.get('set-cookie') ?? '';
    assert.match(cookie, /HttpOnly/i);
    assert.match(cookie, /SameSite=Strict/i);
    assert.equal((await ask('/', { headers: { cookie: cookie.split(';')[0]! } })).status, 200);
  });
});

describe('requests that change something', () => {
  const { ask, store } = siteOf(openStore(':memory:'));
  const form = formOf({ text: 'Police said 12 people died.' });
  const post = async (headers: Record<string, string>): Promise<number> =>
    (await ask('/add', { ...form, headers })).status;

  test('are refused from pages of other sites', async () => {
    for (const headers of [
      { origin: 'http://evil.example' },
      { origin: 'null' },
      { origin: 'http://127.0.0.1:9999' },
      { 'sec-fetch-site': 'cross-site', origin: 'http://127.0.0.1:4747' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'none' },
    ] as Record<string, string>[])
      assert.equal(await post(headers), 403, JSON.stringify(headers));
    assert.equal(store.counts().articles, 0);
  });

  test('are taken from this site and from programs', async () => {
    assert.equal(await post({ origin: 'http://127.0.0.1:4747' }), 303);
    assert.equal(await post({ 'sec-fetch-site': 'same-origin' }), 303);
    assert.equal(await post({}), 303);
  });

  test('are refused when they are too large, before they are read', async () => {
    const answer = await ask('/add', {
      method: 'POST',
      body: 'x',
      headers: { 'content-length': '99000000' },
    });
    assert.equal(answer.status, 413);
  });
});

describe('every answer', () => {
  const { ask } = siteOf(openStore(':memory:'));

  test('forbids inline scripts and styles, frames, and all that is not of this site', async () => {
    for (const path of ['/', '/nope', '/api/stories', '/api/nope', '/style.css']) {
      const { headers } = await ask(path);
      const policy = headers.get('content-security-policy') ?? '';
      assert.match(policy, /^default-src 'none'/, path);
      assert.doesNotMatch(policy, /unsafe|https?:|\*/, path);
      assert.match(policy, /frame-ancestors 'none'/, path);
      assert.equal(headers.get('x-content-type-options'), 'nosniff', path);
    }
  });

  test('has a tag by which it is not sent twice', async () => {
    const first = await ask('/');
    const tag = first.headers.get('etag') ?? '';
    assert.match(tag, /^(W\/)?"/);
    const again = await ask('/', { headers: { 'if-none-match': tag } });
    assert.equal(again.status, 304);
    assert.equal(await again.text(), '');
  });
});
