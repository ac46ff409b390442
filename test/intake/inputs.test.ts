import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { type InputOptions, readInputs, type Taken } from '../../src/intake/inputs.ts';
import { linesOf } from '../../src/intake/lines.ts';
import { DEEPEST } from '../../src/intake/tree.ts';

const STORY = 'Twelve people drowned near the town on Monday, the rescue service said.';
let folder = '';

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'intake-'));
});
after(() => rmSync(folder, { recursive: true, force: true }));

function put(name: string, content: string | Uint8Array): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

async function take(paths: readonly string[], options: InputOptions = {}): Promise<Taken[]> {
  const taken: Taken[] = [];
  for await (const one of readInputs(paths, options)) taken.push(one);
  return taken;
}

async function* once(...chunks: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield new TextEncoder().encode(chunk);
}

/** "article" or "problem place: reason" of each. */
const summary = (taken: readonly Taken[]): string[] =>
  taken.map((one) =>
    one.kind === 'article' ? 'article' : `${one.problem.place ?? ''}: ${one.problem.reason}`,
  );

/** Inputs that cannot be read, and what is said of each. */
const BAD: readonly (readonly [name: string, content: string | Uint8Array, says: readonly RegExp[]])[] = [
  ['empty.txt', '', [/is empty/]],
  ['blank.txt', ' \n\t\n', [/is empty/]],
  ['binary.txt', Uint8Array.from({ length: 4000 }, (_, i) => (i * 131) % 256), [/is binary/]],
  ['page.pdf', '%PDF-1.7 …', [/is a PDF/]],
  [
    'broken.txt',
    Buffer.concat([Buffer.from(`${STORY} – „`), Buffer.from([0xff]), Buffer.from(' “ –')]),
    [/^article$/, /^byte 79: is not sound UTF-8/],
  ],
  [
    'cut.jsonl',
    `{"text": ${JSON.stringify(STORY)}}\n{"text": "Twel\n{"text": ${JSON.stringify(STORY)}}\n`,
    [/^article$/, /^line 2: is not valid JSON/, /^article$/],
  ],
  [
    'other.jsonl',
    '{"name": "x"}\n7\n',
    [/^line 1: has no words in "text"; its fields are name/, /^line 2: is 7, not a record/],
  ],
  ['array.json', '[["a"], ["b"], ["c"]]', [/^line 1: is an array of 3 without an article/]],
];

for (const [name, content, says] of BAD) {
  test(`a clear message for ${name}`, async () => {
    const found = summary(await take([put(name, content)]));
    assert.equal(found.length, says.length, found.join('\n'));
    for (const [i, pattern] of says.entries()) assert.match(found[i]!, pattern);
  });
}

test('a path that does not exist, and the next input is read', async () => {
  const found = summary(await take([join(folder, 'nowhere'), put('ok.txt', STORY)]));
  assert.match(found[0]!, /does not exist/);
  assert.equal(found[1], 'article');
});

test('a folder without rights', { skip: process.getuid?.() === 0 }, async () => {
  const closed = join(folder, 'closed');
  mkdirSync(closed);
  chmodSync(closed, 0);
  const found = summary(await take([closed]));
  chmodSync(closed, 0o700);
  assert.match(found[0]!, /may not be read by this user/);
});

test('a line of 100 MB is passed over and the next line read', async () => {
  async function* chunks(): AsyncGenerator<Uint8Array> {
    yield* once('{"text": "');
    for (let i = 0; i < 100; i++) yield Buffer.alloc(1_000_000, 120);
    yield* once(`"}\n{"text": ${JSON.stringify(STORY)}}\n`);
  }
  const found = summary(await take(['-'], { stdin: chunks() }));
  assert.match(found[0]!, /^line 1: is longer than 64 MB/);
  assert.deepEqual(found.slice(1), ['article']);
});

test('a text of 100 MB is a problem', async () => {
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for (let i = 0; i < 100; i++) yield Buffer.alloc(1_000_000, 120);
  }
  assert.match(summary(await take(['-'], { stdin: chunks() }))[0]!, /is larger than 64 MB/);
});

test('a page of 50,000 nested tags is read and named', async () => {
  const file = put('deep.html', `<html><body>${'<div>'.repeat(50_000)}<p>${STORY}</p>`);
  const [article, problem] = await take([file]);
  assert.ok(article?.kind === 'article' && article.article.text.includes(STORY));
  assert.ok(problem?.kind === 'problem');
  assert.match(problem.problem.reason, new RegExp(`nests .* deep.*${DEEPEST}`));
});

test('a page without words gives what its metadata states, and is told of', async () => {
  const file = put(
    'scripted.html',
    '<html><head><meta property="article:published_time" content="2021-03-03T08:00:00Z"></head><body><div id="app"></div></body></html>',
  );
  const [taken, note] = await take([file]);
  assert.ok(taken?.kind === 'article');
  assert.deepEqual([taken.article.text, taken.article.published], ['', '2021-03-03']);
  assert.ok(note?.kind === 'problem' && note.problem.noted);
  assert.match(note.problem.reason, /without words/);
});

test('folders are read by name, hidden files skipped', async () => {
  const top = join(folder, 'top');
  mkdirSync(join(top, 'b'), { recursive: true });
  for (const name of ['c.txt', 'a.html', 'b/d.txt', '.hidden.txt']) writeFileSync(join(top, name), STORY);
  const files = (await take([top])).map((one) =>
    one.kind === 'article' ? one.article.file : one.problem.file,
  );
  assert.deepEqual(
    files,
    ['a.html', 'b/d.txt', 'c.txt'].map((name) => join(top, name)),
  );
});

test('JSONL states title, outlet, day and address', async () => {
  const record = {
    url: 'https://example.org/x',
    title: 'A flood in Tamsk',
    outlet: 'Tamsk Courier',
    published: '2021-03-03T08:00:00Z',
    text: `A flood in Tamsk\n${STORY}`,
  };
  const [taken] = await take(['-'], { stdin: once(JSON.stringify(record)) });
  assert.ok(taken?.kind === 'article');
  const { url, title, outlet, published, publishedBasis, file } = taken.article;
  assert.deepEqual(
    { url, title, outlet, published, publishedBasis, file },
    {
      url: record.url,
      title: record.title,
      outlet: record.outlet,
      published: '2021-03-03',
      publishedBasis: 'stated',
      file: '-#1',
    },
  );
  assert.equal(taken.article.text, record.text);
});

test('an array over many lines is read', async () => {
  const file = put(
    'many.json',
    JSON.stringify([{ text: STORY }, { text: `${STORY} Two more are missing.` }], null, 2),
  );
  assert.deepEqual(summary(await take([file])), ['article', 'article']);
});

test('ids are those of the bytes, wherever they lie', async () => {
  const [a, b] = await take([put('one.txt', STORY), put('two.txt', STORY)]);
  assert.ok(a?.kind === 'article' && b?.kind === 'article');
  assert.equal(a.article.id, b.article.id);
  assert.match(a.article.id, /^[0-9a-f]{32}$/);
});

test('lines are parted wherever chunks end', async () => {
  const numbers: string[] = [];
  for await (const { number, bytes } of linesOf(once('a', 'b\r\nc', '\n\nd')))
    numbers.push(`${number}:${new TextDecoder().decode(bytes)}`);
  assert.deepEqual(numbers, ['1:ab', '2:c', '3:', '4:d']);
});
