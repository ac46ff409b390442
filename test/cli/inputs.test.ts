import assert from 'node:assert/strict';
import { closeSync, ftruncateSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { hearsay, newFolder, type Ran, recordsIn } from './run.ts';

const GOOD =
  'Ferry sinks off Tarn\n\nPublished 4 March 2026\n\nAt least 12 people were killed when a ferry sank off Tarn on Tuesday, the coastguard said.\n';

/** Every kind of bad input, each beside a good one that must be read all the same. */
function plant(folder: string): void {
  const put = (name: string, content: string | Buffer): void => writeFileSync(join(folder, name), content);
  put('a-empty.txt', '');
  put('b-binary.txt', Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256)));
  put(
    'd-broken.txt',
    Buffer.concat([
      Buffer.from(
        'Police said 3 people died on Monday \u2014 \u201cZw\u00f6lf\u201d, \u00c5se, \u010capek \u2014 in a caf',
      ),
      Buffer.from([0xc3, 0x28, 0xff, 0xfe]),
      Buffer.from(' closed.\n'),
    ]),
  );
  put(
    'e-cut.jsonl',
    `${JSON.stringify({ url: 'https://a.example/1', title: 'One', text: 'Police said two people were killed.' })}\n{"url": "https://a.exam`,
  );
  put(
    'f-nested.html',
    `<html><body>${'<div>'.repeat(50_000)}Police said four people died.${'</div>'.repeat(50_000)}</body></html>`,
  );
  put('g-good.txt', GOOD);
  const line = openSync(join(folder, 'c-line.txt'), 'w');
  writeSync(line, GOOD);
  ftruncateSync(line, 100_000_000);
  closeSync(line);
  mkdirSync(join(folder, 'h-folder'));
}

describe('bad input', () => {
  const folder = newFolder();
  let ran: Ran;
  before(() => {
    plant(folder);
    ran = hearsay([
      'read',
      folder,
      join(folder, 'missing.txt'),
      '--format',
      'jsonl',
      '--db',
      join(newFolder(), 'x.db'),
    ]);
  });

  const EXPECTED: readonly (readonly [file: string, said: RegExp])[] = [
    ['an empty file', /a-empty\.txt.*empty/],
    ['binary', /b-binary\.txt.*(binary|neither text)/],
    ['a line of 100 MB', /c-line\.txt.*/],
    ['broken UTF-8', /d-broken\.txt.*(byte|UTF-8)/],
    ['a JSONL line cut in the middle', /e-cut\.jsonl, line 2: /],
    ['a page of 50,000 nested tags', /f-nested\.html.*/],
    ['a path that does not exist', /missing\.txt: does not exist/],
  ];
  for (const [what, said] of EXPECTED)
    test(`${what} is named with its reason`, () => assert.match(ran.said, said));

  test('each message is one line, and there is one for each', () => {
    const lines = ran.said.trim().split('\n');
    assert.equal(lines.length, EXPECTED.length, ran.said);
    for (const line of lines) assert.match(line, /^hearsay: /);
  });

  test('the exit status is 1 and the others are read', () => {
    assert.equal(ran.status, 1);
    const records = recordsIn(ran.out);
    const claims = records.filter(({ record }) => record === 'claim');
    assert.ok(
      claims.some(({ file }) => String(file).endsWith('g-good.txt')),
      'the good file has no claim',
    );
    assert.ok(
      records.some(({ record, file }) => record === 'article' && String(file).includes('e-cut.jsonl')),
      'the whole JSONL line was not read',
    );
  });
});

test('a folder without rights is named', {
  skip: process.getuid?.() === 0 && 'the superuser may read everything',
}, () => {
  const folder = newFolder();
  mkdirSync(join(folder, 'closed'), { mode: 0o000 });
  const ran = hearsay(['article', folder]);
  assert.equal(ran.status, 1);
  assert.match(ran.said, /closed: may not be read/);
});

test('standard input is read as text, page or records', () => {
  const records = recordsIn(hearsay(['article', '-'], { input: GOOD }).out);
  assert.deepEqual(
    records.map(({ file, published }) => [file, published]),
    [['-', '2026-03-04']],
  );
  const line = JSON.stringify({
    url: 'https://a.example/1',
    title: 'Ferry',
    outlet: 'The Post',
    published: '2026-03-05',
    text: 'Two died.',
  });
  const [article] = recordsIn(hearsay(['article', '-'], { input: `${line}\n` }).out);
  assert.deepEqual(
    [article?.title, article?.outlet, article?.published],
    ['Ferry', 'The Post', '2026-03-05'],
  );
});

for (const [name, bytes] of [
  [
    'UTF-16 with a mark',
    Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('“Zwölf” dead, café owner said.\r\n', 'utf16le')]),
  ],
  ['UTF-8 with a mark', Buffer.from('\ufeff“Zwölf” dead, café owner said.\r\n')],
  [
    'windows-1252',
    Buffer.from([
      0x93,
      ...Buffer.from('Zw'),
      0xf6,
      ...Buffer.from('lf'),
      0x94,
      ...Buffer.from(' dead, caf'),
      0xe9,
      ...Buffer.from(' owner said.\r\n'),
    ]),
  ],
] as const) {
  test(`${name} is decoded`, () => {
    const file = join(newFolder(), 'capture.txt');
    writeFileSync(file, bytes);
    assert.equal(recordsIn(hearsay(['article', file]).out)[0]?.text, '“Zwölf” dead, café owner said.\r\n');
  });
}
