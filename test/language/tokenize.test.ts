import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sentenceStarts } from '../../src/language/split.ts';
import { tokenize } from '../../src/language/tokenize.ts';

const wordsOf = (text: string): string =>
  tokenize(text, 0, text.length)
    .map(({ start, end }) => text.slice(start, end))
    .join(' ');

/** A line and its words, blanks between them. */
const CASES: readonly (readonly [string, string])[] = [
  ["They don't know, she can't say.", "They do n't know , she ca n't say ."],
  ["The soldiers' tents and Mira's coat.", "The soldiers ' tents and Mira 's coat ."],
  ["He called it 'a loss' twice.", "He called it ' a loss ' twice ."],
  ['It cost $5.6bn (€5.3bn) in all.', 'It cost $ 5.6 bn ( € 5.3 bn ) in all .'],
  ['About 20% of 1,400 people fled.', 'About 20 % of 1,400 people fled .'],
  ['On Dec. 20 the U.S. envoy met Gen. Ruiz.', 'On Dec. 20 the U.S. envoy met Gen. Ruiz .'],
  ['She has a Ph.D. in law, he has a Ph.D.', 'She has a Ph.D. in law , he has a Ph.D.'],
  ['N Korean troops of the 94th brigade', 'N Korean troops of the 94th brigade'],
  ['a U.S.-led anti-tank unit', 'a U.S. - led anti-tank unit'],
  ['after the war.He left', 'after the war . He left'],
  ['between 10-15 men at 5:30pm', 'between 10 - 15 men at 5:30 pm'],
  ['KYIV — Two died.', 'KYIV — Two died .'],
  ['(Reuters) - Two died', '( Reuters ) - Two died'],
  ['• First point', '• First point'],
  [
    'Write to press@example.org or see www.example.org/a?b=1.',
    'Write to press@example.org or see www.example.org/a?b=1 .',
  ],
  ['We cannot, gonna try', 'We can not , gon na try'],
  ['US$40m and 30 km/h', 'US$ 40 m and 30 km / h'],
  ['No. 4 said no. Then', 'No. 4 said no . Then'],
  ["the '90s, 2020s", "the '90s , 2020s"],
  ['  ', ''],
];

for (const [text, words] of CASES)
  test(`words of ${JSON.stringify(text)}`, () => assert.equal(wordsOf(text), words));

test('a clitic is one written word with the word before', () => {
  const words = tokenize("I don't", 0, 7);
  assert.deepEqual(
    words.map(({ joined }) => joined),
    [false, false, true],
  );
});

/** Lines without end on which a tokenizer that looks back or ahead too far would never finish. */
const ENDLESS = ['word ', 'ab.cd', 'a', '-', "'", '1,', 'x@', 'Dr. ', 'no, ', 'http://a.b/', '.', '‘'];

for (const unit of ENDLESS)
  test(`a line of a million characters, ${JSON.stringify(unit)} over and over, is cut and loses nothing`, () => {
    const line = unit.repeat(1_000_000 / unit.length);
    const words = tokenize(line, 0, line.length);
    const taken = words.reduce((sum, { start, end }) => sum + end - start, 0);
    assert.equal(taken, line.replaceAll(' ', '').length);
    assert.equal(sentenceStarts(line, words)[0], 0);
  });
