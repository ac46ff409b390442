import assert from 'node:assert/strict';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import test, { after, before } from 'node:test';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { isPublic } from '../../src/intake/addresses.ts';
import { type FetchOptions, fetchAddress } from '../../src/intake/fetch.ts';

const WORDS = 'Twelve people drowned near the town on Monday.';
const ANSWERS: Readonly<Record<string, RequestListener>> = {
  '/page': (_request, response) =>
    response
      .writeHead(200, {
        'content-type': 'Text/HTML; charset="ISO-8859-1"',
        etag: '"v1"',
        'last-modified': 'x',
      })
      .end(WORDS),
  '/moved': (_request, response) => response.writeHead(302, { location: '/page' }).end(),
  '/circle': (_request, response) => response.writeHead(301, { location: '/circle' }).end(),
  '/file': (_request, response) => response.writeHead(301, { location: 'file:///etc/hosts' }).end(),
  '/gzip': (_request, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(WORDS)),
  '/br': (_request, response) =>
    response.writeHead(200, { 'content-encoding': 'br' }).end(brotliCompressSync(WORDS)),
  '/torn': (_request, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(WORDS).subarray(0, 30)),
  '/bomb': (_request, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(30_000_000))),
  '/known': (request, response) =>
    response.writeHead(request.headers['if-none-match'] === '"v1"' ? 304 : 200).end(),
  '/busy': (_request, response) => response.writeHead(429, { 'retry-after': '120' }).end(),
  '/gone': (_request, response) => response.writeHead(410).end(),
  '/silent': () => {},
  '/agent': (request, response) => response.end(`${request.headers['user-agent']} ${request.headers.cookie}`),
};

let server: Server;
let base = '';

before(async () => {
  server = createServer((request, response) => ANSWERS[request.url ?? '']?.(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(() => {
  server.closeAllConnections();
  server.close();
});

const get = (path: string, options: FetchOptions = {}) =>
  fetchAddress(base + path, { allowPrivate: true, ...options });

test('an address gives its bytes and what the server states of them', async () => {
  const found = await get('/page');
  assert.ok(found.kind === 'fetched');
  const { bytes, at, ...stated } = found;
  assert.match(at, /^\d{4}-\d\d-\d\dT/);
  assert.equal(new TextDecoder().decode(bytes), WORDS);
  assert.deepEqual(stated, {
    kind: 'fetched',
    url: `${base}/page`,
    type: 'text/html',
    charset: 'iso-8859-1',
    etag: '"v1"',
    lastModified: 'x',
  });
});

test('redirects are followed to the address that answers', async () => {
  const found = await get('/moved');
  assert.ok(found.kind === 'fetched');
  assert.equal(found.url, `${base}/page`);
});

for (const path of ['/gzip', '/br'])
  test(`${path} is unpacked`, async () => {
    const found = await get(path);
    assert.ok(found.kind === 'fetched');
    assert.equal(new TextDecoder().decode(found.bytes), WORDS);
  });

test('what is not newer is unchanged', async () => {
  assert.deepEqual(await get('/known', { etag: '"v1"' }), { kind: 'unchanged' });
});

const FAILS: readonly (readonly [path: string, options: FetchOptions, reason: RegExp])[] = [
  ['/circle', {}, /redirects more than 8 times/],
  ['/file', {}, /leads to "file:.*only http and https/],
  ['/torn', {}, /unexpected end of file/],
  ['/bomb', { mostBytes: 1_000_000 }, /is larger than 1 MB/],
  ['/gone', {}, /is gone \(status 410\)/],
  ['/silent', { timeout: 50 }, /did not answer in full within/],
  ['/page', { allowPrivate: false }, /"127\.0\.0\.1" is an address of a private network/],
];
for (const [path, options, reason] of FAILS)
  test(`${path} fails with a reason: ${reason.source}`, async () => {
    const found = await get(path, options);
    assert.ok(found.kind === 'failed');
    assert.match(found.reason, reason);
  });

test('a host whose name leads to this machine is refused', async () => {
  const found = await fetchAddress(base.replace('127.0.0.1', 'localhost'));
  assert.ok(found.kind === 'failed');
  assert.match(found.reason, /"localhost" is at .* of a private network/);
});

test('a server may ask to be left alone for a while', async () => {
  const found = await get('/busy');
  assert.deepEqual(found.kind === 'failed' && [found.status, found.retryAfter], [429, 120]);
});

test('requests name Hearsay and carry no cookies, no credentials', async () => {
  const found = await fetchAddress(`${base.replace('//', '//u:p@')}/agent`, { allowPrivate: true });
  assert.ok(found.kind === 'fetched');
  assert.match(new TextDecoder().decode(found.bytes), /^hearsay\/.* undefined$/);
});

test('words that are no address', async () => {
  for (const words of ['ftp://tamsk.example/a', 'http://', 'tamsk'])
    assert.equal((await fetchAddress(words)).kind, 'failed', words);
});

const CLOSED = [
  '127.0.0.1',
  '10.1.2.3',
  '172.31.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '224.0.0.1',
  '255.255.255.255',
  '::1',
  '::',
  'fe80::1',
  'fd00::1',
  'ff02::1',
  '::ffff:127.0.0.1',
  '::ffff:8.8.8.8',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  'tamsk',
  '',
];
for (const ip of CLOSED) test(`${JSON.stringify(ip)} is not public`, () => assert.equal(isPublic(ip), false));
for (const ip of ['8.8.8.8', '93.184.216.34', '172.32.0.1', '2606:4700::1111'])
  test(`${ip} is public`, () => assert.ok(isPublic(ip)));
