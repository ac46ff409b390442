import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { acledCsv } from '../../src/export/acled.ts';
import { airwarsCsv } from '../../src/export/airwars.ts';
import { ucdpCsv } from '../../src/export/ucdp.ts';
import { cellsOf, rowsOf, STORY, toldBy } from './told.ts';

/** The columns of UCDP GED as published, in order. */
const GED =
  'id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name dyad_dset_id dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id side_b number_of_sources source_article source_office source_date source_headline source_original where_prec where_coordinates where_description adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country country_id region event_clarity date_prec date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown best high low gwnoa gwnob';

/** The columns of ACLED's export as published, in order. */
const ACLED =
  'event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 inter1 actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 admin3 location latitude longitude geo_precision source source_scale notes fatalities tags timestamp';

/** The fields that an Airwars incident page shows. */
const AIRWARS = [
  'Strike status',
  'Strike type',
  'Infrastructure',
  'Civilian harm reported',
  'Civilians reported killed',
  'Civilians reported injured',
  'Cause of injury / death',
  'Airwars civilian harm grading',
  'Impact',
  'Suspected belligerent',
  'Suspected target',
  'Belligerents reported killed',
  'Belligerents reported injured',
];

describe('UCDP GED', () => {
  const csv = ucdpCsv([STORY]);
  const [row] = rowsOf(csv);

  test('has the published columns', () => assert.equal(cellsOf(csv)[0]?.join(' '), GED));

  test('one event a row; deaths by side add up to best', () => {
    assert.equal(cellsOf(csv).length, 2);
    const { deaths_a, deaths_b, deaths_civilians, deaths_unknown, best, low, high, side_a } = row!;
    assert.deepEqual(
      [deaths_a, deaths_b, deaths_civilians, deaths_unknown, best, low, high, side_a],
      ['9', '0', '6', '29', '44', '44', '44', 'soldiers'],
    );
  });

  test('dates, precision, clarity and sources', () => {
    const {
      date_start,
      date_end,
      date_prec,
      event_clarity,
      number_of_sources,
      country,
      source_original,
      year,
    } = row!;
    assert.deepEqual(
      [year, date_start, date_end, date_prec, event_clarity, number_of_sources, country, source_original],
      ['2024', '2024-05-02', '2024-05-02', '1', '1', '2', 'Kenya', 'Dorn police'],
    );
  });

  test('a running total is an aggregate of lesser clarity', () => {
    const told = toldBy([
      { claims: [{ text: '900', group: 'people', scope: 'cumulative', when: '2024-01-01..2024-05-01' }] },
    ]);
    const [total] = rowsOf(ucdpCsv([told]));
    assert.deepEqual([total?.event_clarity, total?.date_prec, total?.best], ['2', '5', '900']);
  });

  test('no deaths, no row', () => {
    const told = toldBy([
      {
        claims: [
          { text: '3', group: 'people', measure: 'wounded' },
          { text: '0', group: 'people' },
        ],
      },
    ]);
    assert.equal(cellsOf(ucdpCsv([told])).length, 1);
  });
});

describe('ACLED', () => {
  const csv = acledCsv([STORY]);
  const [row] = rowsOf(csv);

  test('has the published columns', () => assert.equal(cellsOf(csv)[0]?.join(' '), ACLED));

  test('fatalities, time precision and who said so', () => {
    assert.deepEqual([row?.fatalities, row?.time_precision, row?.event_date], ['44', '1', '2024-05-02']);
    assert.match(row!.notes!, /Dorn police \(.*2024\): 4[04]/);
  });

  test('a week and a month are less precise', () => {
    const precision = (when: string) =>
      rowsOf(acledCsv([toldBy([{ claims: [{ text: '5', group: 'people', when }] }])]))[0]?.time_precision;
    assert.deepEqual(['2024-05-01..2024-05-06', '2024-04-01..2024-04-30'].map(precision), ['2', '3']);
  });
});

describe('Airwars', () => {
  const csv = airwarsCsv([STORY]);
  const [row] = rowsOf(csv);

  test('has the fields of an incident page', () => {
    for (const field of AIRWARS) assert.ok(cellsOf(csv)[0]?.includes(field), field);
  });

  test('civilians, children, combatants, hurt and the grade', () => {
    assert.equal(row?.['Civilians reported killed'], '44');
    assert.equal(row?.['Children reported killed'], '6');
    assert.equal(row?.['Belligerents reported killed'], '9');
    assert.equal(row?.['Civilians reported injured'], '70');
    assert.equal(row?.['Airwars civilian harm grading'], 'Weak');
    assert.equal(row?.['Civilian harm reported'], 'Yes');
  });
});

for (const [name, write] of Object.entries({ ucdpCsv, acledCsv, airwarsCsv }))
  test(`${name} is safe in a spreadsheet unless raw`, () => {
    const trap = toldBy([
      { outlet: '=EVIL()', claims: [{ text: '40', group: 'people', place: '=HYPERLINK("x")' }] },
    ]);
    const cells = cellsOf(write([trap])).flat();
    assert.ok(cells.some((cell) => cell.includes("'=HYPERLINK")));
    assert.ok(cells.every((cell) => !/^[=@]/.test(cell)));
    assert.ok(
      cellsOf(write([trap], { raw: true }))
        .flat()
        .some((cell) => cell.startsWith('=HYPERLINK')),
    );
  });
