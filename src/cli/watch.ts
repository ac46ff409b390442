import { readFile } from 'node:fs/promises';
import { isAddress } from '../intake/addresses.ts';
import { decode } from '../intake/decode.ts';
import { feedOf } from '../intake/feed.ts';
import { type Catch, openWatch } from '../watching.ts';
import { type Call, type Command, type Option, type Status, UsageError } from './command.ts';
import { report, say } from './output.ts';
import { plain } from './paint.ts';
import { DB, withStore } from './read.ts';
import { ALLOW_PRIVATE, LEXICON, useLexicon } from './stages.ts';

const EVERY: Option = {
  name: 'every',
  value: 'MINUTES',
  help: 'how often a feed that answers is polled; 15 where not given',
};
const ONCE: Option = { name: 'once', help: 'poll every feed that is due once, and end' };
const LONGEST_WAIT = 60_000;

export const WATCH: Command = {
  name: 'watch',
  operands: 'FEEDS…',
  summary:
    'Poll feeds, news sitemaps or OPML lists, by file or address, and read what they newly name into the store',
  takes: [1, Number.POSITIVE_INFINITY],
  options: [DB, EVERY, ONCE, LEXICON, ALLOW_PRIVATE],
  examples: [
    'hearsay watch feeds.opml',
    'hearsay watch https://example.org/rss --every 60',
    'hearsay watch feeds.opml --once --db quake.db',
  ],
  run: async (call) => {
    useLexicon(call);
    const every = minutesOf(call) * 60_000;
    const feeds = await feedsOf(call.paths);
    const stop = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
    return withStore(call, async (store) => {
      const allowPrivate = call.options.has('allow-private');
      const watch = openWatch(store, feeds, {
        every,
        allowPrivate,
        signal: stop.signal,
      });
      let status: Status = 0;
      for (;;) {
        for await (const one of watch.round()) {
          if (tell(one)) status = 1;
          if (stop.signal.aborted) return status;
        }
        const wait = watch.untilDue();
        if (call.options.has('once') || wait === null) return status;
        await pause(Math.min(wait, LONGEST_WAIT), stop.signal);
        if (stop.signal.aborted) return 0;
      }
    });
  },
};

/** Says what a feed brought; the status of its problems. */
function tell({ feed, added, articles, problems }: Catch): Status {
  if (articles.length) say(`${plain(feed)}: ${added} new of ${articles.length} articles\n`);
  return report(problems);
}

/** Waits, but no longer than until the signal. */
const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(done, milliseconds);
    function done(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
    signal.addEventListener('abort', done);
    if (signal.aborted) done();
  });

/** @throws UsageError where the minutes are none */
function minutesOf({ options }: Call): number {
  const words = options.get('every') ?? '15';
  const minutes = Number(words);
  if (!(minutes >= 1 && minutes <= 10_080))
    throw new UsageError(`--every wants minutes from 1 to 10080, not ${JSON.stringify(words)}`);
  return minutes;
}

/**
 * Addresses of feeds: those given, and those that given OPML files list.
 * @throws UsageError naming a file that cannot be read or lists none
 */
async function feedsOf(paths: readonly string[]): Promise<string[]> {
  const feeds: string[] = [];
  for (const path of paths) feeds.push(...(isAddress(path) ? [path] : await listedIn(path)));
  return feeds;
}

async function listedIn(path: string): Promise<readonly string[]> {
  try {
    const feed = feedOf(decode(await readFile(path)).text);
    if (feed.kind === 'list' && feed.urls.length) return feed.urls;
  } catch (error) {
    throw new UsageError(`${JSON.stringify(path)} lists no feeds: ${(error as Error).message}`);
  }
  throw new UsageError(`${JSON.stringify(path)} lists no feeds; give an OPML file or an address`);
}
