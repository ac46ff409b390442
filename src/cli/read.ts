import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { jsonLedger, recordsOf } from '../export/records.ts';
import { readInputs } from '../intake/inputs.ts';
import { filesAt } from '../intake/paths.ts';
import { type Codebook, loadCodebook } from '../ledger/codebook.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { reportPage } from '../pages/report.ts';
import { type Options, readInto } from '../pipeline.ts';
import { openReaders } from '../readers.ts';
import { shownLedger } from '../shown.ts';
import { openStore, type Store } from '../store/store.ts';
import { type Call, type Command, type Option, type Status, UsageError } from './command.ts';
import { emit, emitRecords, report, tellStates, tellUnread } from './output.ts';
import { painted, unpainted } from './paint.ts';
import { bar, progressLine } from './progress.ts';
import { ALLOW_PRIVATE, fetchBy, givenBy, LEXICON, OUTLET, PUBLISHED, useLexicon } from './stages.ts';
import { ledgerText } from './terminal.ts';

export const DB: Option = {
  name: 'db',
  value: 'FILE',
  help: 'the store; hearsay.db in the current folder where not given',
};
export const CODEBOOK: Option = {
  name: 'codebook',
  value: 'NAME',
  help: 'coding rules for low, best and high: plain, ucdp, acled, airwars',
};
export const FORMAT: Option = {
  name: 'format',
  value: 'NAME',
  help: 'text, jsonl or json; text where not given',
};
export const REPORT: Option = {
  name: 'report',
  value: 'FILE',
  help: 'also write the ledger as one self-contained HTML page',
};

const WORKERS: Option = {
  name: 'workers',
  value: 'N',
  help: 'threads that read, for many articles; as many as the machine has cores where not given',
};

const FORMATS = ['text', 'jsonl', 'json'];

export const READ: Command = {
  name: 'read',
  operands: 'PATH…',
  summary: 'Read files, folders, addresses or - for standard input, and show the ledgers of their stories',
  takes: [1, Number.POSITIVE_INFINITY],
  options: [DB, FORMAT, REPORT, CODEBOOK, PUBLISHED, OUTLET, LEXICON, WORKERS, ALLOW_PRIVATE],
  examples: [
    'hearsay read examples/ferry',
    'hearsay read captures/ --db quake.db --report quake.html',
    'cat articles.jsonl | hearsay read - --format jsonl',
    'hearsay read https://example.org/news/flood',
    'hearsay read page.html --published 2024-12-26 --codebook airwars',
  ],
  run: async (call) => {
    useLexicon(call);
    const format = formatOf(call);
    const codebook = codebookOf(call);
    const given = givenBy(call);
    const readers = openReaders(workersOf(call), call.options.get('lexicon'));
    return withStore(call, async (store) => {
      const outcome = await readInto(store, readInputs(call.paths, { given, fetch: fetchBy(call) }), {
        onProgress: await progressOf(call.paths),
        reader: readers.read,
      }).finally(readers.close);
      const status = report(outcome.problems);
      tellUnread(outcome.unread);
      tellStates(outcome.states);
      if (!outcome.articles.length && status) return status;
      await show(store, store.storiesWith(outcome.articles), format, codebook, call.options.get('report'));
      return status;
    });
  },
};

/** The store that the call names, closed at the end whatever happens. */
export async function withStore(call: Call, work: (store: Store) => Promise<Status>): Promise<Status> {
  const store = openStore(call.options.get('db') ?? 'hearsay.db');
  try {
    return await work(store);
  } finally {
    store.close();
  }
}

/** @throws UsageError quoting a format that is none */
export function formatOf({ options }: Call): string {
  const format = options.get('format') ?? 'text';
  if (!FORMATS.includes(format))
    throw new UsageError(`--format is one of ${FORMATS.join(', ')}, not ${JSON.stringify(format)}`);
  return format;
}

/** @throws UsageError quoting a number of threads that is none */
function workersOf({ options }: Call): number {
  const workers = options.get('workers') ?? String(availableParallelism());
  if (!/^[1-9]\d{0,2}$/.test(workers))
    throw new UsageError(`--workers is a number from 1 to 999, not ${JSON.stringify(workers)}`);
  return Number(workers);
}

/** @throws UsageError naming the codebooks that there are */
export function codebookOf({ options }: Call, usual = 'plain'): Codebook {
  try {
    return loadCodebook(options.get('codebook') ?? usual);
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/** Prints the stories' ledgers in the format, and writes the page where one is asked for. */
export async function show(
  store: Store,
  stories: readonly string[],
  format: string,
  codebook: Codebook,
  page: string | undefined,
): Promise<void> {
  const ledgers: Ledger[] = [];
  for (const id of stories) {
    const ledger = shownLedger(store, id, codebook);
    const articles = ledger.story.articles.map((article) => store.article(article).article);
    if (format === 'jsonl') await emitRecords(recordsOf(ledger, articles));
    else if (format === 'json') ledgers.push(ledger);
    else await emit(`${ledgerText(ledger, process.stdout.isTTY ? painted : unpainted)}\n`);
    if (page !== undefined && format !== 'json') ledgers.push(ledger);
  }
  const articlesOf = (ledger: Ledger) =>
    ledger.story.articles.map((article) => store.article(article).article);
  if (format === 'json')
    await emit(
      `${JSON.stringify({ stories: ledgers.map((ledger) => jsonLedger(ledger, articlesOf(ledger))) }, null, 2)}\n`,
    );
  if (page !== undefined)
    writeFileSync(page, reportPage(ledgers.map((ledger) => ({ ledger, articles: articlesOf(ledger) }))));
}

async function progressOf(paths: readonly string[]): Promise<NonNullable<Options['onProgress']>> {
  const line = progressLine();
  const total = process.stderr.isTTY ? await countFiles(paths) : 0;
  process.once('exit', line.clear);
  return ({ step, done, file }) => {
    const all = Math.max(total, done);
    if (step === 'read') line.show(`${bar(done / all, 24)} ${done} of ${all} read  ${file}`);
    else line.show(`${done} articles settled into stories`);
  };
}

async function countFiles(paths: readonly string[]): Promise<number> {
  let files = 0;
  for (const path of paths) for await (const found of filesAt(path)) if (found.kind === 'file') files++;
  return files;
}
