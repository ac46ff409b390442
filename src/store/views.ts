import type { Answered, Assertion, Entry, Ledger, Question } from '../ledger/ledger.ts';
import type { Claim } from '../reading/claim.ts';
import type { Copy, Story } from '../stories/story.ts';
import type { Article } from '../text/article.ts';
import type { Day } from '../text/interval.ts';
import { correctionsOn } from './corrections.ts';
import { type Page, type Search, searchOf } from './search.ts';
import { column, type Sql } from './sql.ts';

/** A story with the counts that a list shows. */
export interface Summary {
  readonly story: Story;
  readonly outlets: number;
  readonly originators: number;
  readonly questions: readonly Question[];
}

/** Counts of a whole story. */
export interface StoryCounts {
  readonly articles: number;
  readonly outlets: number;
  readonly originators: number;
  readonly assertions: number;
  readonly questions: number;
}

/** Where something of the ledger stands. */
export interface Place {
  readonly story: string;
  readonly question: string;
  readonly assertion: string | null;
}

/** What pages ask of the store: parts of it, as few rows as a page needs. */
export interface Views extends Search {
  /** Stories by their last day, the latest first. */
  latestStories(offset: number, limit: number): Page<Summary>;
  /** How many stories there are. */
  storyTotal(): number;
  storyCounts(story: string): StoryCounts;
  questionsOf(story: string): readonly Question[];
  /** Who answers which question, for all of a story. */
  answersOf(
    story: string,
  ): readonly { readonly originator: string; readonly question: string; readonly carriers: number }[];
  assertionsOf(story: string): readonly Assertion[];
  /** The ledger of some of a story's questions. @throws Error where there is no such story */
  ledgerPart(story: string, questions: readonly Question[]): Ledger;
  /** Articles by id, in the order given; ids that the store lacks are left out. */
  articles(ids: readonly string[]): readonly Article[];
  /** Publication days by article. */
  published(ids: readonly string[]): ReadonlyMap<string, Day | null>;
  entriesIn(article: string): readonly Entry[];
  entry(claim: string): Entry | null;
  assertions(ids: readonly string[]): readonly Assertion[];
  placeOf(kind: 'question' | 'assertion' | 'entry', id: string): Place | null;
  /** Copies of which the article is one side. */
  copiesOf(article: string): readonly Copy[];
  /** Copies of which both sides are among the articles. */
  copiesWithin(articles: readonly string[]): readonly Copy[];
}

const parse = <T>(json: string): T => JSON.parse(json) as T;

export function viewsOf(sql: Sql): Views {
  const values = <T>(text: string, ...given: readonly (string | number)[]): readonly T[] =>
    column(sql(text).all(...given), 'value').map((json) => parse<T>(json));
  const inside = (ids: readonly string[]): string => JSON.stringify(ids);
  return {
    ...searchOf(sql),
    latestStories(offset, limit) {
      const stories = values<Story>(
        "SELECT value FROM story ORDER BY coalesce(value ->> 'to', '') DESC, id LIMIT ? OFFSET ?",
        limit + 1,
        offset,
      );
      return {
        found: stories.slice(0, limit).map((story) => summary(sql, values, story)),
        more: stories.length > limit,
      };
    },
    storyTotal: () => Number(sql('SELECT count(*) AS n FROM counted').get()!.n),
    storyCounts: (story) => counts(sql, story),
    questionsOf: (story) => values<Question>('SELECT value FROM question WHERE story = ?', story),
    answersOf: (story) =>
      sql(
        `SELECT value ->> 'originator' AS originator, value ->> 'question' AS question,
           json_array_length(value -> 'outlets') AS carriers FROM assertion WHERE story = ?`,
      ).all(story) as unknown as ReturnType<Views['answersOf']>,
    assertionsOf: (story) => values<Assertion>('SELECT value FROM assertion WHERE story = ?', story),
    ledgerPart: (story, questions) => part(sql, values, story, questions),
    articles: (ids) => {
      const found = values<Article>(
        'SELECT value FROM article WHERE id IN (SELECT value FROM json_each(?))',
        inside(ids),
      );
      const byId = new Map(found.map((article) => [article.id, article]));
      return ids.flatMap((id) => byId.get(id) ?? []);
    },
    published: (ids) =>
      new Map(
        sql('SELECT id, published FROM article WHERE id IN (SELECT value FROM json_each(?))')
          .all(inside(ids))
          .map(({ id, published }) => [String(id), published === null ? null : String(published)]),
      ),
    entriesIn: (article) =>
      values<Entry>(
        'SELECT value FROM entry WHERE id IN (SELECT entry FROM found WHERE article = ?) ORDER BY id',
        article,
      ),
    entry: (claim) => values<Entry>('SELECT value FROM entry WHERE id = ?', claim)[0] ?? null,
    assertions: (ids) =>
      values<Assertion>(
        'SELECT value FROM assertion WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id',
        inside(ids),
      ),
    placeOf: (kind, id) => placeOf(values, kind, id),
    copiesWithin: (articles) =>
      values<Copy>(
        'SELECT value FROM copy WHERE a IN (SELECT value FROM json_each(?1)) AND b IN (SELECT value FROM json_each(?1)) ORDER BY a, b',
        inside(articles),
      ),
    copiesOf: (article) =>
      values<Copy>(
        'SELECT value FROM copy WHERE a = ?1 UNION SELECT value FROM copy WHERE b = ?1 ORDER BY value',
        article,
      ),
  };
}

