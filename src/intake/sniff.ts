import { decode } from './decode.ts';

export type CaptureKind = 'text' | 'html' | 'json';
/** What a stream of bytes is: a capture, or something that holds captures. */
export type StreamKind = CaptureKind | 'gzip' | 'zip' | 'warc' | 'mailbox' | 'mail' | 'feed';

/** Bytes at the beginning that tell what a file is. */
const SAMPLE = 8192;
const MAGIC: readonly (readonly [string, string])[] = [
  ['%PDF', 'a PDF'],
  ['PK\x03\x04', 'a ZIP archive or office document'],
  ['\x1f\x8b', 'compressed with gzip'],
  ['\x89PNG', 'a PNG image'],
  ['\xff\xd8\xff', 'a JPEG image'],
  ['GIF8', 'a GIF image'],
  ['SQLite format 3', 'a SQLite database'],
  ['\xd0\xcf\x11\xe0', 'an old office document'],
  ['\x28\xb5\x2f\xfd', 'compressed with Zstandard'],
  ['BZh', 'compressed with bzip2'],
];

/** What a file that is no text is, by its first bytes; `null` for none that is known. */
export function magicOf(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 16));
  const raw = [...bytes.subarray(0, 16)].map((byte) => String.fromCharCode(byte)).join('');
  return MAGIC.find(([mark]) => raw.startsWith(mark) || head.startsWith(mark))?.[1] ?? null;
}

/** What a stream is, by its first bytes and its name's ending. */
export function streamKindOf(file: string, head: Uint8Array): StreamKind {
  const raw = Buffer.from(head.subarray(0, SAMPLE)).toString('latin1');
  if (raw.startsWith('\x1f\x8b')) return 'gzip';
  if (/^PK(?:\x03\x04|\x05\x06)/.test(raw)) return 'zip';
  if (/^\s*WARC\/[01]\./.test(raw)) return 'warc';
  if (/^From \S+[^\n]{0,200}\d{4}\r?\n[\w-]+:/.test(raw)) return 'mailbox';
  if (/\.(?:eml|mht|mhtml)$/i.test(file) || isMail(raw)) return 'mail';
  return FEED.test(decode(head.subarray(0, SAMPLE)).text) ? 'feed' : kindOf(file, head);
}

const FEED =
  /^\s*(?:<\?xml[^>]{0,200}>|<\?xml-stylesheet[^>]{0,500}>|<!--[\s\S]{0,2000}?-->|<!DOCTYPE\s(?!html)[^>[]{0,500}(?:\[[^\]]{0,8000}\])?\s*>|\s)*<(?:rss|feed|rdf:RDF|opml|urlset|sitemapindex)[\s>]/i;

/** Headers of a mail and nothing else, from the first line on. */
const isMail = (head: string): boolean =>
  /^(?:[A-Za-z][\w-]{1,60}:[^\n]{0,2000}\r?\n(?:[ \t][^\n]{0,2000}\r?\n)*){3,}/.test(head) &&
  /^MIME-Version:/im.test(head) &&
  /^Content-Type:/im.test(head);

/** What a capture is, by its name's ending and else by its first bytes. */
export function kindOf(file: string, bytes: Uint8Array): CaptureKind {
  const ending = /\.(\w+)$/.exec(file)?.[1]?.toLowerCase() ?? '';
  if (['html', 'htm', 'xhtml', 'shtml'].includes(ending)) return 'html';
  if (['jsonl', 'ndjson', 'json'].includes(ending)) return 'json';
  if (['txt', 'text'].includes(ending)) return 'text';
  return kindOfText(decode(bytes.subarray(0, SAMPLE)).text);
}

/** What a text is by its first characters: HTML by its tags, JSON by a record's opening. */
export function kindOfText(text: string): CaptureKind {
  const head = text.slice(0, SAMPLE).trimStart();
  if (/^\{\s*"|^\[\s*\{\s*"/.test(head)) return 'json';
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i.test(head))
    return 'html';
  const tags =
    head.match(/<\/?(?:p|div|span|a|br|meta|link|script|h[1-6]|article|section|li|ul)\b[^>]*>/gi)?.length ??
    0;
  return tags >= 6 && tags * 400 > head.length ? 'html' : 'text';
}
