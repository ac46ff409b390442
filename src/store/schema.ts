import type { DatabaseSync } from 'node:sqlite';
import { FOUND } from './search.ts';
import { COUNTED } from './views.ts';

/**
 * Migrations in order; the database's `user_version` counts those that it has. Values are kept as JSON beside the
 * columns that are asked for, so that a row is always the very value that the pipeline gave.
 */
const MIGRATIONS: readonly string[] = [
  `CREATE TABLE article (
     id TEXT PRIMARY KEY, value TEXT NOT NULL, profile TEXT NOT NULL, claims TEXT NOT NULL, responses TEXT NOT NULL,
     stated INTEGER NOT NULL, published TEXT, outlet TEXT, title TEXT, language TEXT NOT NULL
   ) STRICT;
   CREATE TABLE capture (
     file TEXT NOT NULL, article TEXT NOT NULL REFERENCES article (id), PRIMARY KEY (file, article)
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX capture_article ON capture (article);
   CREATE TABLE bytes (article TEXT PRIMARY KEY REFERENCES article (id), packed BLOB NOT NULL) STRICT;
   CREATE TABLE clue (
     key TEXT NOT NULL, article TEXT NOT NULL REFERENCES article (id), PRIMARY KEY (key, article)
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE link (
     a TEXT NOT NULL, b TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (a, b)
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX link_b ON link (b);
   CREATE TABLE copy (
     a TEXT NOT NULL, b TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (a, b)
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX copy_b ON copy (b);
   CREATE TABLE unsettled (article TEXT PRIMARY KEY REFERENCES article (id)) STRICT, WITHOUT ROWID;
   CREATE TABLE story (id TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
   CREATE TABLE member (
     article TEXT PRIMARY KEY REFERENCES article (id), story TEXT NOT NULL REFERENCES story (id)
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX member_story ON member (story);
   CREATE TABLE question (id TEXT PRIMARY KEY, story TEXT NOT NULL, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
   CREATE INDEX question_story ON question (story);
   CREATE TABLE assertion (id TEXT PRIMARY KEY, story TEXT NOT NULL, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
   CREATE INDEX assertion_story ON assertion (story);
   CREATE TABLE entry (id TEXT PRIMARY KEY, story TEXT NOT NULL, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
   CREATE INDEX entry_story ON entry (story);
   CREATE TABLE answer (id TEXT PRIMARY KEY, story TEXT NOT NULL, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
   CREATE INDEX answer_story ON answer (story);`,
  `CREATE TABLE correction (
     id TEXT PRIMARY KEY, kind TEXT NOT NULL, stands INTEGER NOT NULL, value TEXT NOT NULL
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE corrected (
     article TEXT NOT NULL REFERENCES article (id), correction TEXT NOT NULL REFERENCES correction (id),
     PRIMARY KEY (article, correction)
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX corrected_correction ON corrected (correction);
   CREATE TABLE rejected (id TEXT PRIMARY KEY, story TEXT NOT NULL, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
   CREATE INDEX rejected_story ON rejected (story);`,
  // The words are read from where they are: the index holds none of the text. A number of its own for each article keeps the index
  // right whatever happens to row numbers.
  `CREATE TABLE searched (doc INTEGER PRIMARY KEY, article TEXT NOT NULL UNIQUE REFERENCES article (id)) STRICT;
   CREATE VIEW searched_words AS SELECT searched.doc AS doc, coalesce(article.title, '') AS title, article.value ->> 'text' AS text
     FROM searched JOIN article ON article.id = searched.article;
   CREATE VIRTUAL TABLE sought USING fts5(
     title, text, content = 'searched_words', content_rowid = 'doc', tokenize = 'unicode61 remove_diacritics 2'
   );
   INSERT INTO searched (article) SELECT id FROM article;
   INSERT INTO sought (rowid, title, text) SELECT doc, title, text FROM searched_words;
   CREATE TABLE found (
     entry TEXT PRIMARY KEY, story TEXT NOT NULL, article TEXT NOT NULL, measure TEXT NOT NULL, originator TEXT NOT NULL COLLATE NOCASE,
     outlet TEXT NOT NULL COLLATE NOCASE, day TEXT NOT NULL, hedges TEXT NOT NULL
   ) STRICT, WITHOUT ROWID;
   ${FOUND};
   CREATE INDEX found_article ON found (article);
   CREATE INDEX found_story ON found (story);
   CREATE INDEX found_day ON found (day);
   CREATE INDEX found_measure ON found (measure, day);
   CREATE INDEX found_originator ON found (originator);
   CREATE INDEX found_outlet ON found (outlet);
   CREATE INDEX story_last ON story (coalesce(value ->> 'to', '') DESC, id);`,
  `ALTER TABLE bytes ADD COLUMN source TEXT;
   CREATE TABLE feed (url TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
   CREATE TABLE seen (address TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;`,
  // What a page of a large story asks for without reading the rest of it.
  `CREATE INDEX assertion_question ON assertion (value ->> 'question');
   CREATE INDEX entry_question ON entry (value ->> 'question');
   CREATE INDEX answer_question ON answer (value ->> 'question');
   CREATE INDEX assertion_voice ON assertion (story, value ->> 'originator', value ->> 'question');
   DROP INDEX assertion_story;
   CREATE TABLE counted (
     story TEXT PRIMARY KEY, articles INTEGER NOT NULL, outlets INTEGER NOT NULL, originators INTEGER NOT NULL,
     assertions INTEGER NOT NULL, questions INTEGER NOT NULL
   ) STRICT, WITHOUT ROWID;
   ${COUNTED};`,
  `DROP INDEX assertion_voice;
   CREATE INDEX assertion_voice ON assertion
     (story, value ->> 'originator', value ->> 'question', json_array_length(value -> 'outlets'));`,
];

/**
 * Brings the database to this version's schema, each migration whole or not at all.
 * @throws Error where the file was written by a newer version
 */
export function migrate(db: DatabaseSync, file: string): void {
  const { user_version: has } = db.prepare('PRAGMA user_version').get() as { user_version: number };
  if (has > MIGRATIONS.length) {
    throw new Error(
      `${file} has schema ${has}, this version knows up to ${MIGRATIONS.length}; use a newer hearsay or another --db`,
    );
  }
  MIGRATIONS.slice(has).forEach((sql, i) => {
    db.exec(`BEGIN IMMEDIATE; ${sql} PRAGMA user_version = ${has + i + 1}; COMMIT`);
  });
}
