import { existsSync } from 'node:fs';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { Answered, Assertion, Entry, Ledger, Question } from '../ledger/ledger.ts';
import type { Capture, Component, Shelf, Shelved } from '../pipeline.ts';
import type { Claim } from '../reading/claim.ts';
import { JOINED } from '../stories/cluster.ts';
import type { Link } from '../stories/group.ts';
import type { Profile } from '../stories/profile.ts';
import type { Copy, Story } from '../stories/story.ts';
import { nameOfFile } from '../text/article.ts';
import type { Watchlist } from '../text/feed-state.ts';
import {
  addCorrection,
  allCorrections,
  type Corrections,
  correctionsOn,
  undoCorrection,
} from './corrections.ts';
import { damageIn, type Orphan, orphansIn } from './orphans.ts';
import { migrate } from './schema.ts';
import { FOUND } from './search.ts';
import { column, type Row, type Sql } from './sql.ts';
import { COUNTED, type Views, viewsOf } from './views.ts';
import { watchlistOf } from './watchlist.ts';

/** The store: a {@link Shelf} that also answers what is in it. */
export interface Store extends Shelf, Watchlist, Corrections, Views {
  /** Stories by id; all where no ids are given. */
  stories(ids?: readonly string[]): readonly Story[];
  /** Ids of the stories that hold these articles, sorted. */
  storiesWith(articles: readonly string[]): readonly string[];
  ledger(story: string): Ledger;
  /** Questions whose id begins so, all stories. */
  questions(prefix: string): readonly Question[];
  /** The file names under which an article was found, sorted. */
  files(article: string): readonly string[];
  /** Rows that stand on nothing. */
  orphans(): readonly Orphan[];
  /** What SQLite finds wrong with the file; empty where it is sound. */
  damage(): readonly string[];
  counts(): { readonly articles: number; readonly stories: number; readonly questions: number };
  close(): void;
}

/** Profiles that stay parsed: linking a batch asks for the same neighbours again and again. */
const CACHED = 4096;

/**
 * Opens, or creates, the store in `file`; `:memory:` keeps it for the process alone.
 * @throws Error naming the file where it cannot be opened, is no store, or was written by a newer version
 */
export function openStore(file: string): Store {
  const db = open(file);
  const statements = new Map<string, StatementSync>();
  const sql = (text: string): StatementSync => {
    const known = statements.get(text);
    if (known) return known;
    const made = db.prepare(text);
    statements.set(text, made);
    return made;
  };
  return {
    ...shelfOf(db, sql),
    ...watchlistOf(sql),
    ...answersOf(sql),
    ...viewsOf(sql),
    close: () => db.close(),
  };
}

function open(file: string): DatabaseSync {
  try {
    const db = new DatabaseSync(file);
    db.exec(
      'PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON;',
    );
    db.function('name_of_file', { deterministic: true }, (name) => nameOfFile(String(name)));
    migrate(db, file);
    return db;
  } catch (error) {
    const why = (error as Error).message;
    const hint = existsSync(file)
      ? 'name a hearsay store, or a new file, with --db'
      : 'name a file in a folder that exists with --db';
    throw new Error(
      why.startsWith(file) ? why : `cannot open the store ${JSON.stringify(file)}: ${why}; ${hint}`,
    );
  }
}

const parse = <T>(json: unknown): T => JSON.parse(String(json)) as T;

