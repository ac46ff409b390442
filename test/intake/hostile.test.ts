import assert from 'node:assert/strict';
import test from 'node:test';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { readBytes, type Taken } from '../../src/intake/inputs.ts';
import { warcPage, warcRecord, zipOf } from './archives.ts';

const STORY = 'Twelve people drowned near the town on Monday, the rescue service said.';
const PAGE = `<html><head><title>Flood</title></head><body><h1>Flood in Tamsk</h1><p>${STORY}</p></body></html>`;
const WARC = Buffer.concat([
  warcRecord('warcinfo', 'urn:x', 'software: none'),
  warcPage('https://tamsk.example/1', PAGE),
  warcPage('https://tamsk.example/2', gzipSync(PAGE), 'Content-Type: text/html\r\nContent-Encoding: gzip'),
]);
const RSS = `<?xml version="1.0"?><rss version="2.0"><channel><title>Courier</title><item><title>A</title><link>https://tamsk.example/a</link><description>&lt;p&gt;${STORY}&lt;/p&gt;</description></item></channel></rss>`;
const MBOX = `From a@b Wed Mar  3 08:00:00 2021\nFrom: A <a@b>\nSubject: Flood\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="B"\n\n--B\nContent-Type: text/plain\n\n${STORY}\n--B--\n`;

/** One sound input of each kind. */
const SOUND: Readonly<Record<string, Buffer>> = {
  'a.warc': WARC,
  'a.warc.gz': Buffer.concat([WARC.subarray(0, 0), ...[WARC, WARC].map((one) => gzipSync(one))]),
  'a.zip': zipOf([
    { name: 'a.html', content: PAGE },
    { name: 'b/c.warc.gz', content: gzipSync(WARC), stored: true },
  ]),
  'a.jsonl.gz': gzipSync(`${JSON.stringify({ text: STORY })}\n`.repeat(20)),
  'a.jsonl': Buffer.from(`${JSON.stringify({ title: 'A', text: STORY })}\n`.repeat(3)),
  'a.xml': Buffer.from(RSS),
  'a.mbox': Buffer.from(MBOX.repeat(3)),
  'a.html': Buffer.from(PAGE),
  'a.txt': Buffer.from(`Flood in Tamsk\n\n${STORY}\n`),
};

async function take(bytes: Uint8Array, file: string): Promise<Taken[]> {
  const taken: Taken[] = [];
  for await (const one of readBytes(bytes, file)) taken.push(one);
  return taken;
}

/** Every input gives something, and each problem its file and what is wrong. */
function assertTold(taken: readonly Taken[], file: string): void {
  assert.ok(taken.length > 0);
  for (const one of taken) {
    if (one.kind === 'article') assert.ok(one.article.file.startsWith(file.replace(/\.gz$/, '')));
    else {
      assert.ok(one.problem.file.startsWith(file.replace(/\.gz$/, '')), one.problem.file);
      assert.ok(one.problem.reason.length > 5);
    }
  }
}

for (const [file, sound] of Object.entries(SOUND)) {
  test(`${file}: cut anywhere, it gives what is there or says what is wrong`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: sound.length - 1 }), async (length) => {
        assertTold(await take(sound.subarray(0, length), file), file);
      }),
      { numRuns: 25 },
    );
  });

  test(`${file}: bytes changed anywhere, nothing is thrown`, async () => {
    const change = fc.tuple(fc.nat(sound.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 40 }), async (changes) => {
        const bytes = Buffer.from(sound);
        for (const [at, value] of changes) bytes[at] = value;
        assertTold(await take(bytes, file), file);
      }),
      { numRuns: 25 },
    );
  });

  test(`${file}: what follows its first bytes may be anything`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (tail) => {
        assertTold(await take(Buffer.concat([sound.subarray(0, 12), tail]), file), file);
      }),
      { numRuns: 25 },
    );
  });
}

