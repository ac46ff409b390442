import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listed } from '../../src/text/listed.ts';

test('a list is made of each, in order, with its place', () =>
  assert.deepEqual(
    listed(['a', 'b'], (word, at) => `${at}${word}`),
    ['0a', '1b'],
  ));

test('of nothing an empty list is made', () => assert.deepEqual(listed([], String), []));