function shelfOf(db: DatabaseSync, sql: Sql): Shelf {
  const profiles = new Map<string, Profile>();
  const profile = (id: string): Profile => {
    const known =
      profiles.get(id) ??
      parse<Profile>((sql('SELECT profile FROM article WHERE id = ?').get(id) as Row).profile);
    if (profiles.size >= CACHED) profiles.clear();
    profiles.set(id, known);
    return known;
  };
  return {
    transaction: (work) => inTransaction(db, work),
    has: (article) => sql('SELECT 1 FROM article WHERE id = ?').get(article) !== undefined,
    addCapture: (file, article) => {
      sql('INSERT OR IGNORE INTO capture VALUES (?, ?)').run(file, article);
    },
    add: (shelved, made, capture) => add(sql, shelved, made, capture),
    capture: (article) => captureOf(sql, article),
    ids: () => column(sql('SELECT id FROM article ORDER BY id').all(), 'id'),
    renew: (shelved, made) => {
      profiles.delete(made.id);
      renew(sql, shelved, made);
    },
    candidates: (made) => neighbours(sql, made).map(profile),
    link: (a, b, link, copy) => {
      if (link) sql('INSERT OR REPLACE INTO link VALUES (?, ?, ?)').run(a, b, JSON.stringify(link));
      if (copy) sql('INSERT OR REPLACE INTO copy VALUES (?, ?, ?)').run(a, b, JSON.stringify(copy));
    },
    nextUnsettled: () => component(sql, profile),
    article: (id) => shelved(sql('SELECT value, claims, responses FROM article WHERE id = ?').get(id) as Row),
    reread: ({ article, claims, responses }) => {
      sql('UPDATE article SET value = ?, claims = ?, responses = ?, published = ? WHERE id = ?').run(
        JSON.stringify(article),
        JSON.stringify(claims),
        JSON.stringify(responses),
        article.published,
        article.id,
      );
    },
    settle: (articles, ledgers) => settle(sql, articles, ledgers),
    addCorrection: (proposed) => addCorrection(sql, proposed),
    undoCorrection: (id, at) => undoCorrection(sql, id, at),
  };
}

function inTransaction<T>(db: DatabaseSync, work: () => T): T {
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    db.exec('ROLLBACK');
    throw error;
  }
}

const shelved = (row: Row): Shelved => ({
  article: parse(row.value),
  claims: parse(row.claims),
  responses: parse(row.responses),
});

function add(sql: Sql, shelved: Shelved, profile: Profile, { bytes, source }: Capture): void {
  const { id } = shelved.article;
  sql('INSERT INTO article VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').run(id, ...columnsOf(shelved, profile));
  sql('INSERT INTO bytes VALUES (?, ?, ?)').run(id, zstdCompressSync(bytes), JSON.stringify(source));
  sql('INSERT INTO searched (article) VALUES (?)').run(id);
  index(sql, id, 'add');
  unsettle(sql, profile);
}

/** Puts the words of an article into the search index, or takes them out before they change. */
function index(sql: Sql, article: string, what: 'add' | 'delete'): void {
  const [column, value] = what === 'delete' ? ['sought, ', `'delete', `] : ['', ''];
  sql(
    `INSERT INTO sought (${column}rowid, title, text) SELECT ${value}doc, title, text FROM searched_words
       WHERE doc = (SELECT doc FROM searched WHERE article = ?)`,
  ).run(article);
}

/** The article's columns behind its id. */
function columnsOf({ article, claims, responses }: Shelved, profile: Profile) {
  const { published, outlet, title, language } = article;
  const values = [article, profile, claims, responses].map((value) => JSON.stringify(value));
  return [...values, published === null ? 0 : 1, published, outlet, title, language] as const;
}

function unsettle(sql: Sql, { id, keys }: Profile): void {
  for (const key of keys) sql('INSERT OR IGNORE INTO clue VALUES (?, ?)').run(key, id);
  sql('INSERT OR IGNORE INTO unsettled VALUES (?)').run(id);
}

