import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readArticle } from '../../src/reading/read.ts';
import { articleOf } from './article.ts';

/** The claims of people told of one by one: measure, number and words. */
const singles = (body: string, headline = ''): readonly string[] =>
  readArticle(articleOf(body, headline))
    .claims.filter(({ single }) => single)
    .map(({ measure, figure }) => `${measure} ${figure.high} ${figure.text}`);

const CASES: readonly (readonly [string, readonly string[]])[] = [
  ['A man died in the fire, police said.', ['killed 1 A man']],
  ['A 19-year-old student was killed on Monday.', ['killed 1 A 19-year-old student']],
  ['The crash injured a cyclist.', ['wounded 1 a cyclist']],
  ['A man and a woman were killed in the crash.', ['killed 2 A man and a woman']],
  ['Another teenager was wounded.', ['wounded 1 Another teenager']],
  ['His 2-year-old stepdaughter died.', ['killed 1 His 2-year-old stepdaughter']],
  ['The 10-year-old was killed by a stray bullet.', ['killed 1 The 10-year-old']],
  ['Ann Low, 29, was killed on Monday.', ['killed 1 Ann']],
  ['The victim Ann Low, 16, has died, police said.', ['killed 1 The victim']],
  ['The mayor, Ann Low, was not hurt by the tariffs.', []],
  ['A man was arrested on Monday.', []],
  ['A lorry was destroyed.', []],
  ['His wife cried.', []],
  ['She died from the injury.', []],
  ['Two men died and a woman was hurt.', ['wounded 1 a woman']],
  ['Two men died and three women were wounded.', []],
];

for (const [body, expected] of CASES) test(body, () => assert.deepEqual(singles(body), expected));

test('a headline leaves the article out', () =>
  assert.deepEqual(singles('The police are looking for a witness.', 'Driver killed in Dorn crash'), [
    'killed 1 Driver',
  ]));
