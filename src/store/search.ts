import type { Hedge, Measure } from '../reading/claim.ts';
import type { Day } from '../text/interval.ts';
import type { Sql } from './sql.ts';

/** What is looked for. All that is given must hold; names are whole or a beginning, their case does not matter. */
export interface Sought {
  /** Words and "phrases" that the article must hold. */
  readonly words?: string;
  readonly measure?: Measure;
  readonly originator?: string;
  readonly outlet?: string;
  /** First and last day of the saying. */
  readonly from?: Day;
  readonly to?: Day;
  readonly hedge?: Hedge;
}

/** An article that holds the words; each hit stands between `HIT` and `END`. */
export interface FoundArticle {
  readonly article: string;
  readonly title: string;
  readonly snippet: string;
}

/** A claim that fits, with its place. */
export interface FoundClaim {
  readonly entry: string;
  readonly article: string;
  readonly story: string;
}

/** What stands before and after a hit; control characters, which no shown text keeps. */
export const [HIT, END] = ['\u0002', '\u0003'];

/** Some of what was found, and whether there is more. */
export interface Page<T> {
  readonly found: readonly T[];
  readonly more: boolean;
}

export interface Search {
  /** Articles by how well they fit the words. */
  articlesWith(words: string, offset: number, limit: number): Page<FoundArticle>;
  /** Claims by day, the latest first. */
  claimsWith(sought: Sought, offset: number, limit: number): Page<FoundClaim>;
}

/** Of words that more articles hold, the articles kept last are ranked. */
const RANKED = 20_000;

/**
 * The user's words as a query of FTS5: every word and every "phrase" must occur, nothing is an operator. `null` where there is no
 * word.
 */
export function queryOf(words: string): string | null {
  const terms = [...words.matchAll(/"([^"]*)"|([^\s"]+)/g)]
    .map(([, phrase, word]) => phrase ?? word ?? '')
    .filter((term) => /[\p{L}\p{N}]/u.test(term));
  return terms.length ? terms.map((term) => `"${term.replace(/"/g, '""')}"`).join(' AND ') : null;
}

export function searchOf(sql: Sql): Search {
  return {
    articlesWith(words, offset, limit) {
      const query = queryOf(words);
      if (query === null) return { found: [], more: false };
      const best = sql(
        `SELECT rowid AS doc FROM
           (SELECT rowid, bm25(sought) AS score FROM sought WHERE sought MATCH ? ORDER BY rowid DESC LIMIT ${RANKED})
         ORDER BY score, rowid LIMIT ? OFFSET ?`,
      )
        .all(query, limit + 1, offset)
        .map(({ doc }) => Number(doc));
      const rows = sql(
        `SELECT sought.rowid AS doc, searched.article, snippet(sought, 0, ?2, ?3, '…', 24) AS title,
           snippet(sought, 1, ?2, ?3, '…', 40) AS snippet
         FROM sought JOIN searched ON searched.doc = sought.rowid
         WHERE sought MATCH ?1 AND sought.rowid IN (SELECT value FROM json_each(?4))`,
      )
        .all(query, HIT!, END!, JSON.stringify(best))
        .sort((x, y) => best.indexOf(Number(x.doc)) - best.indexOf(Number(y.doc)))
        .map(({ article, title, snippet }) => ({
          article: String(article),
          title: String(title),
          snippet: String(snippet),
        }));
      return paged(rows, limit);
    },
    claimsWith(sought, offset, limit) {
      const { text, values } = conditions(sought);
      const rows = sql(
        `SELECT entry, article, story FROM found ${text} ORDER BY day DESC, entry LIMIT ? OFFSET ?`,
      ).all(...values, limit + 1, offset) as unknown as FoundClaim[];
      return paged(rows, limit);
    },
  };
}

const paged = <T extends object>(rows: readonly T[], limit: number): Page<T> => ({
  found: rows.slice(0, limit).map((row) => ({ ...row })),
  more: rows.length > limit,
});

/** The conditions that are asked for, as SQL with their values. */
function conditions(sought: Sought): { readonly text: string; readonly values: readonly string[] } {
  const { words, measure, originator, outlet, from, to, hedge } = sought;
  const query = words ? queryOf(words) : null;
  const beginning = (name: string): [string, string] => [name, `${name}\u{10ffff}`];
  const some: readonly (readonly [string, readonly string[]] | null)[] = [
    measure ? ['measure = ?', [measure]] : null,
    originator ? ['originator >= ? AND originator < ?', beginning(originator)] : null,
    outlet ? ['outlet >= ? AND outlet < ?', beginning(outlet)] : null,
    from ? ['day >= ?', [from]] : null,
    to ? ["day <= ? AND day <> ''", [to]] : null,
    hedge ? ['hedges LIKE ?', [`%"${hedge}"%`]] : null,
    query
      ? [
          'article IN (SELECT searched.article FROM sought JOIN searched ON searched.doc = sought.rowid WHERE sought MATCH ?)',
          [query],
        ]
      : null,
  ];
  const given = some.filter((one) => one !== null);
  return {
    text: given.length ? `WHERE ${given.map(([text]) => text).join(' AND ')}` : '',
    values: given.flatMap(([, values]) => values),
  };
}

/** Rows of `found` for the claims of a story, or of all stories where none is named. */
export const FOUND = `INSERT INTO found
  SELECT entry.id, entry.story, article.id, entry.value ->> 'measure', assertion.value ->> 'originator',
    coalesce(article.outlet, name_of_file(article.value ->> 'file')),
    coalesce(entry.value ->> '$.on.to', entry.value ->> '$.on.from', article.published, ''), entry.value ->> 'hedges'
  FROM entry JOIN assertion ON assertion.id = entry.value ->> 'assertion' JOIN article ON article.id = entry.value ->> 'article'`;
