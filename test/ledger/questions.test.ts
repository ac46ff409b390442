import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Line, questionsOf, type Report } from './table.ts';

const report = (...claims: Line[]): Report => ({ claims });

const CASES: readonly (readonly [string, readonly Report[], string])[] = [
  [
    'rival tolls of one event answer one question, however the victims are described',
    [
      report({ text: '14', group: 'people', when: '2024-05-02' }),
      report({ text: 'at least 12', group: 'ferry workers', when: '2024-05-02' }),
    ],
    'a-0 b-0',
  ],
  [
    'killed, wounded and both are three questions',
    [
      report(
        { text: '14', group: 'people' },
        { text: '14', group: 'people', measure: 'wounded' },
        { text: '28', group: 'people', measure: 'killed-or-wounded' },
      ),
    ],
    'a-0 | a-1 | a-2',
  ],
  [
    'own and enemy losses never meet',
    [
      report({ text: '200', group: 'Chadian soldiers', by: 'Chad', scope: 'cumulative' }),
      report({ text: '200', group: 'Libyan soldiers', by: 'Chad', scope: 'cumulative' }),
    ],
    'a-0 | b-0',
  ],
  [
    'a country by name, demonym and short form',
    [
      report({ text: '300', group: 'South Korean troops', measure: 'deployed' }),
      report({ text: '320', group: 'S Korean soldiers', measure: 'deployed' }),
      report({ text: 'some 300', group: 'SKorea units', measure: 'deployed' }),
    ],
    'a-0 b-0 c-0',
  ],
  [
    'one voice that gives two numbers at once means two things',
    [report({ text: '40', group: 'people' }, { text: '31', group: 'people in the north wing' })],
    'a-0 | a-1',
  ],
  [
    'unless the words say that the one takes the place of the other',
    [report({ text: '40', group: 'people' }, { text: '31', group: 'people', replaces: [0] })],
    'a-0 a-1',
  ],
  [
    'or they are counts as close as a headline’s and its body’s',
    [report({ text: '58', group: 'people', headline: true }, { text: 'at least 59', group: 'people' })],
    'a-0 a-1',
  ],
  [
    'or the first was a floor that the count has passed',
    [
      report(
        { text: 'over 20', group: 'people', place: 'Arlo' },
        { text: 'at least 50', group: 'people', place: 'Arlo' },
      ),
    ],
    'a-0 a-1',
  ],
  [
    'a floor elsewhere is no earlier count',
    [
      report(
        { text: 'over 20', group: 'people', place: 'Benton' },
        { text: 'at least 50', group: 'people', place: 'Arlo' },
      ),
    ],
    'a-0 | a-1',
  ],
  [
    'a figure without a day may be of any earlier event, never of a later one',
    [
      report({ text: '40', group: 'people', when: '2024-02-01', by: 'Police' }),
      report({ text: '44', group: 'people', when: '2024-05-03', supposed: true, by: 'Governor' }),
      report({ text: '48', group: 'people', when: '2024-08-01', by: 'Mayor' }),
    ],
    'a-0 b-0 | c-0',
  ],
  [
    'a number that was read as something else is not that of the dead, one that was not read may be',
    [
      report({ text: '31', group: 'people' }),
      report({ text: '31', group: 'people', measure: 'other', predicate: 'aboard' }),
      report({ text: '31', group: 'people', measure: 'other', predicate: 'mourn' }),
    ],
    'a-0 c-0 | b-0',
  ],
  [
    'a party of the story is as good as a country',
    [
      report({ text: '40', group: 'Tavoran soldiers', by: "Tavora's army", kind: 'military' }),
      report({ text: '40', group: 'Kelmish troops', by: 'Kelmish general staff', kind: 'military' }),
      report({
        text: '40',
        group: "Tavora's troops",
        by: 'the Tavoran defence ministry',
        kind: 'government',
      }),
    ],
    'a-0 c-0 | b-0',
  ],
  [
    'the toll of another year is another’s',
    [
      report(
        { text: '13', group: 'people', when: '2024-05-01' },
        { text: '13', group: 'people', when: '2009-11-05' },
      ),
    ],
    'a-0 | a-1',
  ],
  [
    'children among the dead are a question of their own',
    [report({ text: '40', group: 'people' }), report({ text: '6', group: 'children' })],
    'a-0 | b-0',
  ],
  [
    'a running total and one day of it',
    [
      report({ text: 'more than 2,000', group: 'soldiers', scope: 'cumulative', when: '..2024-05-02' }),
      report({ text: '9', group: 'soldiers', when: '2024-05-01' }),
    ],
    'a-0 | b-0',
  ],
  [
    'a rate is no total',
    [
      report({ text: '900', group: 'soldiers', scope: 'rate', per: 'day' }),
      report({ text: '900', group: 'soldiers', scope: 'cumulative' }),
    ],
    'a-0 | b-0',
  ],
  [
    'two like events of one week stay apart',
    [
      report({ text: '14', group: 'people', when: '2024-04-27', place: 'Arlo' }),
      report({ text: '5', group: 'people', when: '2024-05-02', place: 'Benton' }),
    ],
    'a-0 | b-0',
  ],
  [
    'the day of the report does not part a toll from that of the event',
    [
      report({ text: '12', group: 'people', when: '2024-04-27', place: 'Arlo', by: 'Police' }),
      report({ text: '40', group: 'people', when: '2024-05-03', supposed: true, by: 'Governor' }),
    ],
    'a-0 b-0',
  ],
  [
    'two days that the words give may part them',
    [
      report({ text: '12', group: 'people', when: '2024-04-27', place: 'Arlo', by: 'Police' }),
      report({ text: '40', group: 'people', when: '2024-05-03', by: 'Governor' }),
    ],
    'a-0 | b-0',
  ],
  [
    'the headline joins the body',
    [
      report(
        { text: '14', group: '', headline: true },
        { text: 'at least 14', group: 'miners', by: 'Police' },
      ),
    ],
    'a-0 a-1',
  ],
  [
    'figures that changed stand together',
    [
      { published: '2024-05-02', claims: [{ text: 'at least 8', group: 'people', by: 'Dorn fire service' }] },
      { published: '2024-05-04', claims: [{ text: '17', group: 'people', by: 'Dorn fire service' }] },
    ],
    'a-0 b-0',
  ],
  [
    'money is the same question only where the amount or the thing says so',
    [
      report({ text: '$40 million', group: 'repairs', measure: 'money', unit: 'USD' }),
      report({ text: 'about $40 million', group: 'repairs', measure: 'money', unit: 'USD' }),
      report({ text: '$2 million', group: 'fine', measure: 'money', unit: 'USD' }),
    ],
    'a-0 b-0 | c-0',
  ],
  [
    'one amount under two names',
    [
      report({ text: '$1,400 million', group: 'charge', measure: 'money', unit: 'USD' }),
      report({ text: 'about $1,400 million', group: 'costs', measure: 'money', unit: 'USD' }),
      report({ text: '$1,900 million', group: 'revenue', measure: 'money', unit: 'USD' }),
    ],
    'a-0 b-0 | c-0',
  ],
  [
    'a member of one body among all of that kind',
    [
      report({ text: '7', group: 'officers', measure: 'wounded' }),
      report({ text: '2', group: 'Harbour Board officers', measure: 'wounded' }),
    ],
    'a-0 | b-0',
  ],
  [
    'things of different kinds never meet',
    [
      report({ text: '30', group: 'drones', measure: 'intercepted', unit: 'item' }),
      report({ text: '30', group: 'missiles', measure: 'intercepted', unit: 'item' }),
    ],
    'a-0 | b-0',
  ],
];

for (const [name, reports, expected] of CASES) test(name, () => assert.equal(questionsOf(reports), expected));
