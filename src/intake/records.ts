import { idOfBytes, problemAt, type Taken } from './capture.ts';
import { decode } from './decode.ts';
import { articleFromHtml } from './html.ts';
import type { Line } from './lines.ts';
import type { Given, Origin } from './origin.ts';
import { kindOfText } from './sniff.ts';
import { articleFromText } from './text.ts';

/** Names under which exports keep each field, the first that holds words counts. */
const FIELDS = {
  text: ['text', 'maintext', 'raw_text', 'body', 'content', 'articleBody', 'html', 'raw_html'],
  title: ['title', 'headline'],
  outlet: ['outlet', 'source_name', 'sitename', 'publisher', 'source', 'source_domain'],
  url: ['url', 'link', 'canonical_link'],
  published: [
    'published',
    'date',
    'date_publish',
    'publish_date',
    'published_at',
    'datePublished',
    'pubDate',
  ],
} as const;

type Record_ = Readonly<Record<string, unknown>>;

/** The articles of one line of JSONL: one record, or an array of records. */
export function takeLine(line: Line, file: string, given: Given): Taken[] {
  const place = `line ${line.number}`;
  if (line.tooLong)
    return [problemAt(file, place, `is longer than ${line.tooLong} MB; no report is, so it is passed over`)];
  const { text, brokenAt } = decode(line.bytes);
  if (!text.trim()) return [];
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return [problemAt(file, place, `is not valid JSON: ${clipped((error as Error).message)}`)];
  }
  const taken = Array.isArray(value)
    ? takeArray(value, line.number, file, given)
    : takeRecord(value, `${file}#${line.number}`, place, line.bytes, file, given);
  return brokenAt === null
    ? taken
    : [
        ...taken,
        problemAt(file, `${place}, byte ${brokenAt}`, 'is not sound UTF-8; broken bytes are read as \ufffd'),
      ];
}

/** An array without one article is one problem, not many. */
function takeArray(values: readonly unknown[], line: number, file: string, given: Given): Taken[] {
  const taken = values.flatMap((value, i) =>
    takeRecord(value, `${file}#${line}.${i + 1}`, `line ${line}, record ${i + 1}`, null, file, given),
  );
  if (taken.some(({ kind }) => kind === 'article')) return taken;
  return [
    problemAt(
      file,
      `line ${line}`,
      `is an array of ${values.length} without an article {"url", "title", "outlet", "published", "text"}`,
    ),
  ];
}

function takeRecord(
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
  const record = value as Record_;
  const text = fieldOf(record, 'text');
  if (!text?.trim())
    return [
      problemAt(
        file,
        place,
        `has no words in "text"; its fields are ${clipped(Object.keys(record).join(', '), 120)}`,
      ),
    ];
  const own = bytes ?? new TextEncoder().encode(JSON.stringify(value));
  const origin: Origin = {
    file: name,
    id: idOfBytes(own),
    url: fieldOf(record, 'url'),
    title: fieldOf(record, 'title'),
    outlet: fieldOf(record, 'outlet'),
    published: fieldOf(record, 'published'),
    given,
  };
  try {
    const article =
      kindOfText(text) === 'html' ? articleFromHtml(text, origin) : articleFromText(text, origin);
    return [{ kind: 'article', article, bytes: own }];
  } catch (error) {
    return [problemAt(file, place, `cannot be read: ${(error as Error).message}`)];
  }
}

function fieldOf(record: Record_, field: keyof typeof FIELDS): string | null {
  for (const name of FIELDS[field]) {
    const value = record[name];
    if (typeof value === 'string' && value.trim()) return value;
    const named = value !== null && typeof value === 'object' ? (value as Record_).name : null;
    if (typeof named === 'string' && named.trim()) return named;
  }
  return null;
}

const clipped = (words: string | undefined, most = 100): string =>
  (words ?? 'nothing').length > most ? `${words!.slice(0, most)}…` : (words ?? 'nothing');
