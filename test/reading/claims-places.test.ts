import assert from 'node:assert/strict';
import { test } from 'node:test';
import { claimsOf } from './claims/table.ts';

/** Texts, and the places of the claims in them, in order. */
const PLACES: readonly (readonly [text: string, ...places: readonly (string | undefined)[]])[] = [
  ['The head of the inquiry in Alder said that the police had questioned 140 people there.', 'Alder'],
  ['Peru has 33 million residents, and Chile about 19 million.', 'Peru', 'Chile'],
  ['Peru, a fifth of which was without power, asked for help.', 'Peru'],
  [
    'The fever killed hundreds across South America.\n\nPERU:\nDead: 192\nInjured: 407\n\nCHILE:\nDead: 12',
    'South America',
    'Peru',
    'Peru',
    'Chile',
  ],
  ['A plane dropped four bombs on the northern area of Alder.', 'Alder'],
  [
    'Alder is home to 22,000 refugees who fled fighting in the Birch valley. Guards patrol in Alder.',
    'Alder',
  ],
  ['A storm hit Alder on Monday. At least seven were reported dead in the port of Birch.', 'Birch'],
  ['A storm hit Alder on Monday. About 200 guests left Peru after threats against those there.', 'Peru'],
  ['The firm lost the data of 700,000 Chile customers.', 'Chile'],
  [
    'Six were hurt in the Alder Park mass shooting. Detectives have arrested seven men.',
    'Alder Park',
    'Alder Park',
  ],
  [
    'A storm hit Alder on Monday, and crews went to Alder from all sides.\n\nIn Birch, a crowd marched through the rain. Officers estimated that 4,000 people joined the march.',
    'Birch',
  ],
];

for (const [text, ...places] of PLACES)
  test(`places: ${text}`, () =>
    assert.deepEqual(
      claimsOf(text).map(({ place }) => place?.name),
      places,
    ));
