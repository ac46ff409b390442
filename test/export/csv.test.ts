import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CSV_COLUMNS, plainCsv } from '../../src/export/csv.ts';
import { jsonLedger, recordsOf } from '../../src/export/records.ts';
import { cellText } from '../../src/export/table.ts';
import { ledgerOf } from '../ledger/table.ts';

const CELLS: readonly (readonly [string | number | null, string])[] = [
  [null, ''],
  [-3, '-3'],
  ['plain words', 'plain words'],
  ['a, b', '"a, b"'],
  ['say "no"', '"say ""no"""'],
  ['=1+1', "'=1+1"],
  ['+44 20', "'+44 20"],
  ['-2 to 4', "'-2 to 4"],
  ['@sum', "'@sum"],
  ['  =cmd', "'  =cmd"],
  ['\tx', "'\tx"],
  ['＝1', "'＝1"],
  ['two\nlines', '"two\nlines"'],
];

for (const [cell, text] of CELLS)
  test(`cell ${JSON.stringify(cell)}`, () => assert.equal(cellText(cell, false), text));

test('raw cells stay as they are', () => assert.equal(cellText('=1+1', true), '=1+1'));

const LEDGER = ledgerOf([
  { outlet: '=EVIL()', claims: [{ text: '31', group: 'people, mostly dockers', by: 'Dorn police' }] },
  { claims: [{ text: '33', group: 'people' }] },
]);

test('a row for each assertion, as many cells as columns', () => {
  const [heading, ...rows] = plainCsv([LEDGER]).trimEnd().split('\r\n');
  assert.equal(heading, CSV_COLUMNS.join(','));
  assert.equal(rows.length, 2);
  assert.match(rows.join('\n'), /'=EVIL\(\)/);
  assert.match(rows.join('\n'), /"people, mostly dockers"/);
});

test('records name their kind first', () => {
  const kinds = [...recordsOf(LEDGER, [])].map((record) => Object.entries(record)[0]);
  assert.ok(kinds.every((entry) => entry?.[0] === 'record'));
  assert.deepEqual(
    [...new Set(kinds.map((entry) => entry?.[1]))],
    ['claim', 'assertion', 'question', 'story'],
  );
});

test('the nested form holds every claim', () => {
  const text = JSON.stringify(jsonLedger(LEDGER, []));
  for (const { id } of LEDGER.entries) assert.ok(text.includes(JSON.stringify(id)));
});
