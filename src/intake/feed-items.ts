import { noteAt, problemAt, type Taken } from './capture.ts';
import { type Feed, type FeedItem, feedOf } from './feed.ts';
import { takeRecord } from './records.ts';
import type { Place } from './source.ts';

/** The articles of a feed's items, as far as the feed gives their words. Lists and sitemaps are named, as they hold none. */
export function* takeFeed(words: string, place: Place): Generator<Taken> {
  const { file } = place;
  let feed: Feed;
  try {
    feed = feedOf(words);
  } catch (error) {
    return yield problemAt(file, null, `is no feed that can be read: ${(error as Error).message}`);
  }
  if (feed.kind === 'list')
    return yield problemAt(
      file,
      null,
      `is a list of ${feed.urls.length} feeds and holds no report; ${watchIt(file)}`,
    );
  if (!feed.items.length) return yield problemAt(file, null, 'is a feed without items');
  for (const [i, item] of feed.items.entries()) if (hasWords(item)) yield* takeItem(item, place, i + 1);
  const without = feed.items.filter((item) => !hasWords(item)).length;
  if (!without) return;
  const told = `${without} of its ${feed.items.length} items have an address and no words; ${watchIt(file)}`;
  yield without === feed.items.length ? problemAt(file, null, told) : noteAt(file, null, told);
}

const watchIt = (file: string): string => `"hearsay watch ${file}" fetches what it names`;
const hasWords = ({ html }: FeedItem): boolean => Boolean(html?.trim());

/** The article of one item, from what the feed itself has of it. */
export function* takeItem(item: FeedItem, { file, given, known }: Place, number: number): Generator<Taken> {
  const bytes = new TextEncoder().encode(JSON.stringify(item));
  for (const taken of takeRecord(item, `${file}#${number}`, `item ${number}`, bytes, file, given))
    yield taken.kind === 'article'
      ? { ...taken, source: { ...taken.source, known: { at: known.at ?? null } } }
      : taken;
}
