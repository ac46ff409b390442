import type { Sql } from './sql.ts';

/** A row that hangs in the air, and what it lacks. */
export interface Orphan {
  readonly what: string;
  readonly id: string;
  readonly lacks: string;
}

/** Each question finds rows of one kind that lack what they stand on. */
const ASKED: readonly (readonly [what: string, lacks: string, sql: string])[] = [
  ...(['question', 'assertion', 'entry', 'answer', 'rejected'] as const).map(
    (table) =>
      [
        {
          question: 'question',
          assertion: 'assertion',
          entry: 'claim',
          answer: 'response',
          rejected: 'rejected claim',
        }[table],
        'its story',
        `SELECT id FROM ${table} WHERE story NOT IN (SELECT id FROM story) ORDER BY id`,
      ] as const,
  ),
  ['story', 'any article', 'SELECT id FROM story WHERE id NOT IN (SELECT story FROM member) ORDER BY id'],
  [
    'article',
    'a story, and is not waiting for one',
    `SELECT id FROM article WHERE id NOT IN (SELECT article FROM member)
       AND id NOT IN (SELECT article FROM unsettled) ORDER BY id`,
  ],
  ['article', 'its bytes', 'SELECT id FROM article WHERE id NOT IN (SELECT article FROM bytes) ORDER BY id'],
  [
    'article',
    'a file name',
    'SELECT id FROM article WHERE id NOT IN (SELECT article FROM capture) ORDER BY id',
  ],
  ...(['link', 'copy'] as const).map(
    (table) =>
      [
        table,
        'one of its articles',
        `SELECT a || ' ' || b AS id FROM ${table} WHERE a NOT IN (SELECT id FROM article)
           OR b NOT IN (SELECT id FROM article) ORDER BY id`,
      ] as const,
  ),
];

/** Rows of the store that stand on nothing. */
export const orphansIn = (sql: Sql): readonly Orphan[] =>
  ASKED.flatMap(([what, lacks, text]) =>
    sql(text)
      .all()
      .map(({ id }) => ({ what, id: String(id), lacks })),
  );

/** What SQLite itself finds wrong with the file; empty where it is sound. */
export const damageIn = (sql: Sql): readonly string[] =>
  sql('PRAGMA integrity_check')
    .all()
    .map((row) => String(Object.values(row)[0]))
    .filter((words) => words !== 'ok');
