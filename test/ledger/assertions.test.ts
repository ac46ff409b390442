import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertionsOf, type Extra, type Line, type Report } from './table.ts';

const by = (name: string, named?: string): Line => ({
  text: '44',
  group: 'people',
  by: name,
  ...(named && { named }),
});
const each = (...lines: readonly Line[]): readonly Report[] => lines.map((line) => ({ claims: [line] }));

const CASES: readonly (readonly [string, readonly Report[], string, Extra?])[] = [
  [
    'one saying, rounded differently',
    each(
      { text: '3,000', by: 'Iryna Melnyk', on: '2024-05-01', group: 'troops', scope: 'cumulative' },
      {
        text: 'more than 3,000',
        by: 'Melnyk',
        on: '2024-05-01..2024-05-03',
        group: 'soldiers',
        scope: 'cumulative',
      },
    ),
    'a-0 b-0',
  ],
  [
    'the outlet that signs the line is no part of the name',
    [
      { outlet: 'Dorn News', claims: [by('DORN NEWS - Arlo coastguard')] },
      { outlet: 'The Mail', claims: [by('Arlo coastguard')] },
    ],
    'a-0 b-0',
  ],
  [
    'transliterations of one name',
    each(by('Olha Havrylenko'), by('Olga Gavrilenko'), by('Olha Havrylenko', 'Mayor Olha Havrylenko')),
    'a-0 b-0 c-0',
  ],
  [
    'i, y and double letters',
    each(by('Denys Koretsky'), by('Denis Koretskyy'), by('Denis Koretskiy')),
    'a-0 b-0 c-0',
  ],
  [
    'vowels of another alphabet',
    each(by('Mohammed Qasem'), by('Muhammad Kassem'), by('Mohamed Qasim')),
    'a-0 b-0 c-0',
  ],
  ['two persons of one surname', each(by('Anna Berg'), by('Tom Berg')), 'a-0 | b-0'],
  ['a bare surname', each(by('Anna Berg'), by('Berg'), by('Mr Berg')), 'a-0 b-0 c-0'],
  [
    'a capital for its government',
    each(by('Kyiv'), by('Kiev'), by('Ukraine'), by('Ukrainian officials')),
    'a-0 b-0 c-0 d-0',
  ],
  [
    'abbreviations that the world knows',
    each(by('HUR'), by("Ukraine's military intelligence (GUR)")),
    'a-0 b-0',
  ],
  ['abbreviations that the story explains', each(by('Lower Dorn Rescue Service'), by('LDRS')), 'a-0 b-0'],
  [
    'a spokeswoman and her organisation',
    each(
      by('Port of Arlo Authority'),
      by('Ann Low', 'Ann Low, a spokeswoman for the Port of Arlo Authority'),
    ),
    'a-0 b-0',
  ],
  [
    'a chief and his force',
    each(by('Dorn police'), by('Carl Voss', 'Dorn Police Chief Carl Voss')),
    'a-0 b-0',
  ],
  [
    'British and American spelling',
    each(by("Chad's defence ministry"), by('the Chadian Ministry of Defense')),
    'a-0 b-0',
  ],
  ['police are the police of the story', each(by('police'), by('Dorn police')), 'a-0 b-0'],
  [
    'a business by its trade',
    each(
      { ...by('Solvara'), kind: 'organisation' },
      { ...by('Credit company Solvara'), kind: 'organisation' },
      { ...by('the company'), kind: 'organisation' },
      { ...by('a company spokesman'), kind: 'unnamed' },
    ),
    'a-0 b-0 c-0 d-0',
  ],
  [
    'the company where two businesses speak',
    each(
      { ...by('Solvara'), kind: 'organisation' },
      { ...by('Brenholt Foods'), kind: 'organisation' },
      { ...by('the company'), kind: 'organisation' },
    ),
    'a-0 | b-0 | c-0',
  ],
  ['the president of a body', each(by('Union of Glass Workers'), by("the union's president")), 'a-0 b-0'],
  [
    'a party by its name says what its spokesman said',
    each(
      { ...by("Tavora's army"), kind: 'military' },
      { ...by('a Tavoran military spokesman'), kind: 'unnamed' },
      { ...by('Tavora'), kind: 'organisation' },
    ),
    'a-0 c-0 | b-0',
  ],
  [
    'one event’s toll said again weeks later',
    each({ ...by('Dorn police'), on: '2024-05-01' }, { ...by('Dorn police'), on: '2024-06-11' }),
    'a-0 b-0',
  ],
  [
    'a total that still stands is said anew',
    each(
      { ...by('Dorn police'), on: '2024-05-01', scope: 'cumulative' },
      { ...by('Dorn police'), on: '2024-06-11', scope: 'cumulative' },
    ),
    'a-0 | b-0',
  ],
  ['two ministries', each(by("Chad's health ministry"), by("Chad's defence ministry")), 'a-0 | b-0'],
  [
    'unnamed officials stay apart',
    each({ ...by('a senior official'), kind: 'unnamed' }, { ...by('a Western diplomat'), kind: 'unnamed' }),
    'a-0 | b-0',
  ],
  [
    'unless the words are the same',
    each({ ...by('a senior official'), kind: 'unnamed' }, { ...by('the senior official'), kind: 'unnamed' }),
    'a-0 b-0',
  ],
  ['a country says what one of its bodies said', each(by("Chad's defence ministry"), by('Chad')), 'a-0 b-0'],
  ['outlets are voices of their own', each({ text: '44' }, { text: '44' }), 'a-0 | b-0'],
  [
    'wire text in its own voice is one voice',
    [
      { outlet: 'North Post', credits: [{ name: 'Reuters', role: 'wire' }], claims: [{ text: '44' }] },
      { outlet: 'South Post', credits: [{ name: 'Reuters', role: 'wire' }], claims: [{ text: '44' }] },
    ],
    'a-0 b-0',
  ],
  [
    'so are copies without a credit',
    each({ text: '44' }, { text: '44' }),
    'a-0 b-0',
    { copies: [{ from: 'a', to: 'b', kind: 'near-duplicate', overlap: 0.9, revision: false }] },
  ],
  [
    'a figure that changed is another assertion',
    each(by('Dorn police'), { ...by('Dorn police'), text: '51' }),
    'a-0 | b-0',
  ],
  [
    'a headline takes the source of its body',
    [{ claims: [{ text: '44', headline: true }, by('Dorn police')] }],
    'a-0 a-1',
  ],
];

for (const [name, reports, expected, extra] of CASES)
  test(name, () => assert.equal(assertionsOf(reports, extra), expected));
