import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { openStore } from '../../src/store/store.ts';
import { BASE, exampleStore, formOf, type Json, siteOf } from './site.ts';

type Schema = Json;

describe('the API', () => {
  let site: ReturnType<typeof siteOf>;
  let document: Json;
  before(async () => {
    site = siteOf(await exampleStore());
    document = await site.json('/api/openapi.json');
  });

  /** Where a value is not what a schema of this document says; empty where it is. */
  function faults(value: Json, schema: Schema, at = ''): readonly string[] {
    if (schema.$ref) return faults(value, document.components.schemas[schema.$ref.split('/').at(-1)], at);
    if (schema.anyOf)
      return schema.anyOf.some((one: Schema) => !faults(value, one, at).length) ? [] : [`${at} fits none`];
    if ('const' in schema) return value === schema.const ? [] : [`${at} is not ${schema.const}`];
    if (schema.enum) return schema.enum.includes(value) ? [] : [`${at} is none of ${schema.enum}`];
    const type = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
    if (schema.type && type !== (schema.type === 'integer' ? 'number' : schema.type))
      return [`${at} is ${type}, not ${schema.type}`];
    if (type === 'array')
      return value.flatMap((one: Json, i: number) => faults(one, schema.items ?? {}, `${at}/${i}`));
    if (type !== 'object') return [];
    return [
      ...(schema.required ?? [])
        .filter((name: string) => !(name in value))
        .map((name: string) => `${at}/${name} is missing`),
      ...Object.entries(schema.properties ?? {}).flatMap(([name, one]) =>
        name in value ? faults(value[name], one, `${at}/${name}`) : [],
      ),
    ];
  }

  test('answers every address of its own description as described', async () => {
    const story = site.store.stories()[0]!;
    const ids: Record<string, string> = { '/stories': story.id, '/articles': story.articles[0]! };
    let asked = 0;
    for (const [path, methods] of Object.entries<Json>(document.paths)) {
      if (!methods.get || path.startsWith('/work')) continue;
      const address = path.replace('{id}', ids[path.slice(0, path.indexOf('/', 1))] ?? '');
      const value = await site.json(`/api${address}${path === '/search' ? '?measure=killed' : ''}`);
      assert.deepEqual(
        faults(value, methods.get.responses['200'].content['application/json'].schema),
        [],
        path,
      );
      asked++;
    }
    assert.ok(asked >= 13, `${asked} asked`);
  });

  test('describes every address that it answers', () => {
    const known = new Set(
      Object.entries<Json>(document.paths).flatMap(([path, methods]) =>
        Object.keys(methods).map((method) => `${method} ${path}`),
      ),
    );
    const routes = site.app.routes.filter(({ path, method }) => path.startsWith('/api/') && method !== 'ALL');
    const answered = new Set(
      routes.map(({ path, method }) => `${method.toLowerCase()} ${path.slice(4).replace(/:(\w+)/g, '{$1}')}`),
    );
    assert.deepEqual([...answered].sort(), [...known].sort());
  });

  test('a description that lies is found out', () => {
    assert.deepEqual(faults({ record: 'story', id: 7 }, document.components.schemas.story).slice(0, 2), [
      '/title is missing',
      '/articles is missing',
    ]);
    assert.ok(
      faults({ record: 'claim' }, document.components.schemas.story).includes('/record is not story'),
    );
  });

  test('gives long lists in pages that join up to the whole', async () => {
    const { id } = site.store.stories()[0]!;
    const whole = (await site.json(`/api/stories/${id}/claims?limit=500`)).items;
    const joined: unknown[] = [];
    let next: string | null = `/api/stories/${id}/claims?limit=3`;
    while (next) {
      const page: Json = await site.json(next);
      assert.ok(page.items.length <= 3);
      joined.push(...page.items);
      next = page.next;
    }
    assert.deepEqual(joined, whole);
    assert.ok(whole.length > 6);
  });

  test('gives the records that the command line prints', async () => {
    const { id } = site.store.stories()[0]!;
    const ledger = site.store.ledger(id);
    const { items } = await site.json(`/api/stories/${id}/assertions?limit=500`);
    const byId = (a: Json, b: Json): number => (a.id < b.id ? -1 : 1);
    assert.deepEqual(
      items.toSorted(byId),
      ledger.assertions.map((one) => ({ record: 'assertion', ...one })).toSorted(byId),
    );
  });

  test('restates questions by a codebook', async () => {
    const { id } = site.store.stories()[0]!;
    const { items } = await site.json(`/api/stories/${id}/questions?codebook=airwars`);
    assert.ok(
      items.length > 0 && items.every(({ codebook, best }: Json) => codebook === 'airwars' && best === null),
    );
  });

  test('makes and undoes corrections', async () => {
    const claim = site.store.ledger(site.store.stories()[0]!.id).entries[0]!;
    const send = {
      method: 'POST',
      body: JSON.stringify({ kind: 'wrong-claim', claims: [claim.id], note: 'n' }),
      headers: { 'content-type': 'application/json' },
    };
    const made = await site.json('/api/corrections', send);
    assert.deepEqual([made.record, made.note, made.undone], ['correction', 'n', null]);
    const undone = await site.json(`/api/corrections/${made.id}`, { method: 'DELETE' });
    assert.equal(undone.undone, '2026-03-20T10:00:00Z');
  });

  test('refuses what is no request in one shape', async () => {
    const post = (body: string) =>
      site.json('/api/articles', { method: 'POST', body, headers: { 'content-type': 'application/json' } });
    for (const [body, words] of [
      ['[]', /no JSON object/],
      ['{', /no JSON object/],
      ['{}', /nothing was given/],
      ['{"text": 5}', /"text" is a text, not 5/],
      ['{"text": "x", "published": "soon"}', /"published" is a day/],
      ['{"address": "file:///etc/passwd"}', /only http and https/],
      ['{"address": "javascript:alert(1)"}', /only http and https/],
    ] as const) {
      const { error } = await post(body);
      assert.deepEqual([error.status, error.code], [400, 'bad-request'], body);
      assert.match(error.message, words);
    }
  });
});

