import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyseText } from '../../src/language/analyse.ts';
import { repair } from '../../src/language/repairs.ts';
import type { Token } from '../../src/language/sentence.ts';
import {
  actorOf,
  appositionsOf,
  conjunctsOf,
  countedBy,
  governorOf,
  isNegated,
  modalOf,
  objectOf,
  spanOf,
  subjectOf,
  type Tree,
  tenseOf,
  treeOf,
  voiceOf,
} from '../../src/language/tree.ts';

/** Asks one thing of a word in an invented sentence. */
type Ask = (tree: Tree, token: Token, text: string) => unknown;

const words = (found: Token | null): string | null => found?.text ?? null;
const subject: Ask = (tree, token) => words(subjectOf(tree, token));
const object: Ask = (tree, token) => words(objectOf(tree, token));
const counted: Ask = (tree, token) => words(countedBy(tree, token));
const governor: Ask = (tree, token) => words(governorOf(tree, token));

const CASES: readonly (readonly [ask: string, Ask, sentence: string, word: string, answer: unknown])[] = [
  ['subject', subject, 'The rebels attacked the town.', 'attacked', 'rebels'],
  ['subject of a passive', subject, 'Three farmers were killed on Monday.', 'killed', 'farmers'],
  [
    'subject of a joined verb',
    subject,
    'The rebels attacked the town and burned two houses.',
    'burned',
    'rebels',
  ],
  ['no subject', subject, 'Stop the train!', 'Stop', null],
  ['object', object, 'The rebels attacked the town.', 'attacked', 'town'],
  ['object of a passive', object, 'Three farmers were killed on Monday.', 'killed', 'farmers'],
  ['counted', counted, 'The storm killed 30 people.', '30', 'people'],
  ['counted through of', counted, 'Hundreds of soldiers fled.', 'Hundreds', 'soldiers'],
  ['counted by a joined number', counted, 'About 1,200 soldiers fled the city.', '1,200', 'soldiers'],
  ['governor of a number', governor, 'The storm killed 30 people.', '30', 'killed'],
  ['not negated', isNegated, 'The minister spoke.', 'spoke', false],
  ['negated', isNegated, 'The minister did not speak.', 'speak', true],
  ['negated by a clitic', isNegated, "The minister didn't speak.", 'speak', true],
  ['modal', (tree, token) => words(modalOf(tree, token)), 'The toll may rise.', 'rise', 'may'],
  ['past', tenseOf, 'The rebels attacked the town.', 'attacked', 'past'],
  ['future', tenseOf, 'The army will leave the town.', 'leave', 'future'],
  ['perfect', tenseOf, 'The army has left the town.', 'left', 'past'],
  ['active with have', voiceOf, 'The army had left the town.', 'left', 'active'],
  ['passive', voiceOf, 'The town was taken by the army.', 'taken', 'passive'],
  [
    'actor of a passive',
    (tree, token) => words(actorOf(tree, token)),
    'The town was taken by the army.',
    'taken',
    'army',
  ],
  [
    'apposition',
    (tree, token) => appositionsOf(tree, token).map(({ text }) => text),
    'Mira Holt, the mayor, said the school was safe.',
    'Mira',
    ['mayor'],
  ],
  [
    'conjuncts',
    (tree, token) => conjunctsOf(tree, token).map(({ text }) => text),
    'They sold apples, pears and plums.',
    'pears',
    ['apples', 'pears', 'plums'],
  ],
  [
    'span',
    (tree, token, text) => text.slice(spanOf(tree, token).start, spanOf(tree, token).end),
    'The tall men from the village left.',
    'men',
    'The tall men from the village',
  ],
  [
    'according to',
    (tree, token) => token.deprel.startsWith('obl') && tree.tokens[token.head]?.text,
    'Ten people died, according to the ministry.',
    'ministry',
    'died',
  ],
  [
    'preposition before a bound',
    (tree, token) => tree.tokens[token.head]?.text,
    'Damage is put at more than $3 billion.',
    'at',
    '$',
  ],
  [
    'clause before whose subject "as" stands',
    (tree, token) => tree.tokens[token.head]?.text,
    'At least 12 people were killed, officials said as dawn broke on Tuesday.',
    'as',
    'broke',
  ],
  [
    'amount that is a record',
    (tree, token) => tree.tokens[token.head]?.text,
    'The firm agreed to pay a record $115 million.',
    'record',
    '$',
  ],
];

for (const [ask, answer, sentence, word, right] of CASES)
  test(`${ask}: ${word} in "${sentence}"`, () => {
    const tree = treeOf(analyseText(sentence)[0]!);
    const token = tree.tokens.find(({ text }) => text === word)!;
    assert.deepEqual(answer(tree, token, sentence), right);
  });

test('two nouns in a row are one subject, with what hung on the first', () => {
  const tree = {
    forms: ['the', 'harbour', 'line', 'said'],
    tags: ['DET|DT', 'NOUN|NN', 'PROPN|NNP', 'VERB|VBD'],
    head: Int32Array.of(1, 3, 3, -1),
    deprels: ['det', 'nsubj', 'nsubj', 'root'],
  };
  repair(tree);
  assert.deepEqual(
    [[...tree.head], tree.deprels],
    [
      [2, 2, 3, -1],
      ['det', 'compound', 'nsubj', 'root'],
    ],
  );
});

test('between "since" and an infinitive there is a time', () => {
  const tree = {
    forms: ['stayed', 'since', 'May', 'to', 'help'],
    tags: ['VERB|VBD', 'SCONJ|IN', 'PROPN|NNP', 'PART|TO', 'VERB|VB'],
    head: Int32Array.of(-1, 4, 4, 4, 0),
    deprels: ['root', 'mark', 'nsubj', 'mark', 'advcl'],
  };
  repair(tree);
  assert.deepEqual([...tree.head], [-1, 2, 0, 4, 0]);
  assert.deepEqual(tree.deprels, ['root', 'case', 'obl', 'mark', 'advcl']);
});

test('a verb of speaking behind a comma takes nothing from before it', () => {
  const treeOfVerb = (behind: string, deprel: string) => ({
    forms: ['opens', 'in', 'may', ',', 'an', 'aide', 'said', behind],
    tags: ['VERB|VBZ', 'ADP|IN', 'PROPN|NNP', 'PUNCT|,', 'DET|DT', 'NOUN|NN', 'VERB|VBD', 'NOUN|NN'],
    head: Int32Array.of(-1, 2, 6, 5, 5, 6, 0, 6),
    deprels: ['root', 'case', 'obl', 'punct', 'det', 'nsubj', 'conj', deprel],
  });
  const speaking = treeOfVerb('sunday', 'obl');
  repair(speaking);
  assert.deepEqual([...speaking.head], [-1, 2, 0, 5, 5, 6, 0, 6]);
  assert.equal(speaking.deprels[6], 'parataxis');
  const joined = treeOfVerb('rooms', 'obj');
  repair(joined);
  assert.deepEqual([...joined.head], [-1, 2, 6, 5, 5, 6, 0, 6]);
  assert.equal(joined.deprels[6], 'conj');
});
