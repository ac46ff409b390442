import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codebookNames, loadCodebook } from '../../src/ledger/codebook.ts';
import { gradeOf } from '../../src/ledger/grade.ts';
import type { Stance } from '../../src/reading/claim.ts';
import type { SpeakerKind } from '../../src/reading/statement.ts';
import { type Line, onlyQuestion, type Report } from './table.ts';

const one = (...lines: readonly Line[]): readonly Report[] =>
  lines.map((line) => ({ claims: [{ group: 'people', when: '2024-05-02', ...line }] }));

const said = (originator: string, kind: SpeakerKind = 'official', number = 31) => ({
  originator,
  kind,
  figure: {
    low: number,
    high: number,
    bound: 'exact',
    unit: 'person',
    per: null,
    texts: [String(number)],
  } as const,
});
const answer = (stance: Stance, kind: SpeakerKind) => ({ stance, kind });

/** `low best high` of the only question. */
function drawn(reports: readonly Report[], codebook: string): string {
  const { low, best, high } = onlyQuestion(reports, { codebook });
  return [low, best, high].map((number) => number ?? '–').join(' ');
}

const CASES: readonly (readonly [string, readonly Report[], Readonly<Record<string, string>>])[] = [
  [
    'one figure stands as it is',
    one({ text: '14' }),
    { plain: '14 14 14', ucdp: '14 14 14', airwars: '14 – 14' },
  ],
  ['a floor is open above', one({ text: 'at least 30' }), { plain: '30 30 –' }],
  ['a ceiling is open below', one({ text: 'up to 30' }), { plain: '– 30 30' }],
  [
    'the best placed, then the latest',
    one(
      { text: '31' },
      { text: '33', by: 'Dorn police', kind: 'agency' },
      { text: '35', by: 'Ann Low', kind: 'witness' },
    ),
    { plain: '31 33 35', acled: '31 31 35' },
  ],
  [
    'a higher figure that more originators give',
    one({ text: '31' }, { text: '33', by: 'Dorn police' }, { text: '33', by: 'Arlo hospital' }),
    { acled: '31 33 33' },
  ],
  [
    'dozens by each codebook',
    one({ text: 'dozens' }),
    { plain: '24 24 99', acled: '12 12 12', airwars: '12 – 24', ucdp: '24 24 99' },
  ],
  ['several in a large event', one({ text: 'several' }, { text: 'hundreds' }), { acled: '10 10 100' }],
  [
    'unnamed speakers draw nothing for UCDP where others speak',
    one({ text: '31', by: 'Dorn police' }, { text: '38', by: 'a rescue source', kind: 'unnamed' }),
    { plain: '31 31 38', ucdp: '31 31 31' },
  ],
  [
    'a replaced figure draws nothing',
    one(
      { text: '31', by: 'Dorn police', on: '2024-05-02' },
      { text: '29', by: 'Dorn police', on: '2024-05-09' },
    ),
    { plain: '29 29 29' },
  ],
];

for (const [name, reports, expected] of CASES)
  for (const [codebook, numbers] of Object.entries(expected))
    test(`${name}: ${codebook}`, () => assert.equal(drawn(reports, codebook), numbers));

test('the rule names the codebook and each number', () => {
  const { rule } = onlyQuestion(one({ text: '31' }, { text: '33', by: 'Dorn police' }), {
    codebook: 'acled',
  });
  assert.match(rule, /^acled: low: lowest .*; best: lowest until .*; high: highest/);
});

test('the rule says where plain stood in', () => {
  assert.match(onlyQuestion(one({ text: 'dozens' }), { codebook: 'ucdp' }).rule, /plain for "dozens"/);
});

test('Airwars grades by originators, not outlets', () => {
  const carried = onlyQuestion(one({ text: '31', by: 'Dorn police' }, { text: '31', by: 'Dorn police' }), {
    codebook: 'airwars',
  });
  assert.match(carried.rule, /grade: weak/);
  assert.deepEqual([carried.originators, carried.outlets], [1, 2]);
  const two = onlyQuestion(one({ text: '31', by: 'Dorn police' }, { text: '31', by: 'Arlo hospital' }), {
    codebook: 'airwars',
  });
  assert.match(two.rule, /grade: fair/);
});

const GRADES: readonly (readonly [string, Parameters<typeof gradeOf>, string])[] = [
  ['one originator', [[said('Dorn police')]], 'weak'],
  ['two originators', [[said('Dorn police'), said('Arlo hospital')]], 'fair'],
  ['two papers that carry one source', [[said('Dorn police'), said('The Post', 'outlet')]], 'weak'],
  ['none against some', [[said('Dorn police'), said('the army', 'military', 0)]], 'contested'],
  ['a belligerent that accepts it', [[said('Dorn police')], [answer('confirms', 'military')]], 'confirmed'],
  [
    'a belligerent that denies it',
    [[said('Dorn police'), said('Arlo hospital')], [answer('denies', 'military')]],
    'contested',
  ],
  ['a reader that could not verify it', [[said('Dorn police')], [answer('cannot-verify', 'outlet')]], 'weak'],
  ['nobody named', [[said('a source', 'unnamed'), said('another source', 'unnamed')]], 'weak'],
];

for (const [name, [assertions, responses], grade] of GRADES)
  test(`Airwars' grade of ${name}: ${grade}`, () => assert.equal(gradeOf(assertions, responses), grade));

test('every codebook names its source and its rules', () => {
  for (const name of codebookNames()) {
    const book = loadCodebook(name);
    assert.equal(book.name, name);
    assert.ok(book.source.length > 20 && Object.values(book.rules).every(Boolean));
    for (const [low, high] of Object.values(book.vague)) assert.ok(low <= high);
  }
});

test('an unknown codebook lists the known ones', () => {
  for (const name of ['gdelt', '../plain', ''])
    assert.throws(() => loadCodebook(name), /no codebook .*choose one of plain, acled, airwars, ucdp/);
});
