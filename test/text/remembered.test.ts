import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
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

test('a word of a text does not keep the text', () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const held = (): number => {
    collect();
    return process.memoryUsage().heapUsed;
  };
  const first = remembered(100, (word: string) => ({ word, length: word.length }));
  const before = held();
  for (let i = 0; i < 40; i++) {
    const text = `${'x'.repeat(500_000)} incomprehensibilities-${i} `.repeat(2).replace('x', 'y');
    const word = text.slice(500_001, 500_025);
    assert.equal(first(word).word, word);
  }
  assert.ok(held() - before < 10_000_000, `${held() - before} bytes more`);
});
