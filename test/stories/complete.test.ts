import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completed } from '../../src/stories/complete.ts';
import { linkOf } from '../../src/stories/links.ts';
import { profileOf } from '../../src/stories/profile.ts';
import type { Article } from '../../src/text/article.ts';
import { idOf } from '../../src/text/id.ts';

/** Reports of one sinking that all tell of it in nearly the same words. */
const profiles = ['one', 'two', 'three', 'four'].map((name) => {
  const text = `Tarnsund ferry Lady Corran sinks\nThe ferry Lady Corran sank off Tarnsund, ${name} of the Coastguard of Skerra told Dario Fenn.`;
  const article: Article = {
    id: idOf(name),
    file: `${name}.txt`,
    url: null,
    title: text.split('\n')[0]!,
    outlet: `The ${name} Post`,
    byline: null,
    published: '2031-03-04',
    publishedBasis: 'stated',
    dateline: null,
    credits: [],
    language: 'en',
    text,
    blocks: [{ start: 0, end: text.length, kind: 'body', kept: true, reason: 'body' }],
  };
  return profileOf(article, []);
});
const [a, b, c, d] = profiles as [(typeof profiles)[0], ...typeof profiles];

test('articles joined through others are compared, whether or not they share a key', () => {
  const chain = [linkOf(a!, b!)!, linkOf(b!, c!)!];
  const all = completed(profiles, chain);
  assert.deepEqual(all.slice(0, 2), chain);
  assert.deepEqual(all.slice(2), [linkOf(a!, c!)]);
});

test('two that nothing joins are not', () => {
  assert.deepEqual(completed([a!, d!], []), []);
  const weak = [
    { ...linkOf(a!, b!)!, weight: 0.39 },
    { ...linkOf(b!, c!)!, weight: 0.39 },
  ];
  assert.deepEqual(completed(profiles, weak), weak);
});
