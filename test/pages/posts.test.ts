import assert from 'node:assert/strict';
import test from 'node:test';
import { textPart } from '../../src/pages/text.ts';
import { type Block, bareArticle, type Post } from '../../src/text/article.ts';

const TEXT = 'Twelve people died.\nDivers went down.\nThe toll rose to 31.\nSend us your pictures.';
const block = (words: string, post?: Post, kept = true): Block => {
  const start = TEXT.indexOf(words);
  return {
    start,
    end: Math.min(TEXT.length, start + words.length + 1),
    kind: 'body',
    kept,
    reason: kept ? 'body' : 'call',
    ...(post && { post }),
  };
};

test('an article shows each post of a live blog with its day and stamp, once', () => {
  const first = { at: '2024-03-05T07:15Z', published: '2024-03-05' };
  const second = { at: '"><b>09:10', published: '2024-03-06' };
  const article = bareArticle('a', TEXT, [
    block('Twelve people died.', first),
    block('Divers went down.', first, false),
    block('The toll rose to 31.', second),
    block('Send us your pictures.'),
  ]);
  const shown = String(textPart(article, { start: 0, end: TEXT.length }, []));
  assert.equal(shown.match(/class="post"/g)?.length, 2);
  assert.match(shown, /Post of 5 Mar[^<]*2024[^<]*<span class="quiet">2024-03-05T07:15Z<\/span>/);
  assert.match(shown, /Post of 6 Mar[^<]*2024/);
  assert.ok(!shown.includes('<b>'));
});
