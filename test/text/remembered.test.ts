import assert from 'node:assert/strict';
import { test } from 'node:test';
import { remembered } from '../../src/text/remembered.ts';

test('what was asked before is not worked out again, until more keys were asked than are kept', () => {
  const asked: string[] = [];
  const lengthOf = remembered(2, (word: string) => {
    asked.push(word);
    return word.length;
  });
  assert.deepEqual(['one', 'three', 'one'].map(lengthOf), [3, 5, 3]);
  assert.deepEqual(asked, ['one', 'three']);
  assert.deepEqual(['eleven', 'one'].map(lengthOf), [6, 3]);
  assert.deepEqual(asked, ['one', 'three', 'eleven', 'one']);
});
