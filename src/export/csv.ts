import type { Assertion, Ledger, Question, Relation } from '../ledger/ledger.ts';
import { type Columns, type CsvOptions, csvTable } from './table.ts';

interface Row {
  readonly ledger: Ledger;
  readonly question: Question;
  readonly assertion: Assertion;
}

/** The columns of the plain CSV, in order: one row for each assertion. */
const COLUMNS: Columns<Row> = {
  story: ({ ledger }) => ledger.story.title,
  measure: ({ question }) => (question.measure === 'other' ? question.predicate : null) ?? question.measure,
  group: ({ question }) => question.group,
  place: ({ question }) => question.place,
  scope: ({ question }) => question.scope,
  unit: ({ question }) => question.unit,
  per: ({ question }) => question.per,
  originator: ({ assertion }) => assertion.originator,
  kind: ({ assertion }) => assertion.kind,
  low: ({ assertion }) => assertion.figure.low,
  high: ({ assertion }) => assertion.figure.high,
  bound: ({ assertion }) => assertion.figure.bound,
  words: ({ assertion }) => assertion.figure.texts.join(' | '),
  said_from: ({ assertion }) => assertion.on?.from ?? null,
  said_to: ({ assertion }) => assertion.on?.to ?? null,
  about_from: ({ assertion }) => assertion.when?.from ?? null,
  about_to: ({ assertion }) => assertion.when?.to ?? null,
  hedges: ({ assertion }) => assertion.hedges.join(' | '),
  articles: ({ assertion }) => assertion.articles.length,
  outlets: ({ assertion }) => assertion.outlets.join(' | '),
  updates: ({ question, assertion }) => partners(question, assertion, 'updates'),
  differs_from: ({ question, assertion }) => partners(question, assertion, 'differs'),
  question_low: ({ question }) => question.low,
  question_best: ({ question }) => question.best,
  question_high: ({ question }) => question.high,
  codebook: ({ question }) => question.codebook,
  rule: ({ question }) => question.rule,
  question_id: ({ question }) => question.id,
  assertion_id: ({ assertion }) => assertion.id,
};

/** Names of the plain CSV's columns. */
export const CSV_COLUMNS: readonly string[] = Object.keys(COLUMNS);

/** Every assertion as a row of CSV with a heading. */
export const plainCsv = (ledgers: readonly Ledger[], options: CsvOptions = {}): string =>
  csvTable(COLUMNS, ledgers.flatMap(rowsOf), options);

function rowsOf(ledger: Ledger): readonly Row[] {
  const byId = new Map(ledger.assertions.map((assertion) => [assertion.id, assertion]));
  return ledger.questions.flatMap((question) =>
    question.assertions.flatMap((id) => {
      const assertion = byId.get(id);
      return assertion ? { ledger, question, assertion } : [];
    }),
  );
}

const partners = (question: Question, { id }: Assertion, kind: Relation['kind']): string =>
  question.relations
    .filter((relation) => relation.kind === kind && relation.from === id)
    .map(({ to }) => to)
    .join(' | ');
