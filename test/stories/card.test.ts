import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const model = (name: string): Buffer => readFileSync(new URL(`../../models/${name}`, import.meta.url));

test('the story models are the bytes that their card says training gives', () => {
  const rows = [
    ...String(model('stories.md')).matchAll(/^\| `(stories-\w+\.json)` .* `([0-9a-f]{16})` \|$/gm),
  ];
  assert.deepEqual(
    rows.map(([, name]) => name),
    ['stories-background.json', 'stories-links.json', 'stories-dates.json'],
  );
  for (const [, name, sum] of rows)
    assert.equal(
      createHash('sha256').update(model(name!)).digest('hex').slice(0, 16),
      sum,
      `${name} was changed without training, or its card was not`,
    );
});
