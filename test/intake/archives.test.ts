import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { readInputs, type Taken } from '../../src/intake/inputs.ts';
import { warcPage, warcRecord, zipOf } from './archives.ts';

const STORY = 'Twelve people drowned near the town on Monday, the rescue service said.';
const page = (words: string): string =>
  `<html><head><title>Flood</title></head><body><h1>Flood in Tamsk</h1><p>${words}</p><p>${STORY}</p></body></html>`;
const INFO = warcRecord('warcinfo', 'urn:x', 'software: none\r\n');
const FIRST = warcPage('https://tamsk.example/1', page('The water rose all night.'));
const SECOND = warcPage('https://tamsk.example/2', page('The water fell in the morning.'));
const THIRD = warcPage('https://tamsk.example/3', page('The bridge is closed until May.'));
const WARC = Buffer.concat([INFO, FIRST, SECOND, THIRD]);
const packed = (...records: readonly Buffer[]): Buffer => Buffer.concat(records.map((one) => gzipSync(one)));

let folder = '';
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'archives-'));
});
after(() => rmSync(folder, { recursive: true, force: true }));

async function take(name: string, content: string | Uint8Array): Promise<Taken[]> {
  const file = join(folder, name);
  writeFileSync(file, content);
  const taken: Taken[] = [];
  for await (const one of readInputs([file])) taken.push(one);
  return taken;
}

/** What each input gave: an article's address and file, or a problem's place and reason. */
const told = (taken: readonly Taken[]): string[] =>
  taken
    .map((one) => {
      if (one.kind === 'article') return `${one.article.url ?? one.article.title} ${one.article.file}`;
      const { file, place, reason, noted } = one.problem;
      return `${noted ? 'note' : 'problem'} ${file} ${place ?? ''}: ${reason}`;
    })
    .map((words) => words.replaceAll(`${folder}/`, ''));

/** A break in the middle of the second record's packed bytes. */
function withDamage(): Buffer {
  const bytes = packed(INFO, FIRST, SECOND, THIRD);
  const at = packed(INFO, FIRST).length + 40;
  bytes.fill(0x55, at, at + 60);
  return bytes;
}

