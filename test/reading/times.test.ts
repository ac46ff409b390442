import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyseText } from '../../src/language/analyse.ts';
import { readTimes, weekdayMentions } from '../../src/reading/times.ts';

/** Thursday. */
const PUBLISHED = '2021-05-20';

/** Each time as `words | type | value | from..to`. */
const read = (text: string, published: string | null = PUBLISHED): string[] =>
  readTimes(text, analyseText(text), published).map(
    (time) => `${time.text} | ${time.type} | ${time.value} | ${time.from ?? ''}..${time.to ?? ''}`,
  );

const CASES: readonly (readonly [string, readonly string[]])[] = [
  ['The bridge fell on Monday.', ['Monday | DATE | 2021-05-17 | 2021-05-17..2021-05-17']],
  ['The bridge fell on Thursday.', ['Thursday | DATE | 2021-05-20 | 2021-05-20..2021-05-20']],
  ['The bridge will open on Monday.', ['Monday | DATE | 2021-05-24 | 2021-05-24..2021-05-24']],
  [
    'Rain fell on May 14 and 15.',
    [
      'May 14 | DATE | 2021-05-14 | 2021-05-14..2021-05-14',
      '15 | DATE | 2021-05-15 | 2021-05-15..2021-05-15',
    ],
  ],
  ['Divers searched over the weekend.', ['the weekend | DATE | 2021-W19-WE | 2021-05-15..2021-05-16']],
  ['The ferry ran aground last week.', ['last week | DATE | 2021-W19 | 2021-05-10..2021-05-16']],
  [
    'The siren sounded at 3:37 p.m. on Tuesday.',
    ['3:37 p.m. on Tuesday | TIME | 2021-05-18T15:37 | 2021-05-18..2021-05-18'],
  ],
  [
    'The vote came in the past three years.',
    ['the past three years | DURATION | P3Y | 2018-05-20..2021-05-20'],
  ],
];

for (const [text, times] of CASES) test(text, () => assert.deepEqual(read(text), times));

const NOTHING: readonly string[] = [
  'They may march again.',
  'She came second on a second attempt at the minute hand.',
  'About 1,200 people lost flight MH370 and 1980 dollars.',
  'The guard, 52 years old, met a 27-year-old nurse.',
];

for (const text of NOTHING) test(`no time in: ${text}`, () => assert.deepEqual(read(text), []));

test('weekdays of an article of unknown day keep their weekday', () => {
  const text = 'The tower burned on Friday.';
  assert.deepEqual(weekdayMentions(readTimes(text, analyseText(text), null)), [
    { start: 20, end: 26, weekday: 5 },
  ]);
});
