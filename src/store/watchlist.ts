import type { Watchlist } from '../text/feed-state.ts';
import type { Sql } from './sql.ts';

/** What the store remembers of watched feeds. */
export const watchlistOf = (sql: Sql): Watchlist => ({
  feed(url) {
    const row = sql('SELECT value FROM feed WHERE url = ?').get(url);
    return row ? JSON.parse(String(row.value)) : null;
  },
  keepFeed(state) {
    sql('INSERT OR REPLACE INTO feed VALUES (?, ?)').run(state.url, JSON.stringify(state));
  },
  isSeen: (address) => sql('SELECT 1 FROM seen WHERE address = ?').get(address) !== undefined,
  see(addresses) {
    for (const address of addresses) sql('INSERT OR IGNORE INTO seen VALUES (?)').run(address);
  },
});
