import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainWordEnd } from '../../src/text/plain-word.ts';

/** A text, a place in it, and where the plain word there ends. */
const ROWS: readonly (readonly [text: string, start: number, end: number])[] = [
  ['four miners, two clerks', 0, 4],
  ['four miners, two clerks', 5, 11],
  ['four miners', 5, 5],
  ['the end.', 4, 4],
  ["don't go", 0, 0],
  ['anti-tank unit', 0, 0],
  ['A1 road', 0, 0],
  ['café bar', 0, 0],
  [' four', 0, 0],
];

for (const [text, start, end] of ROWS)
  test(`the plain word of ${JSON.stringify(text)} at ${start}`, () =>
    assert.equal(plainWordEnd(text, start), end));
