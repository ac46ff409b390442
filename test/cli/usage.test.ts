import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { hearsay, newFolder } from './run.ts';

const WRONG: readonly (readonly [words: readonly string[], said: RegExp])[] = [
  [['raed', 'x'], /no command "raed"; see "hearsay --help"/],
  [['read'], /read needs PATH….*hearsay read --help/],
  [['read', 'x', '--formt', 'json'], /read has no option "--formt"/],
  [['read', 'x', '--format', 'yaml'], /--format is one of text, jsonl, json, not "yaml"/],
  [['read', 'x', '--published', '2024-13-01'], /--published wants a day as 2024-12-26, not "2024-13-01"/],
  [['read', 'x', '--codebook', 'nonsense'], /nonsense.*plain/],
  [['read', 'x', '--lexicon', '/no/such/folder'], /no lexicon folder "\/no\/such\/folder"/],
  [['read', 'x', '--db'], /--db needs FILE/],
  [['show', 'a', 'b'], /show does not take "b"/],
  [['export', '--as', 'xlsx'], /--as is one of csv, jsonl, ucdp, .*, not "xlsx"/],
  [['parse', '--tokens=yes', 'x'], /--tokens takes no value/],
];

for (const [words, said] of WRONG) {
  test(`hearsay ${words.join(' ')} is wrong usage`, () => {
    const cwd = newFolder();
    const ran = hearsay(words, { cwd });
    assert.match(ran.said, said);
    assert.equal(ran.status, 2);
    assert.equal(ran.out, '');
  });
}

test('help and version need nothing', () => {
  for (const words of [['--help'], [], ['help', 'read'], ['read', '--help'], ['--version']]) {
    const ran = hearsay(words);
    assert.equal(ran.status, 0, ran.said);
    assert.notEqual(ran.out, '');
  }
});

test('an empty store shows nothing and is no error', () => {
  const ran = hearsay(['show', '--db', join(newFolder(), 'new.db')]);
  assert.deepEqual([ran.status, ran.out], [0, '']);
});

test('a question that is not there is named', () => {
  const ran = hearsay(['show', 'feed', '--db', join(newFolder(), 'new.db')]);
  assert.equal(ran.status, 2);
  assert.match(ran.said, /no question begins with "feed"; "hearsay show" lists them/);
});
