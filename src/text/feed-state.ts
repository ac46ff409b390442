/** How it stands with a feed that is watched; plain JSON. Times are milliseconds since 1970. */
export interface FeedState {
  readonly url: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** Polls in a row that failed. */
  readonly failures: number;
  /** When it is due again; `null` for never: it is gone. */
  readonly due: number | null;
}

/** A feed that was never polled. */
export const newFeed = (url: string): FeedState => ({
  url,
  etag: null,
  lastModified: null,
  failures: 0,
  due: 0,
});

/** What is remembered of the feeds that are watched, so that a restart goes on where it was. */
export interface Watchlist {
  /** The state of a feed; `null` where it was never polled. */
  feed(url: string): FeedState | null;
  keepFeed(state: FeedState): void;
  /** Whether an address was fetched, or is not to be had. */
  isSeen(address: string): boolean;
  see(addresses: readonly string[]): void;
}
