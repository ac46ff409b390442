import type { Given, Origin } from './origin.ts';

/** What is known of a capture from where it was found: an archive's record, a server's answer, a mail. */
export type Known = Pick<Origin, 'url' | 'title' | 'outlet' | 'byline' | 'published'> & {
  /** The encoding that the transport states. */
  readonly charset?: string | null;
  /** When it was captured, as an ISO timestamp. */
  readonly at?: string | null;
};

/** What is kept of a capture beside its bytes, so that a later version can read them anew. Plain JSON. */
export interface Source {
  readonly form: 'text' | 'html' | 'record';
  readonly known: Known;
  readonly given: Given;
}

/** Where an input stands while it is read. */
export interface Place {
  /** The file or address, with the entry's name behind a slash for what lies in an archive. */
  readonly file: string;
  readonly known: Known;
  readonly given: Given;
  /** How many archives it lies in. */
  readonly depth: number;
}
