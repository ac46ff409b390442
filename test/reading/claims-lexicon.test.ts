import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { addLexicon } from '../../src/text/lexicon.ts';
import { claimsOf, shown } from './claims/table.ts';

/** The measure that docs/measures.md shows, taken from the page itself. */
const page = readFileSync(new URL('../../docs/measures.md', import.meta.url), 'utf8');
const example = /```json\n([\s\S]*?)```/.exec(page)?.[1] ?? '';

test('a measure is added as data, as the page says', () => {
  assert.deepEqual(claimsOf('Vets culled 300 sheep.').map(shown), ['other:cull 300 sheep']);
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-lexicon-'));
  writeFileSync(join(folder, 'measures.json'), example);
  addLexicon(folder);
  for (const sentence of [
    'Vets culled 300 sheep.',
    'Some 300 sheep were culled.',
    'The culling of 300 sheep began.',
  ])
    assert.match(claimsOf(sentence).map(shown).join(' | '), /^other:culled ~?300 sheep$/);
  assert.deepEqual(claimsOf('The blast killed 12 people.').map(shown), ['killed 12 people']);
});

test('an entry without its fields is refused with what it needs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-lexicon-'));
  writeFileSync(join(folder, 'measures.json'), '{"measures": [{"measure": "felled"}]}');
  addLexicon(folder);
  assert.throws(() => claimsOf('Crews felled 12 trees.'), /"felled".*needs "measure"/);
});
