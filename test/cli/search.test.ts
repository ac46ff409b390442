import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { before } from 'node:test';
import { hearsay, newFolder, recordsIn } from './run.ts';

const FILES: Readonly<Record<string, string>> = {
  'en.txt': 'At least 12 people were killed in the flood in Tamsk on Monday, the police said.\n',
  'de.txt':
    'Bei der Flut in Tamsk sind am Montag mindestens 12 Menschen ums Leben gekommen, teilte die Polizei mit.\n',
  'wall.html':
    '<title>Just a moment...</title><p>Verifying you are human for tamsk.example. This may take a few seconds.</p>',
  'odd.txt': 'At least 3 people were hurt in the storm, the \u001b[31mTamsk\u202e police said.\n',
};

let db = '';
before(() => {
  const folder = newFolder();
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
  db = join(folder, 'x.sqlite');
  hearsay(['read', folder, '--db', db]);
});
const search = (...words: string[]) => hearsay(['search', '--db', db, ...words]);

test('articles that hold the words are found, with the lines about them', () => {
  const { out, status } = search('flood', 'police');
  assert.equal(status, 0);
  assert.match(out, /en\.txt/);
  assert.match(out, /1 claim/);
  assert.match(out, /in the flood in Tamsk/);
  assert.match(out, /\n1 article\n$/);
});

test('articles that are kept unread are found and say so', () => {
  assert.match(search('"ums Leben gekommen"').out, /not read · de · .*de\.txt/);
  const [wall] = recordsIn(search('human', '--format', 'jsonl').out);
  assert.deepEqual([wall?.state, wall?.unread, wall?.claims], ['wall', true, 0]);
});

test('no more are shown than are asked for, and it is said', () =>
  assert.match(search('Tamsk', '--most', '2').out, /\n2 or more articles\n$/));

test('captured words cannot steer the terminal', () => {
  const { out } = search('storm');
  assert.match(out, /Tamsk police said/);
  assert.ok(!out.includes('\u001b') && !out.includes('\u202e'));
});

test('what cannot be looked for is told', () => {
  for (const [words, said] of [
    [['"'], /holds no word to look for/],
    [['flood', '--most', '0'], /--most is a number from 1 to 99999, not "0"/],
    [['flood', '--format', 'xml'], /--format is text or jsonl, not "xml"/],
  ] as const) {
    const ran = search(...words);
    assert.equal(ran.status, 2);
    assert.match(ran.said, said);
  }
  assert.match(search('nowhere').out, /^0 articles\n$/);
});
