import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, describe, test } from 'node:test';
import type { Ledger } from '../../src/ledger/ledger.ts';
import type { Shelved } from '../../src/pipeline.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import type { Link } from '../../src/stories/group.ts';
import { type Profile, profileOf } from '../../src/stories/profile.ts';
import type { Article } from '../../src/text/article.ts';

const folder = mkdtempSync(join(tmpdir(), 'hearsay-store-'));
after(() => rmSync(folder, { recursive: true }));

const articleOf = (id: string): Article => ({
  id,
  file: `${id}.txt`,
  url: null,
  title: `Title ${id}`,
  outlet: 'The Post',
  byline: null,
  published: '2025-11-04',
  publishedBasis: 'stated',
  dateline: null,
  credits: [],
  language: 'en',
  text: `Words of ${id}`,
  blocks: [{ start: 0, end: 10, kind: 'body', kept: true, reason: 'body' }],
});
const shelvedOf = (id: string): Shelved => ({ article: articleOf(id), claims: [], responses: [] });
const profileWith = (id: string, ...keys: string[]): Profile => ({
  ...profileOf(articleOf(id), []),
  keys,
});
const ledgerWith = (id: string, articles: readonly string[], question?: string): Ledger => ({
  story: { id, title: id, articles, from: null, to: null },
  questions: question
    ? [
        {
          id: question,
          story: id,
          measure: 'killed',
          predicate: null,
          group: 'sailors',
          place: null,
          scope: 'incident',
          when: null,
          unit: 'person',
          per: null,
          assertions: [],
          originators: 0,
          outlets: 0,
          low: 1,
          best: 1,
          high: 1,
          codebook: 'plain',
          rule: 'r',
          relations: [],
        },
      ]
    : [],
  assertions: [],
  entries: [],
  responses: [],
  copies: [],
  rejected: [],
  corrections: [],
});
const put = (store: Store, id: string, ...keys: string[]): void => {
  store.add(shelvedOf(id), profileWith(id, ...keys), {
    bytes: Buffer.from(`bytes of ${id}`),
    source: { form: 'text', known: {}, given: {} },
  });
  store.addCapture(`${id}.txt`, id);
};
const LINK = { a: 'a', b: 'b', weight: 1 } as unknown as Link;
const ids = (component: ReturnType<Store['nextUnsettled']>): string[] =>
  (component?.profiles ?? []).map(({ id }) => id);

describe('a store', () => {
  test('gives back the very value that it was given, and the bytes', () => {
    const store = openStore(':memory:');
    put(store, 'a');
    assert.deepEqual(store.article('a'), shelvedOf('a'));
    assert.equal(Buffer.from(store.capture('a').bytes).toString(), 'bytes of a');
    store.addCapture('other.txt', 'a');
    store.addCapture('a.txt', 'a');
    assert.deepEqual(store.files('a'), ['a.txt', 'other.txt']);
  });

  test('finds as candidates the articles that share a key, sorted, never the article itself', () => {
    const store = openStore(':memory:');
    put(store, 'b', 'k1', 'k2');
    put(store, 'a', 'k2');
    put(store, 'c', 'k3');
    assert.deepEqual(
      store.candidates(profileWith('a', 'k1', 'k2')).map(({ id }) => id),
      ['b'],
    );
    assert.deepEqual(
      store.candidates(profileWith('x', 'k1', 'k2')).map(({ id }) => id),
      ['a', 'b'],
    );
    assert.deepEqual(store.candidates(profileWith('x')), []);
  });

  test('takes a component along links and copies in both directions', () => {
    const store = openStore(':memory:');
    for (const id of ['a', 'b', 'c', 'd']) put(store, id);
    store.link('a', 'b', LINK, null);
    store.link('b', 'c', null, { from: 'c', to: 'b', kind: 'wire', overlap: 0.9, revision: false });
    const component = store.nextUnsettled();
    assert.deepEqual(ids(component), ['a', 'b', 'c']);
    assert.equal(component?.links.length, 1);
    assert.equal(component?.copies.length, 1);
    store.settle(['a', 'b', 'c'], [ledgerWith('s', ['a', 'b', 'c'])]);
    assert.deepEqual(ids(store.nextUnsettled()), ['d']);
  });

  test('does not follow links too weak to join two articles', () => {
    const store = openStore(':memory:');
    for (const id of ['a', 'b']) put(store, id);
    store.link('a', 'b', { a: 'a', b: 'b', weight: 0.39 }, null);
    assert.deepEqual(ids(store.nextUnsettled()), ['a']);
  });

  test('replaces the stories of a component that has grown', () => {
    const store = openStore(':memory:');
    for (const id of ['a', 'b']) put(store, id);
    store.settle(['a'], [ledgerWith('sa', ['a'], 'q1')]);
    store.settle(['b'], [ledgerWith('sb', ['b'], 'q2')]);
    assert.equal(store.nextUnsettled(), null);
    store.settle(['a', 'b'], [ledgerWith('sab', ['a', 'b'], 'q3')]);
    assert.deepEqual(
      store.stories().map(({ id }) => id),
      ['sab'],
    );
    assert.deepEqual(store.storiesWith(['b']), ['sab']);
    assert.deepEqual(
      store.questions('q').map(({ id }) => id),
      ['q3'],
    );
    assert.deepEqual(store.counts(), { articles: 2, stories: 1, questions: 1 });
    assert.throws(() => store.ledger('sa'), /no story "sa"/);
  });

  test('finds questions by the beginning of their id alone', () => {
    const store = openStore(':memory:');
    put(store, 'a');
    store.settle(['a'], [ledgerWith('s', ['a'], '0bff')]);
    assert.deepEqual(
      ['0', '0bf', '0bff', 'bff', '0c', "0b' OR 1"].map((prefix) => store.questions(prefix).length),
      [1, 1, 1, 0, 0, 0],
    );
  });

  test('undoes a transaction that throws', () => {
    const store = openStore(':memory:');
    assert.throws(() =>
      store.transaction(() => {
        put(store, 'a');
        throw new Error('power cut');
      }),
    );
    assert.equal(store.has('a'), false);
  });

  test('holds what was kept when it is opened again', () => {
    const file = join(folder, 'again.db');
    const first = openStore(file);
    put(first, 'a', 'k');
    first.close();
    const second = openStore(file);
    assert.deepEqual(ids(second.nextUnsettled()), ['a']);
    second.close();
  });
});

describe('opening', () => {
  test('refuses a file that is no store, and says so', () => {
    const file = join(folder, 'letter.txt');
    writeFileSync(file, 'Dear all, this is not a database. '.repeat(100));
    assert.throws(() => openStore(file), /letter\.txt.*not a database.*--db/);
  });

  test('refuses a folder that does not exist', () => {
    assert.throws(() => openStore(join(folder, 'nowhere', 'x.db')), /cannot open the store/);
  });

  test('refuses a store of a newer version', () => {
    const file = join(folder, 'newer.db');
    const db = new DatabaseSync(file);
    db.exec('PRAGMA user_version = 999');
    db.close();
    assert.throws(() => openStore(file), /schema 999.*newer hearsay/);
  });
});
