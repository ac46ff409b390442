import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { hearsay, newFolder } from './run.ts';

const REPORT = `Ferry sinks off Tarn

Share this article

At least 12 people were killed when a ferry sank off Tarn on Tuesday, the coastguard said.
`;

/** The words of CoNLL-U with what stands in another column. */
const column = (conllu: string, at: number): readonly string[] =>
  conllu
    .split('\n')
    .filter((line) => /^\d+\t/.test(line))
    .map((line) => line.split('\t')[at]!);

test('parse prints every word of the input; --kept only what is read', () => {
  const all = column(hearsay(['parse', '-'], { input: REPORT }).out, 1).join(' ');
  assert.match(all, /^Ferry sinks off Tarn Share this article At least 12 people were killed .* said \.$/);
  const kept = column(hearsay(['parse', '-', '--kept'], { input: REPORT }).out, 1).join(' ');
  assert.doesNotMatch(kept, /Share this article/);
  assert.match(kept, /At least 12 people/);
});

test('parse --tokens keeps the tokens that it is given, and prints tags and one tree each', () => {
  const bare = ['Men', 'in-law', 'fled', '.']
    .map((form, i) => [i + 1, form, '_', '_', '_', '_', '_', '_', '_', '_'].join('\t'))
    .join('\n');
  const { out, status } = hearsay(['parse', '--tokens', '-'], { input: `${bare}\n\n` });
  assert.equal(status, 0);
  assert.deepEqual(column(out, 1), ['Men', 'in-law', 'fled', '.']);
  assert.equal(column(out, 3)[3], 'PUNCT');
  assert.equal(column(out, 6).filter((head) => head === '0').length, 1);
});

test('parse --tokens names what is no CoNLL-U and goes on with the next', () => {
  const folder = newFolder();
  writeFileSync(join(folder, 'a.conllu'), 'Men fled.\n');
  writeFileSync(join(folder, 'b.conllu'), '1\tMen\t_\t_\t_\t_\t_\t_\t_\t_\n\n');
  const { out, said, status } = hearsay(['parse', '--tokens', folder, join(folder, 'c.conllu')]);
  assert.equal(status, 1);
  assert.deepEqual(column(out, 1), ['Men']);
  assert.match(said, /a\.conllu: line 1 is no CoNLL-U: "Men fled\."/);
  assert.match(said, /c\.conllu: does not exist/);
});
