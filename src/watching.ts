import type { Taken } from './intake/inputs.ts';
import type { Given } from './intake/origin.ts';
import type { Problem } from './intake/problem.ts';
import { type Polled, pollFeed } from './intake/watch.ts';
import { type Clock, openWeb, SYSTEM_CLOCK, type Web, type WebOptions } from './intake/web.ts';
import { type Options, readInto, type Shelf } from './pipeline.ts';
import { newFeed, type Watchlist } from './text/feed-state.ts';

export interface WatchOptions extends WebOptions, Pick<Options, 'reader'> {
  /** Milliseconds between two polls of a feed that answers. */
  readonly every: number;
  readonly given?: Given;
  /** Hosts whose feeds are polled side by side; 16 where not given. */
  readonly atOnce?: number;
}

/** What one poll of a feed brought. */
export interface Catch {
  readonly feed: string;
  /** Ids of the articles, new or known. */
  readonly articles: readonly string[];
  readonly added: number;
  readonly problems: readonly Problem[];
}

/** Feeds that are watched, and when. */
export interface Watch {
  /**
   * Polls every feed that is due, once, the feeds of one host one after the other and hosts side by side; gives each feed's catch
   * when it is kept. Lists of feeds are polled on. Ended early, it waits for the polls that are under way.
   */
  round(): AsyncGenerator<Catch>;
  /** Milliseconds until a feed is due; `null` where none will be. */
  untilDue(): number | null;
}

/** Lists may name lists; feeds more than this many are none that a person follows. */
const MOST_FEEDS = 10_000;
const AT_ONCE = 16;

/**
 * Watches feeds into a store. What was fetched is kept before it is remembered as seen, so that a kill loses nothing: the next
 * start asks again for what was not kept.
 * @param feeds addresses of feeds, sitemaps or lists of them
 */
export function openWatch(
  shelf: Shelf & Watchlist,
  feeds: readonly string[],
  options: WatchOptions,
  web: Web = openWeb(options),
): Watch {
  const clock: Clock = options.clock ?? SYSTEM_CLOCK;
  const urls = new Set(feeds);
  /** Addresses that a poll under way is about to fetch. */
  const taken = new Set<string>();
  const stateOf = (url: string) => shelf.feed(url) ?? newFeed(url);
  return {
    round: () => {
      const queues = new Map<string, string[]>();
      const add = (url: string): void => {
        const { due } = stateOf(url);
        if (due === null || due > clock.now()) return;
        const queue = queues.get(hostOf(url));
        if (queue) queue.push(url);
        else queues.set(hostOf(url), [url]);
      };
      for (const url of urls) add(url);
      return sideBySide(queues, (url) => poll(url, add), options.atOnce ?? AT_ONCE, options.signal);
    },
    untilDue() {
      const times = [...urls].flatMap((url) => stateOf(url).due ?? []);
      return times.length ? Math.max(0, Math.min(...times) - clock.now()) : null;
    },
  };

  async function poll(url: string, add: (url: string) => void): Promise<Catch> {
    const own = new Set<string>();
    let polled: Polled | null = null;
    const watching = {
      web,
      given: options.given ?? {},
      every: options.every,
      now: clock.now,
      ended: () => options.signal?.aborted ?? false,
      isSeen: (address: string) => taken.has(address) || shelf.isSeen(address),
      take(addresses: readonly string[]) {
        for (const address of addresses) {
          taken.add(address);
          own.add(address);
        }
      },
    };
    async function* arriving(): AsyncGenerator<Taken> {
      polled = yield* pollFeed(stateOf(url), watching);
    }
    const outcome = await readInto(
      shelf,
      arriving(),
      options.reader ? { reader: options.reader } : {},
    ).finally(() => {
      for (const address of own) taken.delete(address);
    });
    // What was cut off by the end is no failure of the feed: the next start asks for it again.
    if (!options.signal?.aborted) remember(polled as unknown as Polled, add);
    return { feed: url, ...outcome };
  }

  function remember({ state, seen, feeds }: Polled, add: (url: string) => void): void {
    shelf.transaction(() => {
      shelf.see(seen);
      shelf.keepFeed(state);
    });
    for (const feed of feeds) {
      if (urls.has(feed) || urls.size >= MOST_FEEDS) continue;
      urls.add(feed);
      add(feed);
    }
  }
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : '');

/** Works off the queues side by side, the entries of each one after the other; entries may be added meanwhile. */
async function* sideBySide<T>(
  queues: Map<string, string[]>,
  work: (entry: string) => Promise<T>,
  most: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<T> {
  const running = new Map<string, Promise<{ readonly name: string; readonly result: T }>>();
  const start = (): void => {
    for (const [name, queue] of queues) {
      if (running.size >= most || signal?.aborted) return;
      if (running.has(name)) continue;
      const entry = queue.shift();
      if (entry === undefined) queues.delete(name);
      else
        running.set(
          name,
          work(entry).then((result) => ({ name, result })),
        );
    }
  };
  try {
    for (start(); running.size; start()) {
      const { name, result } = await Promise.race(running.values());
      running.delete(name);
      yield result;
    }
  } finally {
    await Promise.allSettled(running.values());
  }
}