function renew(sql: Sql, shelved: Shelved, profile: Profile): void {
  const { id } = shelved.article;
  index(sql, id, 'delete');
  sql(
    `UPDATE article SET value = ?2, profile = ?3, claims = ?4, responses = ?5, stated = ?6, published = ?7, outlet = ?8,
       title = ?9, language = ?10 WHERE id = ?1`,
  ).run(id, ...columnsOf(shelved, profile));
  index(sql, id, 'add');
  sql(
    `INSERT OR IGNORE INTO unsettled SELECT b FROM link WHERE a = ?1 UNION SELECT a FROM link WHERE b = ?1
       UNION SELECT b FROM copy WHERE a = ?1 UNION SELECT a FROM copy WHERE b = ?1`,
  ).run(id);
  for (const table of ['link', 'copy']) sql(`DELETE FROM ${table} WHERE a = ?1 OR b = ?1`).run(id);
  sql('DELETE FROM clue WHERE article = ?').run(id);
  unsettle(sql, profile);
}

function captureOf(sql: Sql, article: string): Capture {
  const row = sql('SELECT packed, source FROM bytes WHERE article = ?').get(article) as {
    packed: Uint8Array;
    source: string | null;
  };
  return { bytes: zstdDecompressSync(row.packed), source: row.source === null ? null : parse(row.source) };
}

/** Ids of the articles that share a key with this one, sorted. */
function neighbours(sql: Sql, profile: Profile): readonly string[] {
  const rows = sql(
    'SELECT DISTINCT article FROM clue WHERE key IN (SELECT value FROM json_each(?)) AND article <> ? ORDER BY article',
  );
  return column(rows.all(JSON.stringify(profile.keys), profile.id), 'article');
}

function component(sql: Sql, profile: (id: string) => Profile): Component | null {
  const first = sql('SELECT article FROM unsettled ORDER BY article LIMIT 1').get() as Row | undefined;
  if (!first) return null;
  const ids = reachedFrom(sql, String(first.article));
  const inside = JSON.stringify(ids);
  const edges = <T>(table: 'link' | 'copy'): readonly T[] =>
    column(
      sql(`SELECT value FROM ${table} WHERE a IN (SELECT value FROM json_each(?)) ORDER BY a, b`).all(inside),
      'value',
    ).map((json) => parse<T>(json));
  return {
    profiles: ids.map(profile),
    links: edges<Link>('link'),
    copies: edges<Copy>('copy'),
    corrections: correctionsOn(sql, ids),
  };
}

/**
 * Every article that links, copies and the user's merging of stories join to the first, itself included, sorted. Links too weak to
 * join two groups by themselves are not followed: no mean reaches `JOINED` where no pair does.
 */
function reachedFrom(sql: Sql, first: string): readonly string[] {
  const seen = new Set([first]);
  const step = sql(
    `SELECT b AS id FROM link WHERE a = ?1 AND value ->> 'weight' >= ?2
     UNION SELECT a FROM link WHERE b = ?1 AND value ->> 'weight' >= ?2
     UNION SELECT b FROM copy WHERE a = ?1 UNION SELECT a FROM copy WHERE b = ?1
     UNION SELECT other.article FROM corrected one JOIN correction ON correction.id = one.correction
       JOIN corrected other ON other.correction = one.correction
       WHERE one.article = ?1 AND kind = 'merge-stories' AND stands = 1`,
  );
  for (const id of seen) for (const next of column(step.all(id, JOINED), 'id')) seen.add(next);
  return [...seen].sort();
}

function settle(sql: Sql, articles: readonly string[], ledgers: readonly Ledger[]): void {
  const inside = JSON.stringify(articles);
  const before = column(
    sql('SELECT DISTINCT story FROM member WHERE article IN (SELECT value FROM json_each(?))').all(inside),
    'story',
  );
  sql('DELETE FROM member WHERE article IN (SELECT value FROM json_each(?))').run(inside);
  for (const story of before) {
    sql('INSERT OR IGNORE INTO unsettled SELECT article FROM member WHERE story = ?').run(story);
    sql('DELETE FROM member WHERE story = ?').run(story);
    dropStory(sql, story);
  }
  for (const ledger of ledgers) putLedger(sql, ledger);
  sql('DELETE FROM unsettled WHERE article IN (SELECT value FROM json_each(?))').run(inside);
}