type Values = <T>(text: string, ...given: readonly (string | number)[]) => readonly T[];

function summary(sql: Sql, values: Values, story: Story): Summary {
  const { outlets, originators } = counts(sql, story.id);
  return {
    story,
    outlets,
    originators,
    questions: values<Question>('SELECT value FROM question WHERE story = ?', story.id),
  };
}

/** Rows of `counted` for all stories, or for one that a condition names. */
export const COUNTED = `INSERT INTO counted
  SELECT story.id,
    (SELECT count(*) FROM member WHERE member.story = story.id),
    (SELECT count(DISTINCT coalesce(article.outlet, name_of_file(article.value ->> 'file')))
     FROM member JOIN article ON article.id = member.article WHERE member.story = story.id),
    (SELECT count(DISTINCT value ->> 'originator') FROM assertion WHERE assertion.story = story.id),
    (SELECT count(*) FROM assertion WHERE assertion.story = story.id),
    (SELECT count(*) FROM question WHERE question.story = story.id)
  FROM story`;

const counts = (sql: Sql, story: string): StoryCounts =>
  sql('SELECT articles, outlets, originators, assertions, questions FROM counted WHERE story = ?').get(
    story,
  ) as unknown as StoryCounts;

function part(sql: Sql, values: Values, id: string, questions: readonly Question[]): Ledger {
  const [story] = values<Story>('SELECT value FROM story WHERE id = ?', id);
  if (!story) throw new Error(`there is no story ${JSON.stringify(id)} in the store`);
  const asked = JSON.stringify(questions.map((question) => question.id));
  const answering = (table: string): string =>
    `SELECT value FROM ${table} WHERE value ->> 'question' IN (SELECT value FROM json_each(?)) ORDER BY id`;
  return {
    story,
    questions,
    assertions: values<Assertion>(answering('assertion'), asked),
    entries: values<Entry>(answering('entry'), asked),
    responses: values<Answered>(answering('answer'), asked),
    copies: [],
    rejected: values<Claim>('SELECT value FROM rejected WHERE story = ? ORDER BY id', id),
    corrections: correctionsOn(sql, story.articles),
  };
}

function placeOf(values: Values, kind: 'question' | 'assertion' | 'entry', id: string): Place | null {
  const [found] = values<Question | Assertion | Entry>(`SELECT value FROM ${kind} WHERE id = ?`, id);
  if (!found) return null;
  if ('relations' in found) return { story: found.story, question: found.id, assertion: null };
  if ('assertion' in found)
    return { story: found.story, question: found.question, assertion: found.assertion };
  const [asked] = values<Question>('SELECT value FROM question WHERE id = ?', found.question);
  return asked ? { story: asked.story, question: asked.id, assertion: found.id } : null;
}
