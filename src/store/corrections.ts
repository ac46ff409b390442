import {
  type Correction,
  correctionId,
  faultOf,
  inOrder,
  type Proposed,
  targetsClaims,
} from '../text/correction.ts';
import { column, type Sql } from './sql.ts';

/** What the store answers about the user's corrections. */
export interface Corrections {
  /** Every correction, undone ones included, in the order in which they were made. */
  corrections(): readonly Correction[];
}

/** Keeps a correction and unsettles the articles that it bears on. @throws Error quoting what is wrong with it */
export function addCorrection(sql: Sql, proposed: Proposed): Correction {
  const fault = faultOf(proposed);
  if (fault) throw new Error(fault);
  const ids = proposed.targets.flat();
  const found = new Map(articlesOf(sql, proposed.kind, ids));
  const missing = ids.find((id) => !found.has(id));
  const what = targetsClaims(proposed.kind) ? 'claim' : 'article';
  if (missing !== undefined)
    throw new Error(
      `there is no ${what} ${JSON.stringify(missing)} in the store; hearsay show lists what there is`,
    );
  const { kind, targets, note, at } = proposed;
  const correction: Correction = {
    id: correctionId(proposed),
    kind,
    targets,
    note,
    at,
    articles: [...new Set(found.values())].sort(),
    undone: null,
  };
  keep(sql, correction);
  for (const article of correction.articles)
    sql('INSERT OR IGNORE INTO corrected VALUES (?, ?)').run(article, correction.id);
  return correction;
}

/** Marks a correction undone and unsettles what it bore on. @throws Error where there is none of that id */
export function undoCorrection(sql: Sql, id: string, at: string): Correction {
  const row = sql('SELECT value FROM correction WHERE id = ?').get(id);
  if (!row) throw new Error(`there is no correction ${JSON.stringify(id)}; hearsay correct list shows them`);
  const correction = JSON.parse(String(row.value)) as Correction;
  if (correction.undone !== null) return correction;
  const undone = { ...correction, undone: at };
  keep(sql, undone);
  return undone;
}

function keep(sql: Sql, correction: Correction): void {
  const { id, kind, undone, articles } = correction;
  sql('INSERT OR REPLACE INTO correction VALUES (?, ?, ?, ?)').run(
    id,
    kind,
    undone === null ? 1 : 0,
    JSON.stringify(correction),
  );
  for (const article of articles) sql('INSERT OR IGNORE INTO unsettled VALUES (?)').run(article);
}

/** The article of each target that the store holds. */
function articlesOf(
  sql: Sql,
  kind: Proposed['kind'],
  ids: readonly string[],
): readonly (readonly [string, string])[] {
  const inside = JSON.stringify(ids);
  const text = targetsClaims(kind)
    ? `SELECT id, value ->> 'article' AS article FROM entry WHERE id IN (SELECT value FROM json_each(?1))
       UNION SELECT id, value ->> 'article' FROM rejected WHERE id IN (SELECT value FROM json_each(?1))`
    : 'SELECT id, id AS article FROM article WHERE id IN (SELECT value FROM json_each(?1))';
  return sql(text)
    .all(inside)
    .map(({ id, article }) => [String(id), String(article)] as const);
}

const corrections = (rows: readonly unknown[]): readonly Correction[] =>
  inOrder(column(rows, 'value').map((json) => JSON.parse(json) as Correction));

/** Every correction, undone ones included, in the order in which they were made. */
export const allCorrections = (sql: Sql): readonly Correction[] =>
  corrections(sql('SELECT value FROM correction').all());

/** The corrections that stand and bear on any of the articles, in the order in which they were made. */
export const correctionsOn = (sql: Sql, articles: readonly string[]): readonly Correction[] =>
  corrections(
    sql(
      `SELECT value FROM correction WHERE stands = 1 AND id IN
         (SELECT correction FROM corrected WHERE article IN (SELECT value FROM json_each(?)))`,
    ).all(JSON.stringify(articles)),
  );
