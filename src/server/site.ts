import type { Context as HonoContext } from 'hono';
import type { Read } from '../pipeline.ts';
import type { Store } from '../store/store.ts';
import type { Article } from '../text/article.ts';
import { Refused } from './errors.ts';

/** What the server works on and with. Clock and chance come from the caller. */
export interface Site {
  readonly store: Store;
  /** Who has it may do everything; `null` where only this machine can reach the server. */
  readonly token: string | null;
  /** The codebook that pages open with. */
  readonly codebook: string;
  /** The time as ISO 8601. */
  readonly now: () => string;
  /** A name that nobody can guess. */
  readonly chance: () => string;
  readonly reader?: (article: Article) => Promise<Read>;
  /** Told what no user should see. */
  readonly onError: (error: unknown) => void;
  /** Also fetch from private networks; for tests. */
  readonly allowPrivate?: boolean;
}

export type Context = HonoContext;

/** Uploads and pasted texts together are never larger, in megabytes. */
export const MOST_MEGABYTES = 32;

/** An id of the address. @throws Refused where it is none */
export function idIn(context: Context, name = 'id'): string {
  const id = context.req.param(name) ?? '';
  if (!/^[0-9a-f]{8,64}$/.test(id))
    throw new Refused(
      'not-found',
      `${JSON.stringify(id.slice(0, 80))} is no id; ids are hexadecimal, as the lists show them`,
    );
  return id;
}

/** A whole number of the query, `least` where none is given. @throws Refused quoting what is no such number */
export function numberIn(context: Context, name: string, least: number, most = 1_000_000): number {
  const words = context.req.query(name);
  if (words === undefined || words === '') return least;
  const value = Number(words);
  if (!Number.isInteger(value) || value < least || value > most)
    throw new Refused(
      'bad-request',
      `"${name}" is a whole number from ${least} to ${most}, not ${JSON.stringify(words.slice(0, 40))}`,
    );
  return value;
}