test('a record behind a damaged one is read, wherever the damage is', async () => {
  const members = [1, 2, 3].map((i) => gzipSync(warcPage(`https://tamsk.example/${i}`, PAGE)));
  const [first, second] = members as [Buffer, Buffer, Buffer];
  await fc.assert(
    fc.asyncProperty(
      // Of the last byte before the checksum some bits mean nothing.
      fc.integer({ min: 10, max: second.length - 10 }),
      fc.integer({ min: 1, max: 255 }),
      async (at, by) => {
        const bytes = Buffer.concat(members);
        const place = first.length + at;
        bytes[place] = bytes[place]! ^ by;
        const taken = await take(bytes, 'a.warc.gz');
        const urls = taken.map((one) => (one.kind === 'article' ? one.article.url : 'problem'));
        assert.equal(urls[0], 'https://tamsk.example/1');
        assert.ok(urls.includes('https://tamsk.example/3'));
        assert.ok(urls.includes('problem'));
      },
    ),
    { numRuns: 40 },
  );
});

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
const laughs = Array.from({ length: 12 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');

/** Traps, and what is said of them. */
const TRAPS: readonly (readonly [name: string, file: string, bytes: () => Uint8Array, says: RegExp])[] = [
  [
    'a gzip bomb',
    'a.txt.gz',
    () => gzipSync(Buffer.alloc(200_000_000, 'x')),
    /unpacks to more than 300 times|is larger than 64 MB/,
  ],
  [
    'a gzip bomb of lines',
    'a.jsonl.gz',
    () => gzipSync(Buffer.alloc(200_000_000, '{"text": 1}\n')),
    /1000 lines in a row hold no article/,
  ],
  [
    'a bomb within a bomb',
    'a.html.gz.gz',
    () => gzipSync(gzipSync(Buffer.alloc(150_000_000, 'x'))),
    /unpacks to|larger than/,
  ],
  [
    'a ZIP bomb',
    'a.zip',
    () => zipOf([{ name: 'a.txt', content: Buffer.alloc(100_000_000, 'x') }]),
    /is larger than 64 MB/,
  ],
  [
    'a bomb in an answer',
    'a.warc',
    () =>
      warcPage(
        'https://tamsk.example/',
        brotliCompressSync(Buffer.alloc(70_000_000, 'x')),
        'Content-Type: text/html\r\nContent-Encoding: br',
      ),
    /record 1.*|unpacks to more than 64 MB/,
  ],
  [
    'a packed bomb in an answer',
    'a.warc',
    () =>
      warcPage(
        'https://tamsk.example/',
        deflateSync(Buffer.alloc(70_000_000, 'x')),
        'Content-Type: text/html\r\nContent-Encoding: deflate',
      ),
    /unpacks to more than 64 MB/,
  ],
  [
    'an entity bomb',
    'a.xml',
    () =>
      Buffer.from(
        `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "ha">${laughs}]><rss><channel><title>&l12;</title></channel></rss>`,
      ),
    /declares entities/,
  ],
  ['a feed nested deep', 'a.xml', () => Buffer.from(`<rss><channel>${'<item>'.repeat(100_000)}`), /feed/],
  ['JSON nested deep', 'a.jsonl', () => Buffer.from(`{"text": ${nested(200_000)}}`), /line 1|no words/],
  [
    'a mail of parts within parts',
    'a.eml',
    () =>
      Buffer.from(
        Array.from(
          { length: 500 },
          (_, i) => `Content-Type: multipart/mixed; boundary="b${i}"\n\n--b${i}\n`,
        ).join(''),
      ),
    /mail/,
  ],
  [
    'headers without end',
    'a.warc',
    () => Buffer.from(`WARC/1.0\r\n${'a: b\r\n'.repeat(2000)}`),
    /more than 500 lines of headers/,
  ],
  [
    'a record that claims to be huge',
    'a.warc',
    () =>
      Buffer.from(
        'WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/html\r\nContent-Length: 9007199254740991\r\n\r\nx',
      ),
    /is cut/,
  ],
];

for (const [name, file, bytes, says] of TRAPS)
  test(`${name} is told of`, async () => {
    const reasons = (await take(bytes(), file)).flatMap((one) =>
      one.kind === 'problem' ? [`${one.problem.place ?? ''} ${one.problem.reason}`] : [],
    );
    assert.ok(
      reasons.some((reason) => says.test(reason)),
      reasons.join('\n'),
    );
  });
