import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyseText } from '../../src/language/analyse.ts';
import { leadInLength } from '../../src/language/lead-in.ts';
import { tokenize } from '../../src/language/tokenize.ts';

const lengthOf = (text: string): number => {
  const words = tokenize(text, 0, text.length);
  return leadInLength(
    words.map(({ start, end }) => text.slice(start, end)),
    words,
  );
};

const ROWS: readonly (readonly [text: string, words: number])[] = [
  ['ALDER — A mill burned down.', 2],
  ['ALDER, Ostrelia, May 3 (Wire) - A mill burned down.', 10],
  ['(Wire) - A mill burned down.', 4],
  ['(Wire) A mill burned down.', 3],
  ['Alder - Three mills burned down.', 2],
  ['A mill burned down.', 0],
  ['Ada Moreno - Mayor of Alder - came by train.', 0],
  ['Ada Moreno-Lee Sells Mill To Town', 0],
  ['Alder - the old capital - burned down.', 0],
  ['Senator Ada Moreno (D - Alder) came by train.', 0],
];
for (const [text, words] of ROWS) test(`lead-in: ${text}`, () => assert.equal(lengthOf(text), words));

test('a lead-in hangs on the root of what stands behind it', () => {
  const [sentence] = analyseText('ALDER — Four miners were killed.');
  const root = sentence!.tokens.find(({ head }) => head < 0);
  assert.equal(root?.text, 'killed');
  assert.deepEqual(
    sentence!.tokens.slice(0, 2).map(({ head, deprel }) => [head, deprel]),
    [
      [root!.index, 'dep'],
      [root!.index, 'dep'],
    ],
  );
  assert.equal(sentence!.tokens[3]!.head, root!.index);
});
