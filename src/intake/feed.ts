import { parseFeed, parseOpml } from 'feedsmith';
import { elementsOf, treeOfXml, wordsIn } from './tree.ts';

/** An item of a feed or a page of a sitemap. */
export interface FeedItem {
  readonly url: string | null;
  readonly title: string | null;
  readonly published: string | null;
  readonly outlet: string | null;
  readonly byline: string | null;
  /** All that the feed gives of its text, as HTML; `null` where it gives none. */
  readonly html: string | null;
}

/** What a file of syndication is. */
export type Feed =
  | { readonly kind: 'feed'; readonly title: string | null; readonly items: readonly FeedItem[] }
  | { readonly kind: 'sitemap'; readonly items: readonly FeedItem[] }
  /** Addresses of feeds or of further sitemaps. */
  | { readonly kind: 'list'; readonly urls: readonly string[] };

const MOST_URLS = 50_000;

/**
 * Reads RSS, Atom, RDF, JSON Feed, OPML, sitemaps with or without news, and lists of sitemaps.
 * @throws Error telling why it is none of these
 */
export function feedOf(text: string): Feed {
  if (/<!ENTITY/i.test(text.slice(0, 100_000)))
    throw new Error('declares entities of its own, as no feed needs to; it is not expanded');
  const root =
    /^\s*(?:<\?[^>]{0,500}\?>|<!--[\s\S]{0,5000}?-->|<!DOCTYPE[^>[]{0,500}(?:\[[^\]]{0,8000}\])?\s*>|\s)*<([\w:]+)/i.exec(
      text,
    )?.[1];
  if (root?.toLowerCase() === 'opml') return { kind: 'list', urls: urlsOf(parseOpml(text)) };
  if (root?.toLowerCase() === 'urlset') return { kind: 'sitemap', items: pagesOf(text) };
  if (root?.toLowerCase() === 'sitemapindex') return { kind: 'list', urls: locations(text, 'sitemap') };
  return newsIn(parseFeed(text));
}

/** A list's feeds, in the order of the list, each once. */
function urlsOf(opml: ReturnType<typeof parseOpml>): string[] {
  const urls = new Set<string>();
  const waiting = [...(opml.body?.outlines ?? [])].reverse();
  for (let next = waiting.pop(); next && urls.size < MOST_URLS; next = waiting.pop()) {
    if (next.xmlUrl) urls.add(next.xmlUrl);
    waiting.push(...[...(next.outlines ?? [])].reverse());
  }
  return [...urls];
}

function newsIn({ format, feed }: ReturnType<typeof parseFeed>): Feed {
  if (format === 'atom') {
    const title = feed.title?.value ?? null;
    const items = (feed.entries ?? []).map((entry) => ({
      url: (entry.links?.find(({ rel }) => !rel || rel === 'alternate') ?? entry.links?.[0])?.href ?? null,
      title: plain(entry.title?.value),
      published: text(entry.published ?? entry.updated),
      outlet: title,
      byline: entry.authors?.map(({ name }) => name).join(', ') || null,
      html: entry.content?.value ?? entry.summary?.value ?? null,
    }));
    return { kind: 'feed', title, items };
  }
  const title = feed.title ?? null;
  if (format === 'json') {
    const items = (feed.items ?? []).map((item) => ({
      url: item.url ?? null,
      title: item.title ?? null,
      published: text(item.date_published ?? item.date_modified),
      outlet: title,
      byline:
        item.authors
          ?.map(({ name }) => name)
          .filter(Boolean)
          .join(', ') || null,
      html: item.content_html ?? item.content_text ?? item.summary ?? null,
    }));
    return { kind: 'feed', title, items };
  }
  const items = (feed.items ?? []).map((item) => ({
    url: item.link ?? null,
    title: plain(item.title),
    published: text(('pubDate' in item ? item.pubDate : null) ?? item.dc?.dates?.[0]),
    outlet: title,
    byline: item.dc?.creators?.join(', ') || null,
    html: item.content?.encoded ?? item.description ?? null,
  }));
  return { kind: 'feed', title, items };
}

const text = (value: unknown): string | null => (value ? String(value) : null);
const plain = (words: string | undefined): string | null =>
  words?.replace(/<[^>]{0,500}>/g, '').trim() || null;

/** The pages of a sitemap, with what its news extension states. */
function pagesOf(xml: string): FeedItem[] {
  const items: FeedItem[] = [];
  for (const element of elementsOf(treeOfXml(xml).root)) {
    if (element.tag !== 'url' || items.length >= MOST_URLS) continue;
    const parts = new Map([...elementsOf(element)].map((one) => [one.tag.split(':').at(-1)!, wordsIn(one)]));
    items.push({
      url: parts.get('loc') ?? null,
      title: parts.get('title') ?? null,
      published: parts.get('publication_date') ?? parts.get('lastmod') ?? null,
      outlet: parts.get('name') ?? null,
      byline: null,
      html: null,
    });
  }
  return items;
}

const locations = (xml: string, tag: string): string[] =>
  [...elementsOf(treeOfXml(xml).root)]
    .filter((one) => one.tag === 'loc' && one.parent?.tag === tag)
    .slice(0, MOST_URLS)
    .map((one) => wordsIn(one));
