import type { FeedState } from '../text/feed-state.ts';
import { problemAt, type Taken } from './capture.ts';
import { decode } from './decode.ts';
import { type Feed, type FeedItem, feedOf } from './feed.ts';
import { takeItem } from './feed-items.ts';
import type { Fetched, NotFetched } from './fetch.ts';
import type { Given } from './origin.ts';
import { readFetched } from './streams.ts';
import type { Web } from './web.ts';

/** What polling a feed came to. */
export interface Polled {
  readonly state: FeedState;
  /** Addresses that need not be asked for again. */
  readonly seen: readonly string[];
  /** Further feeds, where it is a list of them. */
  readonly feeds: readonly string[];
}

/** What a poll needs of the world. */
export interface Watching {
  readonly web: Web;
  readonly given: Given;
  /** Milliseconds between two polls of a feed that answers. */
  readonly every: number;
  now(): number;
  /** Whether an address was fetched, or another feed's poll is about to fetch it. */
  isSeen(address: string): boolean;
  /** Whether the watch was ended: nothing more is asked for, and what was not had is no failure. */
  ended(): boolean;
  /** Told of the addresses that are fetched next. */
  take(addresses: readonly string[]): void;
}

const DAY = 86_400_000;
const HOUR = 3_600_000;
/** More items than this of one feed wait for its next poll. */
const MOST_ITEMS = 100;

/**
 * Polls one feed and fetches the pages that it newly names, one after the other. An item whose page cannot be had gives what
 * the feed itself has of it. Gives articles and problems as they come, and at last what to remember; what is not remembered
 * is asked for again.
 */
export async function* pollFeed(state: FeedState, watching: Watching): AsyncGenerator<Taken, Polled> {
  const found = await watching.web.get(state.url, state);
  if (found.kind === 'unchanged') return { state: answered(state, watching), seen: [], feeds: [] };
  if (watching.ended()) return { state, seen: [], feeds: [] };
  if (found.kind === 'failed') {
    yield problemAt(state.url, null, found.reason);
    return { state: failedOnce(state, found, watching), seen: [], feeds: [] };
  }
  let feed: Feed;
  try {
    feed = feedOf(decode(found.bytes, found.charset).text);
  } catch (error) {
    yield problemAt(state.url, null, `is no feed that can be read: ${(error as Error).message}`);
    return { state: failedOnce(state, null, watching), seen: [], feeds: [] };
  }
  if (feed.kind === 'list')
    return { state: { ...answered(state, watching), due: watching.now() + DAY }, seen: [], feeds: feed.urls };
  const fresh = feed.items.filter((item) => !watching.isSeen(nameOf(item, found.url)));
  const next = fresh.slice(0, MOST_ITEMS);
  watching.take(next.map((item) => nameOf(item, found.url)));
  const { seen, late } = yield* fetchItems(next, found, watching);
  const whole = !late && fresh.length <= MOST_ITEMS;
  const { etag, lastModified } = whole ? found : state;
  return { state: { ...answered(state, watching), etag, lastModified }, seen, feeds: [] };
}

/** The address of an item's page, in full; `null` where it has none. */
const addressOf = ({ url }: FeedItem, feed: string): string | null =>
  url && URL.canParse(url, feed) ? new URL(url, feed).href : null;

/** By what an item is known: its address, else what it says. */
const nameOf = (item: FeedItem, feed: string): string => addressOf(item, feed) ?? JSON.stringify(item);

async function* fetchItems(
  items: readonly FeedItem[],
  { url: feed, at }: Fetched,
  watching: Watching,
): AsyncGenerator<Taken, { readonly seen: readonly string[]; readonly late: boolean }> {
  const seen: string[] = [];
  let late = false;
  for (const [i, item] of items.entries()) {
    const place = { file: feed, given: watching.given, known: { at }, depth: 0 };
    const address = addressOf(item, feed);
    const found = address ? await watching.web.get(address) : null;
    if (watching.ended()) return { seen, late: true };
    if (address && found?.kind === 'fetched') yield* readFetched(found, { ...place, file: address });
    else {
      if (address && found?.kind === 'failed') yield problemAt(address, null, found.reason);
      if (item.html?.trim()) yield* takeItem(item, place, i + 1);
    }
    const again = found?.kind === 'failed' && !isFinal(found);
    late ||= again;
    if (!again) seen.push(nameOf(item, feed));
  }
  return { seen, late };
}

/** Whether asking again would be of no use. */
const isFinal = ({ status }: NotFetched): boolean =>
  status !== null && status >= 400 && status < 500 && status !== 429 && status !== 408;

const answered = (state: FeedState, { now, every }: Watching): FeedState => ({
  ...state,
  failures: 0,
  due: now() + every,
});

/** Back-off: twice as long after each failure, up to a day; a feed that is gone is polled no more. */
function failedOnce(state: FeedState, found: NotFetched | null, { now, every }: Watching): FeedState {
  if (found?.status === 410) return { ...state, due: null };
  const wait = Math.min(Math.max(every, HOUR / 12) * 2 ** Math.min(state.failures, 12), DAY);
  const asked = Math.min((found?.retryAfter ?? 0) * 1000, 7 * DAY);
  return { ...state, failures: state.failures + 1, due: now() + Math.max(wait, asked) };
}
