import { type Given, readInputs } from './intake/inputs.ts';
import type { Problem } from './intake/problem.ts';
import { loadCodebook } from './ledger/codebook.ts';
import type { Ledger } from './ledger/ledger.ts';
import { readInto } from './pipeline.ts';
import { shownLedger } from './shown.ts';
import { openStore } from './store/store.ts';
import type { Article } from './text/article.ts';

export type { Given } from './intake/inputs.ts';
export type { Problem } from './intake/problem.ts';
export type { Answered, Assertion, Entry, Ledger, Question, Relation } from './ledger/ledger.ts';
export type { Claim, Hedge, Measure, Response, Scope, Speaker, Stance } from './reading/claim.ts';
export type { Bound, Figure } from './reading/figure.ts';
export { readArticle } from './reading/read.ts';
export type { Reading } from './reading/reading.ts';
export type { SpeakerKind, Statement } from './reading/statement.ts';
export type { Time } from './reading/time.ts';
export type { Copy, Story } from './stories/story.ts';
export type { Article, Block, Credit } from './text/article.ts';
export type { Day, Interval } from './text/interval.ts';
export type { Span } from './text/span.ts';

/** How {@link read} reads. */
export interface ReadOptions {
  /** The store's file; without it, a store in memory that is gone afterwards. */
  readonly db?: string;
  /** `plain` where not given. */
  readonly codebook?: string;
  /** What is known of every input. */
  readonly given?: Given;
  /** Read for the path `-`. */
  readonly stdin?: AsyncIterable<Uint8Array>;
}

/** What {@link read} gives. */
export interface ReadResult {
  /** The stories that the inputs belong to, with all that the store knows of them. */
  readonly ledgers: readonly Ledger[];
  /** Their articles, by id. */
  readonly articles: ReadonlyMap<string, Article>;
  /** Inputs that could not be read, each with its reason; the others were. */
  readonly problems: readonly Problem[];
}

/**
 * Reads files and folders of reports and gives the ledgers of their stories: the values that `hearsay read` prints.
 *
 * @param paths files, folders, or `-` for `options.stdin`
 * @throws Error where the store cannot be opened or the codebook is not known; an input that cannot be read is a
 * problem of the result instead
 * @example
 * const { ledgers } = await read('examples/ferry');
 * for (const question of ledgers[0].questions) console.log(question.group, question.low, question.best, question.high);
 */
export async function read(
  paths: string | readonly string[],
  options: ReadOptions = {},
): Promise<ReadResult> {
  const codebook = loadCodebook(options.codebook ?? 'plain');
  const store = openStore(options.db ?? ':memory:');
  try {
    const { given, stdin } = options;
    const inputs = readInputs(typeof paths === 'string' ? [paths] : paths, {
      ...(given && { given }),
      ...(stdin && { stdin }),
    });
    const { articles, problems } = await readInto(store, inputs);
    const ledgers = store.storiesWith(articles).map((id) => shownLedger(store, id, codebook));
    const carriers = ledgers.flatMap(({ story }) => story.articles);
    return { ledgers, articles: new Map(carriers.map((id) => [id, store.article(id).article])), problems };
  } finally {
    store.close();
  }
}