describe('adding', () => {
  let served: Server;
  let elsewhere: string;
  before(async () => {
    served = createServer((request, answer) => {
      if (request.url === '/away') return answer.writeHead(302, { location: 'file:///etc/passwd' }).end();
      answer
        .writeHead(200, { 'content-type': 'text/html' })
        .end(
          '<title>Boat sinks</title><article><p>Police said that 14 people were killed when a boat sank on the Lume on Monday, the worst loss for years.</p></article>',
        );
    });
    await new Promise<void>((done) => served.listen(0, '127.0.0.1', done));
    elsewhere = `http://127.0.0.1:${(served.address() as AddressInfo).port}`;
  });
  after(() => served.close());

  /** What an addition came to, once it is done. */
  async function outcome(site: ReturnType<typeof siteOf>, location: string | null): Promise<Json> {
    for (;;) {
      const work = await site.json(`/api${location}`);
      if (work.state !== 'reading') return work;
      await new Promise((done) => setTimeout(done, 20));
    }
  }

  test('reads a pasted text into its story, and knows it the next time', async () => {
    const site = siteOf(openStore(':memory:'));
    const form = formOf({
      text: 'Police said on Tuesday that at least 12 people were killed when a ferry sank off Tarn.',
      outlet: 'The Tarn Post',
      published: '2025-11-04',
    });
    const first = await outcome(site, (await site.ask('/add', form)).headers.get('location'));
    assert.deepEqual([first.state, first.words, first.stories.length], ['done', '1 new.', 1]);
    const page = await site.text(`/story/${first.stories[0].id}`);
    assert.match(page, /The Tarn Post/);
    assert.match(page, /at least 12/);
    const again = await outcome(
      site,
      (
        await site.ask(
          '/add',
          formOf({
            text: 'Police said on Tuesday that at least 12 people were killed when a ferry sank off Tarn.',
          }),
        )
      ).headers.get('location'),
    );
    assert.equal(again.words, '0 new, 1 known before.');
  });

  test('reads dropped files, names those that cannot be read, and keeps the rest', async () => {
    const site = siteOf(openStore(':memory:'));
    const body = new FormData();
    body.append(
      'files',
      new File(['Officials said 30 people were wounded in the blast at Dorn on Friday.'], 'dorn.txt'),
    );
    body.append('files', new File([new Uint8Array([0, 1, 2, 3, 0, 0, 255, 254])], '../../etc/x.bin'));
    const answer = await site.ask('/add', { method: 'POST', body, headers: { origin: BASE } });
    const work = await outcome(site, answer.headers.get('location'));
    assert.deepEqual([work.state, work.articles.length, work.problems.length], ['done', 1, 1]);
    assert.match(await site.text(answer.headers.get('location')!), /is binary, not text/);
  });

  test('never fetches from this machine or private networks', async () => {
    const site = siteOf(openStore(':memory:'));
    for (const address of [
      elsewhere,
      'http://10.0.0.7/',
      'http://[::1]/',
      'http://169.254.169.254/latest',
      'http://localhost/',
    ]) {
      const work = await outcome(site, (await site.ask('/add', formOf({ address }))).headers.get('location'));
      assert.equal(work.state, 'failed', address);
      assert.match(work.problems[0].reason, /private network/, address);
    }
    assert.equal(site.store.counts().articles, 0);
  });

  test('reads a fetched page under its address, and follows no redirect to elsewhere than the web', async () => {
    const site = siteOf(openStore(':memory:'), { allowPrivate: true });
    const work = await outcome(
      site,
      (await site.ask('/add', formOf({ address: `${elsewhere}/a` }))).headers.get('location'),
    );
    assert.deepEqual([work.state, work.problems], ['done', []]);
    assert.equal(site.store.article(work.articles[0]).article.file, `${elsewhere}/a`);
    const away = await outcome(
      site,
      (await site.ask('/add', formOf({ address: `${elsewhere}/away` }))).headers.get('location'),
    );
    assert.match(away.problems[0].reason, /only http and https/);
  });

  test('refuses more than it can hold in line', async () => {
    const site = siteOf(openStore(':memory:'), { reader: () => new Promise(() => {}) });
    const send = (i: number) => site.ask('/add', formOf({ text: `Report ${i}: 12 people died.` }));
    for (let i = 0; i < 20; i++) assert.equal((await send(i)).status, 303);
    assert.equal((await send(20)).status, 503);
  });
});
