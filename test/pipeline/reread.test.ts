import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { readInputs } from '../../src/intake/inputs.ts';
import { readInto, rereadAll } from '../../src/pipeline.ts';
import { openStore } from '../../src/store/store.ts';
import { newFolder, ROOT } from '../cli/run.ts';

const COUNTED = ['article', 'link', 'copy', 'story', 'question', 'assertion', 'entry', 'answer'];

/** Everything of the store that reading makes. */
function contentOf(file: string): Record<string, unknown[]> {
  const db = new DatabaseSync(file, { readOnly: true });
  const content = Object.fromEntries(
    COUNTED.map((table) => [table, db.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all()]),
  );
  db.close();
  return content;
}

/** Makes some articles as an older version would have read them. */
function spoil(file: string, withoutSource: number): void {
  const db = new DatabaseSync(file);
  db.exec(
    `UPDATE article SET claims = '[]', outlet = 'Old', value = json_set(value, '$.outlet', 'Old'), profile = json_set(profile, '$.keys', json('[]'))
       WHERE id IN (SELECT id FROM article ORDER BY id LIMIT 5);
     DELETE FROM link WHERE a IN (SELECT id FROM article ORDER BY id LIMIT 5);
     UPDATE bytes SET source = NULL WHERE article IN (SELECT id FROM article ORDER BY id LIMIT ${withoutSource});`,
  );
  db.close();
}

test('a store read by another version is as if this one had read it', async () => {
  const file = join(newFolder(), 'a.db');
  const store = openStore(file);
  await readInto(store, readInputs([join(ROOT, 'examples')]));
  const before = contentOf(file);
  assert.deepEqual([rereadAll(store).changed, contentOf(file)], [0, before]);
  spoil(file, 3);
  assert.notDeepEqual(contentOf(file), before);
  const { articles, changed, problems } = rereadAll(store);
  assert.deepEqual([articles, changed, problems], [before.article!.length, 5, []]);
  assert.deepEqual(contentOf(file), before);
  store.close();
});

test('records of JSONL are read again from their line', async () => {
  const file = join(newFolder(), 'a.db');
  const store = openStore(file);
  const line = JSON.stringify({
    title: 'Flood',
    outlet: 'Tamsk Courier',
    published: '2021-03-03',
    text: 'Police said 12 people were killed.',
  });
  async function* stdin(): AsyncGenerator<Uint8Array> {
    yield new TextEncoder().encode(`${line}\n`);
  }
  const { articles } = await readInto(
    store,
    readInputs(['-'], { stdin: stdin(), given: { outlet: 'Mine' } }),
  );
  const before = contentOf(file);
  spoil(file, 0);
  assert.equal(rereadAll(store).changed, 1);
  assert.deepEqual(contentOf(file).article, before.article);
  assert.equal(store.article(articles[0]!).article.outlet, 'Mine');
  store.close();
});
