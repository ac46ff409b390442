import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Line, ledgerOf, type Report } from './table.ts';

const day = (published: string, ...claims: readonly Line[]): Report => ({
  published,
  claims: claims.map((line) => ({ group: 'people', ...line })),
});

/** Relations as `text kind text: why`, in order. */
function relations(reports: readonly Report[]): readonly string[] {
  const { questions, assertions } = ledgerOf(reports);
  const words = new Map(assertions.map(({ id, figure }) => [id, figure.texts[0]]));
  return questions.flatMap((question) =>
    question.relations.map(
      ({ from, to, kind, why }) => `${words.get(from)} ${kind} ${words.get(to)}: ${why}`,
    ),
  );
}

const toll = (text: string, line: Partial<Line> = {}): Line => ({
  text,
  by: 'Dorn police',
  scope: 'cumulative',
  ...line,
});

const CASES: readonly (readonly [string, readonly Report[], readonly RegExp[]])[] = [
  ['carried again is no relation', [day('2024-05-02', toll('31')), day('2024-05-02', toll('31'))], []],
  [
    'updates',
    [day('2024-05-02', toll('31')), day('2024-05-04', toll('38'))],
    [/^38 updates 31: same originator, later: from 31 to 38$/],
  ],
  [
    'corrected',
    [day('2024-05-02', toll('38')), day('2024-05-04', toll('31'))],
    [/^31 updates 38: corrected: the same originator lowers 38 to 31$/],
  ],
  [
    'fewer missing is no correction',
    [
      day('2024-05-02', toll('26', { measure: 'missing' })),
      day('2024-05-04', toll('3', { measure: 'missing' })),
    ],
    [/^3 updates 26: same originator, later: from 26 to 3$/],
  ],
  [
    'counted twice: 21 is no rounding of 20',
    [day('2024-05-02', toll('21')), day('2024-05-03', toll('20'))],
    [/^20 updates 21: corrected/],
  ],
  [
    'restarted',
    [
      day('2024-05-02', toll('380', { when: '2024-01-01..2024-05-02' })),
      day('2024-07-04', toll('40', { when: '2024-06-01..2024-07-04' })),
    ],
    [/^40 updates 380: restarted: /],
  ],
  [
    'repeats',
    [day('2024-05-02', toll('31')), day('2024-05-09', toll('31'))],
    [/^31 repeats 31: same originator says the same again$/],
  ],
  [
    'replaced on one day, by the words',
    [day('2024-05-02', toll('20', { replaces: [1] }), toll('64'))],
    [/^20 updates 64: corrected: .* lowers 64 to 20; the words say that it takes the other’s place$/],
  ],
  [
    'two numbers of one day: the higher is the later',
    [day('2024-05-02', toll('15')), day('2024-05-02', toll('12'))],
    [/^15 updates 12: same originator, later: from 12 to 15$/],
  ],
  [
    'stale',
    [
      day('2024-05-02', toll('31', { on: '2024-05-02' })),
      day('2024-05-04', toll('38', { on: '2024-05-04' })),
      day('2024-05-09', toll('31', { on: '2024-05-02' })),
    ],
    [/^38 updates 31: .*; stale: the earlier figure was still carried on 9 May 2024$/],
  ],
  [
    'agrees and differs',
    [
      day('2024-05-02', toll('31')),
      day('2024-05-02', toll('31', { by: 'Arlo hospital' })),
      day('2024-05-02', toll('38', { by: 'Ann Low', kind: 'witness' })),
    ],
    [/^31 agrees 31: both say 31$/, /^38 differs 31: 38 against 31$/, /^38 differs 31: 38 against 31$/],
  ],
  [
    'bounds that can both hold',
    [day('2024-05-02', toll('at least 30')), day('2024-05-02', toll('33', { by: 'Arlo hospital' }))],
    [/^33 agrees at least 30: "33" and "at least 30" can both hold$/],
  ],
  [
    'part of a wider group',
    [day('2024-05-02', { text: '40' }), day('2024-05-02', { text: '6', group: 'children' })],
    [/^6 part-of 40: children are among people$/],
  ],
  [
    'one event of a running total',
    [
      day('2024-05-02', toll('2,000', { group: 'soldiers', when: '..2024-05-02' })),
      day('2024-05-02', toll('9', { group: 'soldiers', scope: 'incident', when: '2024-05-01' })),
    ],
    [/^9 part-of 2,000: one event of the running total$/],
  ],
];

for (const [name, reports, expected] of CASES)
  test(name, () => {
    const found = relations(reports);
    assert.equal(found.length, expected.length, found.join('\n'));
    for (const [i, pattern] of expected.entries()) assert.match(found[i]!, pattern);
  });

test('how a figure changed is a field beside the words', () => {
  const { questions } = ledgerOf([
    day('2024-05-02', toll('38', { on: '2024-05-02' })),
    day('2024-05-04', toll('31', { on: '2024-05-04' })),
    day('2024-05-09', toll('38', { on: '2024-05-02' })),
  ]);
  const [relation] = questions[0]!.relations;
  assert.deepEqual([relation?.how, relation?.stale], ['corrected', true]);
});

test('an outlet that says what its own source says is no originator more', () => {
  const own = { text: '31', group: 'people' };
  const { questions } = ledgerOf([
    day('2024-05-02', own, toll('31', { scope: 'incident' })),
    day('2024-05-02', own),
  ]);
  assert.deepEqual(
    questions.map(({ originators }) => originators),
    [2],
  );
});
