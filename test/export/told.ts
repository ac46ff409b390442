import type { Told } from '../../src/export/told.ts';
import type { Article } from '../../src/text/article.ts';
import { type Extra, ledgerOf, type Report } from '../ledger/table.ts';

/** Words that every claim of the table stands in: each at a place that is a multiple of a hundred. */
const LINE = 100;

/** The reports as a story with articles whose texts hold the claims' words where the claims say. */
export function toldBy(reports: readonly Report[], extra: Extra = {}): Told {
  const ledger = ledgerOf(reports, extra);
  const articles = reports.map(({ outlet, published = '2024-05-03', claims }, i): Article => {
    const id = String.fromCharCode(97 + i);
    const text = claims.map(({ text, group = '' }) => `${text} ${group} 😀 `.padEnd(LINE)).join('');
    return {
      id,
      file: `${id}.txt`,
      url: i === 0 ? 'https://example.org/first' : null,
      title: `Report ${id}, "as filed"`,
      outlet: outlet === undefined ? `The ${id.toUpperCase()} Gazette` : outlet,
      byline: null,
      published,
      publishedBasis: published === null ? null : 'stated',
      dateline: null,
      credits: [],
      language: 'en',
      text,
      blocks: [{ start: 0, end: text.length, kind: 'body', kept: true, reason: 'body' }],
    };
  });
  return { ledger, articles };
}

/** A story with one event: the dead, some of them children and soldiers, and the hurt. */
export const STORY: Told = toldBy(
  [
    {
      outlet: '=EVIL()',
      claims: [
        { text: '40', group: 'people', by: 'Dorn police', when: '2024-05-02', place: 'Kenya' },
        { text: '6', group: 'children', by: 'Dorn police', when: '2024-05-02', place: 'Kenya' },
        { text: '9', group: 'soldiers', by: 'Dorn police', when: '2024-05-02', place: 'Kenya' },
        {
          text: 'at least 70',
          group: 'people',
          measure: 'wounded',
          by: 'Arlo <b>hospital</b>',
          when: '2024-05-02',
        },
      ],
    },
    {
      published: '2024-05-05',
      claims: [{ text: '44', group: 'people', by: 'Dorn police', when: '2024-05-02', place: 'Kenya' }],
    },
  ],
  { copies: [{ from: 'a', to: 'b', kind: 'excerpt', overlap: 0.3, revision: false }] },
);

/** CSV as rows of cells. */
export function cellsOf(csv: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)!.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
    if (end === '') break;
  }
  return rows.filter((row) => row.length > 1);
}

/** The rows of CSV by column. */
export function rowsOf(csv: string): readonly Readonly<Record<string, string>>[] {
  const [heading = [], ...rows] = cellsOf(csv);
  return rows.map((row) => Object.fromEntries(heading.map((name, i) => [name, row[i] ?? ''])));
}
