import type { Assertion, Ledger, Question, Relation } from '../ledger/ledger.ts';

export interface CsvOptions {
  /** Leaves cells that a spreadsheet would run as formulas as they are. */
  readonly raw?: boolean;
}

interface Row {
  readonly ledger: Ledger;
  readonly question: Question;
  readonly assertion: Assertion;
}

type Cell = string | number | null;

/** The columns of the plain CSV, in order: one row for each assertion. */
const COLUMNS: Readonly<Record<string, (row: Row) => Cell>> = {
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

/**
 * Every assertion as a row of RFC 4180 CSV with a heading. Text that a spreadsheet would run as a formula is led by an
 * apostrophe unless `raw`.
 */
export function plainCsv(ledgers: readonly Ledger[], { raw = false }: CsvOptions = {}): string {
  const rows = ledgers.flatMap(rowsOf).map((row) => Object.values(COLUMNS).map((column) => column(row)));
  return `${[CSV_COLUMNS, ...rows].map((cells) => cells.map((cell) => cellText(cell, raw)).join(',')).join('\r\n')}\r\n`;
}

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

/** Characters that make a spreadsheet take a cell for a formula (OWASP, CSV Injection), also behind blanks. */
const FORMULA = /^\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

/** One cell, quoted where it holds a comma, a quotation mark or a line break. Numbers are never formulas. */
export function cellText(cell: string | number | null, raw: boolean): string {
  if (cell === null) return '';
  const text = typeof cell === 'string' && !raw && FORMULA.test(cell) ? `'${cell}` : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
