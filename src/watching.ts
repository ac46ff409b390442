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
  /** Polls every feed that is due, once; gives each feed's catch when it is kept. Lists of feeds are polled on. */
  round(): AsyncGenerator<Catch>;
  /** Milliseconds until a feed is due; `null` where none will be. */
  untilDue(): number | null;
}

/** Lists may name lists; feeds more than this many are none that a person follows. */
const MOST_FEEDS = 10_000;

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
  const stateOf = (url: string) => shelf.feed(url) ?? newFeed(url);
  return {
    async *round() {
      for (const url of urls) {
        const { due } = stateOf(url);
        if (due !== null && due <= clock.now()) yield await poll(url);
      }
    },
    untilDue() {
      const times = [...urls].flatMap((url) => stateOf(url).due ?? []);
      return times.length ? Math.max(0, Math.min(...times) - clock.now()) : null;
    },
  };

  async function poll(url: string): Promise<Catch> {
    let polled: Polled | null = null;
    const watching = {
      web,
      given: options.given ?? {},
      every: options.every,
      now: clock.now,
      isSeen: shelf.isSeen,
    };
    async function* taken(): AsyncGenerator<Taken> {
      polled = yield* pollFeed(stateOf(url), watching);
    }
    const outcome = await readInto(shelf, taken(), options.reader ? { reader: options.reader } : {});
    const { state, seen, feeds } = polled as unknown as Polled;
    shelf.transaction(() => {
      shelf.see(seen);
      shelf.keepFeed(state);
    });
    for (const feed of feeds) if (urls.size < MOST_FEEDS) urls.add(feed);
    return { feed: url, ...outcome };
  }
}
