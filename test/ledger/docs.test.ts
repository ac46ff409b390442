import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { codebookNames, loadCodebook } from '../../src/ledger/codebook.ts';

const doc = (name: string): string => readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8');

const rows = doc('codebooks.md')
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

test('every codebook is a column of the page', () => {
  assert.deepEqual(rows[0]?.slice(1).toSorted(), codebookNames().toSorted());
});

/** "3–9", "3; 10 where …" and "2" as the numbers between which a word counts. */
function numbers(cell: string): readonly number[] {
  const [low = Number.NaN, high = low] = cell
    .split(';')[0]!
    .split('–')
    .map((part) => Number(part.replace(/,/g, '')));
  return [low, high];
}

test('the numbers of vague words on the page are those of the data', () => {
  const vague = rows.filter(([words]) => /few|dozens|tens|hundred|thousands/.test(words ?? ''));
  assert.equal(vague.length, 7);
  for (const [cell = '', ...cells] of vague)
    for (const [i, name] of (rows[0] ?? []).slice(1).entries())
      for (const word of cell.split(', ')) {
        const own = loadCodebook(name).vague[word];
        assert.deepEqual(own, cells[i] === 'plain' ? undefined : numbers(cells[i]!), `${name}: ${word}`);
      }
});

test('every file that the ledger page names is there', () => {
  const files = new Set(readdirSync(new URL('../../src/ledger/', import.meta.url)));
  const lexicon = new Set(readdirSync(new URL('../../lexicon/', import.meta.url)));
  for (const [, name] of doc('ledger.md').matchAll(/`(?:lexicon\/)?([\w-]+\.(?:ts|json))`/g))
    assert.ok(files.has(name!) || lexicon.has(name!), name);
});
