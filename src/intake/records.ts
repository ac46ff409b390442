import { idOfBytes, problemAt, type Taken, taking } from './capture.ts';
import { articleFromHtml } from './html.ts';
import type { Given, Origin } from './origin.ts';
import { hostOf } from './outlet.ts';
import { kindOfText } from './sniff.ts';
import type { Known, Source } from './source.ts';
import { articleFromText } from './text.ts';

/**
 * Names under which exports keep each field, the first that holds words counts: Hearsay's own, news-please, newspaper4k,
 * trafilatura, ninjs (IPTC), JSON Feed.
 */
const FIELDS = {
  text: ['text', 'maintext', 'raw_text', 'body_text', 'content_text', 'body', 'content', 'articleBody'],
  html: ['html', 'raw_html', 'body_html', 'content_html', 'body_xhtml'],
  title: ['title', 'headline', 'headlines'],
  outlet: [
    'outlet',
    'source_name',
    'sitename',
    'source-hostname',
    'publisher',
    'hostname',
    'source_domain',
    'source',
    'source_url',
  ],
  byline: ['byline', 'author', 'authors', 'by', 'creator'],
  url: ['url', 'link', 'canonical_link', 'original_url', 'canonicalurl', 'uri', 'id'],
  published: [
    'published',
    'date',
    'date_publish',
    'publish_date',
    'published_at',
    'datePublished',
    'date_published',
    'pubDate',
    'firstpublished',
    'firstcreated',
    'firstCreated',
    'versioncreated',
    'contentcreated',
  ],
} as const;

/** An object as JSON has it. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/**
 * The article of one record.
 * @param name what the article's file is called
 * @param place where in the file the record stands
 * @param bytes the record's own; `null` where it is one of several in a line
 */
export function takeRecord(
  value: unknown,
  name: string,
  place: string,
  bytes: Uint8Array | null,
  file: string,
  given: Given,
): Taken[] {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    return [
      problemAt(
        file,
        place,
        `is ${clipped(JSON.stringify(value))}, not a record {"url", "title", "outlet", "published", "text"}`,
      ),
    ];
  }
  const record = value as JsonRecord;
  const html = isBodies(record.bodies) ? bodyAmong(record.bodies, /html/) : fieldOf(record, 'html');
  const text =
    (isBodies(record.bodies) && bodyAmong(record.bodies, /plain/)) || fieldOf(record, 'text') || html;
  if (!text?.trim())
    return [
      problemAt(
        file,
        place,
        `has no words in "text"; its fields are ${clipped(Object.keys(record).join(', '), 120)}`,
      ),
    ];
  const own = bytes ?? new TextEncoder().encode(JSON.stringify(value));
  const origin: Origin = { file: name, id: idOfBytes(own), ...knownOf(record), given };
  const source: Source = { form: 'record', known: {}, given };
  try {
    const article =
      text === html || kindOfText(text) === 'html'
        ? articleFromHtml(text, origin)
        : articleFromText(text, origin);
    return [taking(article, own, source)];
  } catch (error) {
    return [problemAt(file, place, `cannot be read: ${(error as Error).message}`)];
  }
}

/** What a record states beside its words. */
function knownOf(record: JsonRecord): Known {
  const url = fieldOf(record, 'url');
  const outlet = fieldOf(record, 'outlet');
  return {
    url: url && /^https?:/i.test(url) ? url : null,
    title: fieldOf(record, 'title'),
    outlet: hostOf(outlet) ?? outlet?.replace(/^www\./, '') ?? null,
    byline: fieldOf(record, 'byline'),
    published: fieldOf(record, 'published'),
  };
}

function fieldOf(record: JsonRecord, field: keyof typeof FIELDS): string | null {
  for (const name of FIELDS[field]) {
    const words = wordsOf(record[name]);
    if (words) return words;
  }
  return null;
}

/** A string, the name of what an object describes, or those of a list; ninjs 2 and later keeps words in `value`. */
function wordsOf(value: unknown, depth = 0): string | null {
  if (typeof value === 'string') return value.trim() ? value : null;
  if (Array.isArray(value) && depth < 3)
    return (
      value
        .slice(0, 20)
        .map((one) => wordsOf(one, depth + 1))
        .filter(Boolean)
        .join(', ') || null
    );
  if (value === null || typeof value !== 'object') return null;
  const { name, value: words, literal } = value as JsonRecord;
  return (
    [name, words, literal].find((one): one is string => typeof one === 'string' && one.trim() !== '') ?? null
  );
}

interface Body {
  readonly value: string;
  readonly contentType?: string;
}

/** The bodies of a ninjs record, each in a format of its own. */
const isBodies = (value: unknown): value is readonly Body[] =>
  Array.isArray(value) && value.every((one) => typeof (one as Body | null)?.value === 'string');

const bodyAmong = (bodies: readonly Body[], type: RegExp): string | null =>
  bodies.find(({ contentType }) => type.test(contentType ?? 'text/html'))?.value ?? null;

/** Words cut to what a message may quote. */
export const clipped = (words: string | undefined, most = 100): string =>
  (words ?? 'nothing').length > most ? `${words!.slice(0, most)}…` : (words ?? 'nothing');