const PARTS = ['question', 'assertion', 'entry', 'answer', 'rejected'] as const;

function dropStory(sql: Sql, story: string): void {
  for (const part of [...PARTS, 'found', 'counted']) sql(`DELETE FROM ${part} WHERE story = ?`).run(story);
  sql('DELETE FROM story WHERE id = ?').run(story);
}

function putLedger(sql: Sql, ledger: Ledger): void {
  const { story, questions, assertions, entries, responses, rejected } = ledger;
  sql('INSERT INTO story VALUES (?, ?)').run(story.id, JSON.stringify(story));
  for (const article of story.articles) sql('INSERT INTO member VALUES (?, ?)').run(article, story.id);
  const put = (part: (typeof PARTS)[number], values: readonly { readonly id: string }[]): void => {
    for (const value of values)
      sql(`INSERT INTO ${part} VALUES (?, ?, ?)`).run(value.id, story.id, JSON.stringify(value));
  };
  put('question', questions);
  put('assertion', assertions);
  put('entry', entries);
  put('answer', responses);
  put('rejected', rejected);
  sql(`${FOUND} WHERE entry.story = ?`).run(story.id);
  sql(`${COUNTED} WHERE story.id = ?`).run(story.id);
}

function answersOf(sql: Sql): Omit<Store, keyof Shelf | keyof Watchlist | keyof Views | 'close'> {
  const values = <T>(table: string, where: string, argument: string): readonly T[] =>
    column(sql(`SELECT value FROM ${table} WHERE ${where} ORDER BY id`).all(argument), 'value').map((json) =>
      parse<T>(json),
    );
  return {
    stories: (ids) =>
      ids === undefined
        ? column(sql('SELECT value FROM story ORDER BY id').all(), 'value').map((json) => parse<Story>(json))
        : values<Story>('story', 'id IN (SELECT value FROM json_each(?))', JSON.stringify(ids)),
    storiesWith: (articles) =>
      column(
        sql(
          'SELECT DISTINCT story FROM member WHERE article IN (SELECT value FROM json_each(?)) ORDER BY story',
        ).all(JSON.stringify(articles)),
        'story',
      ),
    corrections: () => allCorrections(sql),
    ledger: (story) => ledgerOf(sql, values, story),
    questions: (prefix) => values<Question>('question', `id >= ?1 AND id < ?1 || 'g'`, prefix),
    files: (article) =>
      column(sql('SELECT file FROM capture WHERE article = ? ORDER BY file').all(article), 'file'),
    orphans: () => orphansIn(sql),
    damage: () => damageIn(sql),
    counts: () => ({
      ...(sql(
        'SELECT (SELECT count(*) FROM article) AS articles, (SELECT count(*) FROM story) AS stories, (SELECT count(*) FROM question) AS questions',
      ).get() as ReturnType<Store['counts']>),
    }),
  };
}

function ledgerOf(
  sql: Sql,
  values: <T>(table: string, where: string, argument: string) => readonly T[],
  id: string,
): Ledger {
  const [story] = values<Story>('story', 'id = ?', id);
  if (!story)
    throw new Error(`no story ${JSON.stringify(id)} in the store; hearsay show lists what there is`);
  const inside = JSON.stringify(story.articles);
  const copies = sql(
    'SELECT value FROM copy WHERE a IN (SELECT value FROM json_each(?1)) AND b IN (SELECT value FROM json_each(?1)) ORDER BY a, b',
  );
  return {
    story,
    questions: values<Question>('question', 'story = ?', id),
    assertions: values<Assertion>('assertion', 'story = ?', id),
    entries: values<Entry>('entry', 'story = ?', id),
    responses: values<Answered>('answer', 'story = ?', id),
    copies: column(copies.all(inside), 'value').map((json) => parse<Copy>(json)),
    rejected: values<Claim>('rejected', 'story = ?', id),
    corrections: correctionsOn(sql, story.articles),
  };
}
