import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { read } from '../../src/index.ts';
import { expectedFile, STORIES, storyFolder } from './expected.ts';
import { ledgerLines } from './ledger-lines.ts';

for (const story of STORIES) {
  test(`the ledger of examples/${story} is the expected one, in full`, async () => {
    const found = ledgerLines(await read(storyFolder(story))).split('\n');
    const expected = readFileSync(expectedFile(story), 'utf8').trimEnd().split('\n');
    assert.deepEqual(found, expected);
  });
}
