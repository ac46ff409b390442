import type { Assertion, Entry, Ledger, Question, Relation } from '../../src/ledger/ledger.ts';
import type { Told } from '../../src/pages/report.ts';
import type { Bound } from '../../src/reading/figure.ts';
import type { Article } from '../../src/text/article.ts';

/** What a row of an invented ledger says. */
export interface Row {
  readonly originator: string;
  readonly words: string;
  readonly low: number | null;
  readonly high: number | null;
  readonly bound: Bound;
  readonly day: string | null;
}

/** An invented story of one question, told by one article a row. */
export function told(title: string, rows: readonly Row[], relations: readonly Relation[] = []): Told {
  const articles = rows.map(articleOf);
  const assertions = rows.map(assertionOf);
  const question: Question = {
    id: 'q',
    story: 's',
    measure: 'killed',
    predicate: null,
    group: 'sailors',
    place: 'Tarn',
    scope: 'incident',
    when: null,
    unit: 'person',
    per: null,
    assertions: assertions.map(({ id }) => id),
    originators: rows.length,
    outlets: rows.length,
    low: 3,
    best: 12,
    high: 40,
    codebook: 'plain',
    rule: 'latest of the best placed',
    relations,
  };
  const ledger: Ledger = {
    story: { id: 's', title, articles: articles.map(({ id }) => id), from: '2025-11-04', to: '2025-11-09' },
    questions: [question],
    assertions,
    entries: rows.map(entryOf),
    copies: [],
    rejected: [],
    corrections: [],
    responses: [
      {
        id: 'r0',
        file: 'r0.txt',
        article: 'r0',
        stance: 'declines',
        name: 'the ministry',
        kind: 'government',
        start: 0,
        end: 7,
        claims: ['c0'],
        question: 'q',
      },
    ],
  };
  return { ledger, articles };
}

const PREFIX = 'Officials said ';
const textOf = ({ words, originator }: Row): string =>
  `${PREFIX}${words} were killed, according to ${originator}.`;

const articleOf = (row: Row, i: number): Article => ({
  id: `r${i}`,
  file: `r${i}.txt`,
  url: null,
  title: `Report ${i}`,
  outlet: `Outlet ${i}`,
  byline: null,
  published: row.day,
  publishedBasis: row.day ? 'stated' : null,
  dateline: null,
  credits: [],
  language: 'en',
  text: textOf(row),
  blocks: [],
});

const assertionOf = ({ originator, words, low, high, bound, day }: Row, i: number): Assertion => ({
  id: `a${i}`,
  question: 'q',
  originator,
  kind: 'government',
  figure: { low, high, bound, unit: 'person', per: null, texts: [words] },
  on: day ? { from: day, to: day } : null,
  when: null,
  hedges: i ? ['estimate'] : [],
  claims: [`c${i}`],
  articles: [`r${i}`],
  outlets: [`Outlet ${i}`],
});

const entryOf = (row: Row, i: number): Entry => {
  const start = PREFIX.length;
  const figure = {
    start,
    end: start + row.words.length,
    text: row.words,
    low: row.low,
    high: row.high,
    bound: row.bound,
    unit: 'person',
    per: null,
    change: null,
    counted: null,
  };
  return {
    id: `c${i}`,
    file: `r${i}.txt`,
    article: `r${i}`,
    figure,
    measure: 'killed',
    predicate: null,
    counted: { text: 'sailors', group: 'sailors' },
    place: null,
    when: null,
    chain: [],
    originator: row.originator,
    originatorKind: 'government',
    on: null,
    hedges: [],
    scope: 'incident',
    sentence: { start: 0, end: textOf(row).length },
    headline: false,
    story: 's',
    question: 'q',
    assertion: `a${i}`,
  };
};

/** Rows that differ in everything that a mark shows. */
export const ROWS: readonly Row[] = [
  {
    originator: 'Coastguard',
    words: 'at least 12',
    low: 12,
    high: null,
    bound: 'at-least',
    day: '2025-11-04',
  },
  { originator: 'Coastguard', words: '18', low: 18, high: 18, bound: 'exact', day: '2025-11-05' },
  { originator: 'Tarn Line', words: 'up to 9', low: null, high: 9, bound: 'at-most', day: '2025-11-05' },
  { originator: 'a diplomat', words: 'dozens', low: 24, high: 99, bound: 'vague', day: '2025-11-09' },
  { originator: 'a survivor', words: 'some 400', low: 400, high: 400, bound: 'about', day: null },
];
