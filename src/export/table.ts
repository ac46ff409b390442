export type Cell = string | number | null;

export interface CsvOptions {
  /** Leaves cells that a spreadsheet would run as formulas as they are. */
  readonly raw?: boolean;
}

/** A table's columns in order: what each is called, and its cell of a row. */
export type Columns<Row> = Readonly<Record<string, (row: Row) => Cell>>;

/**
 * Rows of RFC 4180 CSV under a heading. Text that a spreadsheet would run as a formula is led by an apostrophe unless
 * `raw`.
 */
export function csvTable<Row>(
  columns: Columns<Row>,
  rows: readonly Row[],
  { raw = false }: CsvOptions,
): string {
  const cells = rows.map((row) => Object.values(columns).map((column) => column(row)));
  return `${[Object.keys(columns), ...cells].map((line) => line.map((cell) => cellText(cell, raw)).join(',')).join('\r\n')}\r\n`;
}

/** Characters that make a spreadsheet take a cell for a formula (OWASP, CSV Injection), also behind blanks. */
const FORMULA = /^\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

/** One cell, quoted where it holds a comma, a quotation mark or a line break. Numbers are never formulas. */
export function cellText(cell: Cell, raw: boolean): string {
  if (cell === null) return '';
  const text = typeof cell === 'string' && !raw && FORMULA.test(cell) ? `'${cell}` : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