const ARCHIVES: readonly (readonly [name: string, content: string | Uint8Array, gives: readonly RegExp[]])[] =
  [
    [
      'plain.warc',
      WARC,
      [
        /example\/1 plain.warc#2$/,
        /example\/2 plain.warc#3$/,
        /example\/3 plain.warc#4$/,
        /^note .*: of its 4 records .*: 1 warcinfo$/,
      ],
    ],
    [
      'packed.warc.gz',
      packed(INFO, FIRST, SECOND),
      [/\/1 packed.warc.gz#2$/, /\/2 packed.warc.gz#3$/, /^note/],
    ],
    ['in-one.warc.gz', gzipSync(Buffer.concat([FIRST, SECOND])), [/\/1 /, /\/2 /]],
    [
      'damaged.warc.gz',
      withDamage(),
      [/\/1 /, /^problem damaged.warc.gz record 3, byte \d+: is damaged.*next record/, /\/3 /, /^note/],
    ],
    [
      'cut.warc.gz',
      packed(FIRST, SECOND).subarray(0, -90),
      [/\/1 /, /^problem cut.warc.gz record 2, byte \d+: is damaged: unexpected end/],
    ],
    [
      'cut.warc',
      WARC.subarray(0, -90),
      [/\/1 /, /\/2 /, /^problem cut.warc record 4, byte \d+: is cut: \d+ of its \d+ bytes/, /^note/],
    ],
    [
      'strange.warc',
      Buffer.concat([FIRST, Buffer.from('some words that are no record\r\n\r\n'), SECOND]),
      [/\/1 /, /^problem strange.warc record 1, byte \d+: 31 bytes are no WARC record/, /\/2 /],
    ],
    [
      'without-length.warc',
      Buffer.concat([Buffer.from('WARC/1.0\r\nWARC-Type: response\r\n\r\n'), FIRST]),
      [/^problem without-length.warc record 1, byte 0: has no Content-Length/, /\/1 /],
    ],
    [
      'others.warc',
      Buffer.concat([
        warcRecord('response', 'https://tamsk.example/', 'HTTP/1.1 404 Gone\r\n\r\nno'),
        warcPage('https://tamsk.example/i', 'PNG', 'Content-Type: image/png'),
        warcRecord('response', 'https://tamsk.example/b', 'nothing of HTTP'),
        FIRST,
      ]),
      [
        /^problem .* record 3, byte \d+: holds no answer of HTTP/,
        /\/1 /,
        /^note .*: 1 image\/png, 1 status 404$/,
      ],
    ],
    [
      'transport.warc',
      Buffer.concat([
        warcPage(
          'https://tamsk.example/z',
          gzipSync(page('Packed.')),
          'Content-Type: text/html\r\nContent-Encoding: gzip',
        ),
        warcPage(
          'https://tamsk.example/br',
          brotliCompressSync(page('Pressed.')),
          'Content-Type: text/html\r\nContent-Encoding: br',
        ),
        warcPage(
          'https://tamsk.example/c',
          `${page('In chunks.').length.toString(16)}\r\n${page('In chunks.')}\r\n0\r\n\r\n`,
          'Content-Type: text/html\r\nTransfer-Encoding: chunked',
        ),
        warcPage(
          'https://tamsk.example/l',
          Buffer.from(page('Zoë says so.'), 'latin1'),
          'Content-Type: text/html; charset=iso-8859-1',
        ),
      ]),
      [/\/z /, /\/br /, /\/c /, /\/l /],
    ],
    [
      'all.zip',
      zipOf([
        {
          name: 'a.txt',
          content: `Flood in Tamsk takes twelve\n\n${STORY}\n\nThe flood took a bridge in Tamsk, too, the service said.`,
        },
        { name: 'pages/b.html', content: page('In a folder.'), stored: true },
        { name: '__MACOSX/c.txt', content: 'x' },
        { name: 'd.warc.gz', content: packed(FIRST) },
        {
          name: 'e.zip',
          content: zipOf([{ name: 'f.jsonl', content: JSON.stringify({ text: STORY, title: 'G' }) }]),
        },
        { name: 'g.pdf', content: '%PDF-1.7' },
      ]),
      [
        /Flood in Tamsk takes twelve all.zip\/a.txt/,
        /all.zip\/pages\/b.html/,
        /\/1 all.zip\/d.warc.gz#1/,
        /G all.zip\/e.zip\/f.jsonl#1/,
        /^problem all.zip\/g.pdf : is a PDF/,
      ],
    ],
    [
      'site.wacz',
      zipOf([
        { name: 'pages/pages.jsonl', content: '{"format": "json-pages-1.0"}' },
        { name: 'archive/data.warc.gz', content: packed(FIRST, SECOND), stored: true },
        { name: 'datapackage.json', content: '{}' },
      ]),
      [/\/1 site.wacz\/archive\/data.warc.gz#1/, /\/2 /],
    ],
    [
      'cut.zip',
      zipOf([{ name: 'a.txt', content: STORY }]).subarray(0, -30),
      [/^problem cut.zip : is a ZIP archive that cannot be read: /],
    ],
    ['letter.docx', zipOf([{ name: '[Content_Types].xml', content: '<x/>' }]), [/is an office document/]],
    [
      'lines.jsonl.gz',
      gzipSync(
        `${JSON.stringify({ title: 'A', text: STORY })}\n${JSON.stringify({ title: 'B', text: STORY })}\n`,
      ),
      [/A lines.jsonl#1/, /B lines.jsonl#2/],
    ],
    ['page.html.gz', gzipSync(page('Packed.')), [/Flood.* page.html$/]],
    [
      'cut.html.gz',
      gzipSync(page('Packed.')).subarray(0, 100),
      [/^problem cut.html.gz byte \d+: is damaged: unexpected end/],
    ],
    [
      'bomb.html.gz',
      gzipSync(Buffer.alloc(80_000_000, 32)),
      [/^problem bomb.html.gz (?:byte 0: unpacks to more than 300 times|: is larger than 64 MB)/],
    ],
  ];

for (const [name, content, gives] of ARCHIVES)
  test(name, async () => {
    const found = told(await take(name, content));
    assert.equal(found.length, gives.length, found.join('\n'));
    for (const [i, pattern] of gives.entries()) assert.match(found[i]!, pattern);
  });

test('a record of an archive has its address, its encoding and the time of its capture', async () => {
  const [taken] = await take(
    'one.warc',
    warcPage(
      'https://tamsk.example/l',
      Buffer.from(page('Zoë says so.'), 'latin1'),
      'Content-Type: text/html; charset=iso-8859-1',
    ),
  );
  assert.ok(taken?.kind === 'article');
  assert.ok(taken.article.text.includes('Zoë says so.'));
  assert.equal(taken.article.outlet, 'tamsk.example');
  assert.deepEqual(taken.source.known, {
    url: 'https://tamsk.example/l',
    charset: 'iso-8859-1',
    at: '2021-03-04T05:06:07Z',
  });
});

test('archives within archives end somewhere', async () => {
  let archive = zipOf([{ name: 'a.txt', content: STORY }]);
  for (let i = 0; i < 6; i++) archive = zipOf([{ name: 'a.zip', content: archive }]);
  assert.match(told(await take('deep.zip', archive)).join(), /lies more than 4 archives deep/);
});
