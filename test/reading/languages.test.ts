import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { articleFromText } from '../../src/intake/text.ts';
import { readArticle } from '../../src/reading/read.ts';
import { hearsay, newFolder } from '../cli/run.ts';

const GERMAN =
  'Bei der Flut in Tamsk sind am Montag mindestens 12 Menschen ums Leben gekommen, teilte die Polizei mit.\n\nVier weitere werden vermisst.\n';
const ENGLISH =
  'At least 12 people were killed in the flood in Tamsk on Monday, the police said.\n\nFour more people are missing.\n';

test('an article in a language without a reader is not read', () => {
  const article = articleFromText(GERMAN, { file: 'a', id: 'a' });
  assert.equal(article.language, 'de');
  assert.deepEqual(readArticle(article).sentences, []);
  assert.ok(readArticle(articleFromText(ENGLISH, { file: 'a', id: 'a' })).claims.length > 0);
});

test('it is kept, marked, and counted by its language', () => {
  const folder = newFolder();
  for (const [name, text] of [
    ['a.txt', GERMAN],
    ['b.txt', ENGLISH],
  ] as const)
    writeFileSync(join(folder, name), text);
  const read = hearsay(['read', '--db', join(folder, 'x.db'), join(folder, 'a.txt'), join(folder, 'b.txt')]);
  assert.equal(read.status, 0);
  assert.match(read.said, /1 article is kept unread, as no reader knows the language: 1 de/);
  assert.match(hearsay(['article', join(folder, 'a.txt')]).out, /"unread":true/);
});
