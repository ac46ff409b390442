import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { Problem } from '../intake/problem.ts';
import type { State } from '../text/article.ts';
import type { Status } from './command.ts';

/** Writes a short text to standard output and is done. */
export function say(text: string): 0 {
  process.stdout.write(text);
  return 0;
}

/** Writes to standard output, waiting where its reader is slower than we are. */
export async function emit(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

/** Writes each record as a line of JSON. */
export async function emitRecords(records: Iterable<object>): Promise<void> {
  for (const record of records) await emit(`${JSON.stringify(record)}\n`);
}

/** Says on standard error what is wrong, and gives the status back. */
export function fail(status: 1 | 2, message: string): Status {
  process.stderr.write(`hearsay: ${message}\n`);
  return status;
}

/** Names each input that could not be read or is to be told of; the exit status that follows. */
export function report(problems: readonly Problem[]): Status {
  for (const { file, place, reason } of problems) {
    process.stderr.write(`hearsay: ${file}${place === null ? '' : `, ${place}`}: ${reason}\n`);
  }
  return problems.some(({ noted }) => !noted) ? 1 : 0;
}

/** Says how many articles are kept unread for their language. */
export function tellUnread(unread: ReadonlyMap<string, number>): void {
  if (!unread.size) return;
  const counts = [...unread]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([language, count]) => `${count} ${language}`);
  const total = [...unread.values()].reduce((sum, count) => sum + count, 0);
  process.stderr.write(
    `hearsay: ${total} ${total === 1 ? 'article is' : 'articles are'} kept unread, as no reader knows the language: ${counts.join(', ')}\n`,
  );
}

const STATES: Readonly<Record<State, (count: number) => string>> = {
  stub: (count) =>
    count === 1
      ? '1 article is partial: the rest is for subscribers; what it shows is read'
      : `${count} articles are partial: the rest is for subscribers; what they show is read`,
  wall: (count) =>
    count === 1
      ? '1 page is a consent, login or robot check and not the report: it is kept unread; save the page from a browser'
      : `${count} pages are consent, login or robot checks and not the reports: they are kept unread; save the pages from a browser`,
  error: (count) =>
    count === 1
      ? '1 page tells of an error and is no report: it is kept unread'
      : `${count} pages tell of errors and are no reports: they are kept unread`,
};

/** Says how many captures are no whole reports. */
export function tellStates(states: ReadonlyMap<State, number>): void {
  for (const state of ['stub', 'wall', 'error'] as const) {
    const count = states.get(state);
    if (count) process.stderr.write(`hearsay: ${STATES[state](count)}\n`);
  }
}

/** The package's version. */
export function version(): string {
  const file = new URL('../../package.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
