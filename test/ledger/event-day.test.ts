import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Line, ledgerOf, type Report } from './table.ts';

const TOLD: Line = { text: 'about 150', group: 'people', when: '2024-05-01' };
const SUPPOSED: Line = { text: '152', group: 'people', when: '2024-05-03', supposed: true };

/** Days of the claims of each report, in order. */
const daysOf = (...claims: readonly (readonly Line[])[]): readonly (string | null | undefined)[] =>
  ledgerOf(claims.map((lines): Report => ({ claims: lines }))).entries.map(({ when }) => when?.from);

const CASES: readonly (readonly [string, readonly (readonly Line[])[], readonly string[]])[] = [
  [
    'an event that a report does not date has the day that others give',
    [[TOLD], [SUPPOSED]],
    ['2024-05-01', '2024-05-01'],
  ],
  [
    'a report that dates it keeps its day',
    [[TOLD], [{ ...SUPPOSED, supposed: false }]],
    ['2024-05-01', '2024-05-03'],
  ],
  [
    'no day is taken where the others do not agree',
    [[TOLD], [{ ...TOLD, when: '2024-05-02' }], [SUPPOSED]],
    ['2024-05-01', '2024-05-02', '2024-05-03'],
  ],
  [
    'what goes on after an event is of the day of its report',
    [[{ ...TOLD, measure: 'detained' }], [{ ...SUPPOSED, measure: 'detained' }]],
    ['2024-05-01', '2024-05-03'],
  ],
  [
    'a report from before the day keeps its own',
    [[TOLD], [{ ...SUPPOSED, when: '2024-04-30' }]],
    ['2024-05-01', '2024-04-30'],
  ],
  [
    'a state is of the day on which it is told',
    [[{ ...TOLD, scope: 'state' }], [{ ...SUPPOSED, scope: 'state' }]],
    ['2024-05-01', '2024-05-03'],
  ],
];

for (const [name, claims, days] of CASES) test(name, () => assert.deepEqual(daysOf(...claims), days));
