import assert from 'node:assert/strict';
import test from 'node:test';
import { declaredInHtml, decode, isBinary } from '../../src/intake/decode.ts';

const WORDS = 'Zwölf Menschen – „viele“ – ertranken.';
const utf8 = new TextEncoder().encode(WORDS);
const utf16 = (words: string, little: boolean): Uint8Array => {
  const bytes = new Uint8Array(words.length * 2);
  for (let i = 0; i < words.length; i++)
    new DataView(bytes.buffer).setUint16(i * 2, words.charCodeAt(i), little);
  return bytes;
};
const joined = (...parts: readonly (readonly number[] | Uint8Array)[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...part]));

const CASES: readonly (readonly [
  name: string,
  bytes: Uint8Array,
  text: string,
  encoding: string,
  brokenAt: number | null,
])[] = [
  ['UTF-8', utf8, WORDS, 'utf-8', null],
  ['UTF-8 with a BOM', joined([0xef, 0xbb, 0xbf], utf8), WORDS, 'utf-8', null],
  ['UTF-16 with a BOM', joined([0xff, 0xfe], utf16(WORDS, true)), WORDS, 'utf-16le', null],
  ['big-endian UTF-16 with a BOM', joined([0xfe, 0xff], utf16(WORDS, false)), WORDS, 'utf-16be', null],
  ['UTF-16 without a BOM', utf16('Twelve people drowned', true), 'Twelve people drowned', 'utf-16le', null],
  [
    'windows-1252',
    joined(
      [...'Zw'].map((c) => c.charCodeAt(0)),
      [0xf6, 0x6c, 0x66, 0x20, 0x96],
    ),
    'Zwölf –',
    'windows-1252',
    null,
  ],
  ['broken UTF-8', joined(utf8, [0xff], utf8), `${WORDS}\ufffd${WORDS}`, 'utf-8', utf8.length],
];

for (const [name, bytes, text, encoding, brokenAt] of CASES) {
  test(`decodes ${name}`, () => assert.deepEqual(decode(bytes), { text, encoding, brokenAt }));
}

test('takes the encoding that a page declares', () => {
  const page = joined(new TextEncoder().encode('<meta charset="iso-8859-2"><p>'), [0xb1]);
  assert.equal(declaredInHtml(page), 'iso-8859-2');
  assert.ok(decode(page, declaredInHtml(page)).text.endsWith('ą'));
});

test('passes over an encoding that nobody knows', () => {
  assert.equal(decode(utf8, 'x-unknown-42').text, WORDS);
});

test('tells binary from text', () => {
  assert.equal(isBinary(utf8), false);
  assert.equal(isBinary(utf16(WORDS, true)), false);
  assert.equal(isBinary(Uint8Array.from({ length: 400 }, (_, i) => (i * 37) % 256)), true);
});
