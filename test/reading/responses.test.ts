import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyse } from '../../src/language/analyse.ts';
import type { Response } from '../../src/reading/claim.ts';
import { readArticle } from '../../src/reading/read.ts';
import { readResponses } from '../../src/reading/responses.ts';
import { readStatements } from '../../src/reading/statements.ts';
import { articleOf } from './article.ts';

const read = (text: string): readonly Response[] => {
  const article = articleOf(text);
  const sentences = analyse(article);
  return readResponses(article, sentences, readStatements(article, sentences, []), []);
};

const FOUND: readonly (readonly [text: string, stance: string, name: string])[] = [
  ['The shipyard declined to comment on the figure.', 'declines', 'shipyard'],
  ['The airline did not immediately respond to a request for comment.', 'declines', 'airline'],
  ['The ministry has made no comment.', 'declines', 'ministry'],
  ['The company neither confirmed nor denied the report.', 'declines', 'company'],
  ['The governor refused to say how many had been held.', 'declines', 'governor'],
  ['There was no immediate comment from the port authority.', 'declines', 'port authority'],
  ['The Valley Post could not verify the claim.', 'cannot-verify', 'Valley Post'],
  ['It was not possible to verify the toll.', 'cannot-verify', 'The Valley Post'],
  ['The figures could not be independently confirmed.', 'cannot-verify', 'The Valley Post'],
  ['The rebels provided no evidence for the claim.', 'no-evidence', 'rebels'],
  ['The army said 40 tanks were lost, without giving evidence.', 'no-evidence', 'army'],
  ['The mining firm denied that any worker had died.', 'denies', 'mining firm'],
  ['The palace dismissed the reports as rumours.', 'denies', 'palace'],
  ['The tram operator, Quill Line, did not respond to questions.', 'declines', 'Quill Line'],
  ['“We met them twice,” confirmed harbour spokesman Piet Doren.', 'confirms', 'Piet Doren'],
  ['Neither the lawyers nor the relatives would comment.', 'declines', 'lawyers'],
  ['Harvest Air did not respond to phone messages.', 'declines', 'Harvest Air'],
  ['The figures remain unconfirmed.', 'cannot-verify', 'The Valley Post'],
  ['Mayor Ada Moreno said the reports of looting were false.', 'denies', 'Ada Moreno'],
  ['The mine is large, but the firm dismissed her claim as a joke.', 'denies', 'firm'],
  ['The coastguard confirmed that six sailors were missing.', 'confirms', 'coastguard'],
  [
    'The notice comes weeks after Ostrelian and Western sources confirmed that six ships had left.',
    'confirms',
    'Ostrelian and Western sources',
  ],
];

const NOTHING: readonly string[] = [
  'The court denied bail to the two drivers.',
  'The clinic counted 40 confirmed cases in March.',
  'Villagers refused to leave their homes.',
  'The striker was denied a goal in the last minute.',
  'The patient did not respond to treatment.',
  'Dense fog closed the harbour.',
  'She was admitted to hospital on Sunday.',
  'It was unclear whether the ferry had left.',
  'The judges denied a request by the owners.',
  'The clerk denied Mr Doren a hearing.',
  'The council refused to give the farmers more land.',
  'The senate meets on Monday to confirm the judge.',
  'The reports were false.',
  'The results confirm the shortage of salt.',
  'The mayor acknowledged that the road was old.',
];

test('who takes which stance', () => {
  for (const [text, stance, name] of FOUND) {
    const found = read(text).map((response) => `${response.stance} ${response.name}`);
    assert.deepEqual(found, [`${stance} ${name}`], text);
  }
});

test('words that only look like a stance yield nothing', () => {
  for (const text of NOTHING) assert.deepEqual(read(text), [], text);
});

test('a denial of something else leaves the figures before it alone', () => {
  const hedgesOf = (denial: string) =>
    readArticle(articleOf(`The firm said that 152 people were on board. ${denial}`)).claims[0]?.hedges;
  assert.deepEqual(hedgesOf('The minister denied that inspections had been cut.'), []);
  assert.deepEqual(hedgesOf('The minister denied that people were on board.'), ['denied']);
  assert.deepEqual(hedgesOf('The minister denied it.'), ['denied']);
});
