import type { StatementSync } from 'node:sqlite';

export type Row = Record<string, string | number | Uint8Array | null>;

/** A prepared statement by its text; each is prepared once. */
export type Sql = (text: string) => StatementSync;

/** One column of rows, as texts. */
export const column = (rows: readonly unknown[], name: string): string[] =>
  rows.map((row) => String((row as Row)[name]));
