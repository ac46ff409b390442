import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readInputs } from '../../src/intake/inputs.ts';
import { type Read, readAlone } from '../../src/pipeline.ts';
import { openReaders } from '../../src/readers.ts';
import type { Article } from '../../src/text/article.ts';
import { newFolder, ROOT } from '../cli/run.ts';

async function examples(): Promise<Article[]> {
  const articles: Article[] = [];
  for await (const taken of readInputs([join(ROOT, 'examples')], { given: {} }))
    if (taken.kind === 'article') articles.push(taken.article);
  return articles;
}

test('threads read what one thread reads', async () => {
  const articles = await examples();
  const readers = openReaders(2, undefined, 3);
  try {
    const together = await Promise.all(articles.map(readers.read));
    assert.ok(articles.length > 10);
    assert.deepEqual(together, articles.map(readAlone));
  } finally {
    await readers.close();
  }
});

test('threads know the user lexicon', async () => {
  const lexicon = newFolder();
  const page = readFileSync(join(ROOT, 'docs/measures.md'), 'utf8');
  writeFileSync(join(lexicon, 'measures.json'), /```json\n([\s\S]*?)```/.exec(page)![1]!);
  const [article] = await examples();
  const text = 'Vets culled 300 sheep on Monday.';
  const blocks = [{ start: 0, end: text.length, kind: 'body', kept: true, reason: 'body' }] as const;
  const readers = openReaders(2, lexicon, 0);
  try {
    const { claims }: Read = await readers.read({ ...article!, text, blocks });
    assert.deepEqual(
      claims.map(({ predicate }) => predicate),
      ['culled'],
    );
  } finally {
    await readers.close();
  }
});

test('what an article makes of a thread is told of that article, and the others are read', async () => {
  const [article, other] = await examples();
  const readers = openReaders(2, undefined, 0);
  try {
    const broken = readers.read({ ...article!, file: 'broken.txt', blocks: null as never });
    const sound = readers.read(other!);
    await assert.rejects(broken, /^Error: broken\.txt: /);
    assert.deepEqual(await sound, readAlone(other!));
  } finally {
    await readers.close();
  }
});
