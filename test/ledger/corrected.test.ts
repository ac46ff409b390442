import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { correctionsOf } from '../../src/ledger/correction-words.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import {
  joinOriginators,
  partOriginator,
  splitStory,
  type Wish,
  wrongClaim,
} from '../../src/ledger/propose.ts';
import type { Correction } from '../../src/text/correction.ts';
import { ledgerOf, type Report } from './table.ts';

const AT = '2024-06-01T08:00:00Z';
const kept = (wish: Wish, id = 'k'): Correction => ({
  ...wish,
  id,
  note: '',
  at: AT,
  articles: [],
  undone: null,
});
const HARBOUR: readonly Report[] = [
  { claims: [{ text: '12', group: 'sailors', by: 'Harbour Office' }] },
  { published: '2024-05-04', claims: [{ text: '12', group: 'sailors', by: 'Port Authority' }] },
];
const MORE: Report = {
  published: '2024-05-09',
  claims: [{ text: '15', group: 'sailors', by: 'Port Authority' }],
};
const said = ({ assertions }: Ledger): string =>
  assertions
    .map(({ originator, claims }) => `${originator}: ${claims.join(' ')}`)
    .toSorted()
    .join(' | ');

describe('originators as the user wants them', () => {
  test('two are one under the name of the first, and later claims by either follow', () => {
    const before = ledgerOf(HARBOUR);
    assert.equal(before.questions[0]!.originators, 2);
    const corrections = [kept(joinOriginators(before, ['a-0', 'b-0']))];
    const after = ledgerOf(HARBOUR, { corrections });
    assert.equal(said(after), 'Harbour Office: a-0 b-0');
    assert.equal(after.questions[0]!.originators, 1);
    const grown = ledgerOf([...HARBOUR, MORE], { corrections });
    assert.equal(said(grown), 'Harbour Office: a-0 b-0 | Harbour Office: c-0');
  });

  test('claims under another name leave with their name', () => {
    const reports: readonly Report[] = [
      { claims: [{ text: '12', group: 'sailors', by: 'Karl Adler', kind: 'person' }] },
      { claims: [{ text: '12', group: 'sailors', by: 'Adler', kind: 'person' }] },
    ];
    const before = ledgerOf(reports);
    assert.equal(said(before), 'Karl Adler: a-0 b-0');
    const corrections = [kept(partOriginator(before, ['b-0']))];
    assert.equal(said(ledgerOf(reports, { corrections })), 'Adler: b-0 | Karl Adler: a-0');
    const again: Report = { claims: [{ text: '12', group: 'sailors', by: 'Adler', kind: 'person' }] };
    assert.equal(said(ledgerOf([...reports, again], { corrections })), 'Adler: b-0 c-0 | Karl Adler: a-0');
  });

  test('where the names are the same only the claims named leave', () => {
    const police: Report = { claims: [{ text: '7', group: 'hikers', by: 'police' }] };
    const reports = [police, police, police];
    const corrections = [kept(partOriginator(ledgerOf(reports), ['c-0']))];
    assert.equal(said(ledgerOf(reports, { corrections })), 'police: a-0 b-0 | police: c-0');
  });

  test('what cannot be asked for is said', () => {
    const ledger = ledgerOf(HARBOUR);
    assert.throws(() => joinOriginators(ledger, ['a-0']), /one originator already, "Harbour Office"/);
    assert.throws(() => joinOriginators(ledger, ['a-0', 'zz']), /no claim "zz"/);
    assert.throws(
      () => partOriginator(ledger, ['a-0', 'b-0']),
      /2 originators: "Harbour Office", "Port Authority"/,
    );
    assert.throws(() => partOriginator(ledger, ['a-0']), /all the claims of "Harbour Office"/);
    assert.throws(() => splitStory(ledger.story, ['a', 'b']), /every article/);
    assert.throws(() => splitStory(ledger.story, ['q']), /"q" is not in the story/);
  });
});

describe('a claim marked wrong', () => {
  const corrections = [kept(wrongClaim({ id: 'b-0' }))];

  test('answers nothing, and is listed', () => {
    const ledger = ledgerOf([...HARBOUR, MORE], { corrections });
    assert.equal(said(ledger), 'Harbour Office: a-0 | Port Authority: c-0');
    assert.deepEqual(
      ledger.rejected.map(({ id }) => id),
      ['b-0'],
    );
    assert.ok(ledger.entries.every(({ id }) => id !== 'b-0'));
    assert.deepEqual(ledger.corrections, corrections);
  });

  test('counts again once that is undone', () => {
    const undone = corrections.map((one) => ({ ...one, undone: AT }));
    assert.deepEqual(ledgerOf(HARBOUR, { corrections: undone }), ledgerOf(HARBOUR));
  });
});

test('corrections are found by the claims that they name', () => {
  const all = [kept(wrongClaim({ id: 'x' }), 'k1'), kept(wrongClaim({ id: 'y' }), 'k2')];
  assert.deepEqual(
    correctionsOf(all, ['y', 'z']).map(({ id }) => id),
    ['k2'],
  );
});
