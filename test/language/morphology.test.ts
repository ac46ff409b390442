import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lemmaOf } from '../../src/language/lemma.ts';
import { learnMorphology } from '../../training/language/morphology.ts';
import { parseTreebank } from '../../training/language/treebank.ts';

/** A treebank of one sentence with these words: form, lemma, XPOS of a verb. */
const treebankOf = (...words: readonly (readonly [string, string, string])[]) =>
  parseTreebank(
    words
      .map(([form, lemma, xpos], i) => `${i + 1}\t${form}\t${lemma}\tVERB\t${xpos}\t_\t${i}\tdep\t_\t_`)
      .join('\n'),
  );

const GOLDS = treebankOf(
  ['mentioned', 'mention', 'VBD'],
  ['warned', 'warn', 'VBD'],
  ['hope', 'hope', 'VB'],
  ['wounded', 'wound', 'VBN'],
  ['crossing', 'cross', 'VBG'],
);
const MET = [
  'postponed',
  'postpone',
  'bombed',
  'bomb',
  'stopped',
  'stop',
  'hoped',
  'wounded',
  'wound',
  'zoned',
];
const IRREGULAR = ['steal stole stolen'];

/** Form, tag, lemma; the last is a verb of which nothing is known but its ending. */
const LEMMAS = [
  ['postponed', 'VBD', 'postpone'],
  ['bombed', 'VBD', 'bomb'],
  ['stopped', 'VBD', 'stop'],
  ['hoped', 'VBD', 'hope'],
  ['stole', 'VBD', 'steal'],
  ['stolen', 'VBN', 'steal'],
  ['warned', 'VBD', 'warn'],
  ['zoned', 'VBD', 'zon'],
] as const;

test('verbs get lemmas that texts have, and irregular ones their own', () => {
  const morphology = learnMorphology(GOLDS, MET, IRREGULAR);
  for (const [form, xpos, lemma] of LEMMAS)
    assert.equal(lemmaOf(form, `VERB|${xpos}`, morphology), lemma, `${form}|${xpos}`);
});

test('without such texts the endings alone decide', () => {
  const morphology = learnMorphology(GOLDS, [], []);
  assert.notEqual(lemmaOf('postponed', 'VERB|VBD', morphology), 'postpone');
  assert.notEqual(lemmaOf('stole', 'VERB|VBD', morphology), 'steal');
});
