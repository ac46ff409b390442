import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readArticle } from '../../src/reading/read.ts';
import { articleOf } from './article.ts';

/** Each text with the figures that replace others, as "new < old". */
const CASES: readonly (readonly [string, string])[] = [
  ['The toll rose to 18 on Tuesday, up from 12 the night before, the harbour office said.', '18 < 12'],
  ['The ministry revised the number of dead from 64 to 59 on Friday.', '59 < 64'],
  ['Police corrected the figure of 21 dead to 20 a day later.', '20 < 21'],
  ['The storm killed 40 people instead of 45 people, the hospital said.', '40 < 45'],
  ['The town gave 30 people tents to shelter 12 people from the rain.', ''],
  ['The storm killed 30 people in Arlo and 12 people in Benton.', ''],
  ['Between 30 and 40 people were killed in the fire.', ''],
  ['The fire killed 12 people. The flood in March killed 18.', ''],
];

for (const [text, expected] of CASES)
  test(text, () => {
    const { claims } = readArticle(articleOf(text));
    const byId = new Map(claims.map((claim) => [claim.id, claim.figure.text]));
    const found = claims.flatMap(({ figure, replaces = [] }) =>
      replaces.map((id) => `${figure.text} < ${byId.get(id)}`),
    );
    assert.equal(found.join(', '), expected);
  });
