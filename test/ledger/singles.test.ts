import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Line, questionsOf, type Report } from './table.ts';

const report = (...claims: Line[]): Report => ({ claims });
const MAN: Line = { text: '1', group: 'man', single: true };

const CASES: readonly (readonly [string, readonly Report[], string])[] = [
  ['a man told of without a number counts where there is none', [report(MAN), report(MAN)], 'a-0 b-0'],
  ['he is one of those whom a number counts', [report({ text: '3', group: 'people' }, MAN)], 'a-0'],
  [
    'a number that fewer articles give is of something else',
    [report(MAN), report(MAN), report({ text: '31', group: 'people', when: '2023' })],
    'a-0 b-0 | c-0',
  ],
  [
    'a running total, a rate, none and things leave him alone',
    [
      report(MAN, { text: '80', group: 'people', scope: 'cumulative' }),
      report({ text: '0', group: 'deaths' }, { text: '5', group: 'cars', unit: 'item' }),
    ],
    'a-0 | a-1 | b-0 | b-1',
  ],
  [
    'one who was shot and is said to be dead is no second victim',
    [report({ ...MAN, measure: 'killed-or-wounded' }, MAN)],
    'a-1',
  ],
];

for (const [name, reports, expected] of CASES) test(name, () => assert.equal(questionsOf(reports), expected));
