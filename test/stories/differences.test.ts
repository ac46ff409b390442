import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differences } from '../../src/stories/differences.ts';
import { type Article, bareArticle } from '../../src/text/article.ts';

const articleOf = (...blocks: readonly (readonly [text: string, kept?: boolean])[]): Article => {
  const text = blocks.map(([words]) => words).join('');
  let end = 0;
  return bareArticle(
    text,
    text,
    blocks.map(([words, kept = true]) => {
      const start = end;
      end += words.length;
      return { start, end, kind: kept ? 'body' : 'furniture', kept, reason: '' };
    }),
  );
};

const told = (first: Article, second: Article) => {
  const { onlyFirst, onlySecond } = differences(first, second);
  return [
    onlyFirst.map(({ start, end }) => first.text.slice(start, end)),
    onlySecond.map(({ start, end }) => second.text.slice(start, end)),
  ];
};

const WIRE = 'The ferry sank at dawn. Twelve people were saved. The search goes on.';

const CASES: readonly (readonly [string, Article, Article, string[], string[]])[] = [
  ['the same text', articleOf([WIRE]), articleOf([WIRE]), [], []],
  ['marks and case alone', articleOf([WIRE]), articleOf([WIRE.toUpperCase().replaceAll('.', '!')]), [], []],
  [
    'a sentence cut and one added',
    articleOf([WIRE]),
    articleOf(['The ferry sank at dawn. The search goes on.\nThe mayor came to the harbour.']),
    ['Twelve people were saved.'],
    ['The mayor came to the harbour.'],
  ],
  [
    'what was left out of either',
    articleOf([WIRE], ['\nMost read stories today.', false]),
    articleOf(['Sign up for our letter.\n', false], [WIRE]),
    [],
    [],
  ],
  ['words too few to tell', articleOf([`${WIRE} Too late.`]), articleOf([WIRE]), [], []],
];

for (const [name, first, second, onlyFirst, onlySecond] of CASES)
  test(`two carriers differ by ${name}`, () => {
    assert.deepEqual(told(first, second), [onlyFirst, onlySecond]);
  });
