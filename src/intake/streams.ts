import { ByteReader } from './byte-reader.ts';
import { problemAt, type Taken, takeCapture } from './capture.ts';
import { decode } from './decode.ts';
import { takeFeed } from './feed-items.ts';
import type { Fetched } from './fetch.ts';
import { Damage, gunzipped } from './gzip.ts';
import { readLines } from './jsonl.ts';
import { readMailbox, takeMessage } from './mail.ts';
import { type StreamKind, streamKindOf } from './sniff.ts';
import type { Place } from './source.ts';
import { readPackedWarc, readWarc } from './warc.ts';
import { entriesOf } from './zip.ts';

/** A report of text or HTML is never larger; a file of records may be, as it is read record by record. */
export const MOST_MEGABYTES = 64;
const MEGABYTE = 1_000_000;
/** A ZIP archive that is no file of its own is held in memory: its directory stands at its end. */
const MOST_HELD = 512;
/** Archives within archives: deeper ones are traps. */
const DEEPEST_ARCHIVE = 4;
const SNIFFED = 65_536;

type Read = (reader: ByteReader, place: Place) => AsyncGenerator<Taken>;

const READERS: Readonly<Record<StreamKind, Read>> = {
  text: (reader, place) => readCapture(reader, place, 'text'),
  html: (reader, place) => readCapture(reader, place, 'html'),
  json: (reader, place) => readLines(reader, place, MOST_MEGABYTES),
  feed: readFeed,
  mail: readMessage,
  mailbox: readMailbox,
  warc: readWarc,
  gzip: readGzip,
  zip: readHeldZip,
};

/**
 * The articles of a stream of bytes, whatever it is: a capture, an archive, a feed, a file of records. What cannot be read is
 * a problem with its place, and what follows is read. Never throws on account of the bytes.
 * @param kind what it is where its name and first bytes tell no more than that it is text
 */
export async function* readStream(
  chunks: AsyncIterable<Uint8Array>,
  place: Place,
  kind: StreamKind | null = null,
): AsyncGenerator<Taken> {
  const reader = new ByteReader(chunks);
  try {
    const head = await reader.peek(SNIFFED);
    if (!head.length) yield problemAt(place.file, null, 'is empty: it has no bytes');
    else {
      const told = streamKindOf(place.file, head);
      yield* READERS[told === 'text' && kind ? kind : told](reader, place);
    }
  } catch (error) {
    if (!(error instanceof Damage)) throw error;
    yield problemAt(place.file, `byte ${error.offset}`, error.message);
  } finally {
    await reader.close();
  }
}

/** The articles of what a server gave. */
export async function* readFetched(
  { url, charset, bytes, type, at }: Fetched,
  place: Place,
): AsyncGenerator<Taken> {
  const isPage = type === 'text/html' || type === 'application/xhtml+xml';
  yield* readStream(
    once(bytes),
    { ...place, known: { ...place.known, url, charset, at } },
    isPage ? 'html' : null,
  );
}

/** The whole of a stream; `null` where it is more than `megabytes`. */
async function wholeOf(reader: ByteReader, megabytes: number): Promise<Uint8Array | null> {
  const bytes = await reader.read(megabytes * MEGABYTE);
  return (await reader.peek(1)).length ? null : bytes;
}

const tooLarge = ({ file }: Place, what: string, megabytes = MOST_MEGABYTES): Taken =>
  problemAt(file, null, `is larger than ${megabytes} MB; ${what}`);

async function* readCapture(reader: ByteReader, place: Place, kind: 'text' | 'html'): AsyncGenerator<Taken> {
  const bytes = await wholeOf(reader, MOST_MEGABYTES);
  if (bytes) yield* takeCapture(bytes, place.file, place.given, kind, place.known);
  else yield tooLarge(place, 'a single report never is: give JSONL, one article a line');
}

async function* readFeed(reader: ByteReader, place: Place): AsyncGenerator<Taken> {
  const bytes = await wholeOf(reader, MOST_MEGABYTES);
  if (!bytes) return yield tooLarge(place, 'no feed is');
  const declared = /<\?xml[^>]{0,200}encoding=["']([\w-]{2,40})/i.exec(
    Buffer.from(bytes.subarray(0, 300)).toString('latin1'),
  )?.[1];
  yield* takeFeed(decode(bytes, declared ?? place.known.charset ?? null).text, place);
}

async function* readMessage(reader: ByteReader, place: Place): AsyncGenerator<Taken> {
  const bytes = await wholeOf(reader, MOST_MEGABYTES);
  if (bytes) yield* takeMessage(bytes, place);
  else yield tooLarge(place, 'no mail is');
}

/** What is packed: records of a WARC file each by itself, anything else as one stream. */
async function* readGzip(reader: ByteReader, place: Place): AsyncGenerator<Taken> {
  if (isTooDeep(place)) return yield tooDeep(place);
  const inner = { ...place, file: place.file.replace(/\.(?:gz|gzip)$/i, ''), depth: place.depth + 1 };
  const head = await reader.peek(SNIFFED);
  if (streamKindOf(inner.file, await firstUnpacked(head)) === 'warc')
    return yield* readPackedWarc(reader, place);
  for await (const taken of readStream(gunzipped(reader), inner)) yield named(taken, inner.file, place.file);
}

/** What the beginning of a gzip file unpacks to, as far as it can be told. */
async function firstUnpacked(head: Uint8Array): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  try {
    const reader = new ByteReader(once(head));
    for await (const part of gunzipped(reader)) {
      parts.push(part);
      break;
    }
  } catch {
    // what is there may still tell
  }
  return Buffer.concat(parts);
}

/** Bytes that are there as a stream. */
export async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** Problems are told of the file as it lies there, with its ".gz". */
const named = (taken: Taken, inner: string, outer: string): Taken =>
  taken.kind === 'problem' && taken.problem.file === inner
    ? { ...taken, problem: { ...taken.problem, file: outer } }
    : taken;

async function* readHeldZip(reader: ByteReader, place: Place): AsyncGenerator<Taken> {
  const bytes = await wholeOf(reader, MOST_HELD);
  if (bytes) yield* readZip(bytes, place);
  else yield tooLarge(place, 'give it as a file of its own, which may be of any size', MOST_HELD);
}

/**
 * The articles of the files in a ZIP archive; a WACZ file is one, whose pages are in its WARC files.
 * @param archive its path or its bytes
 */
export async function* readZip(archive: string | Uint8Array, place: Place): AsyncGenerator<Taken> {
  if (isTooDeep(place)) return yield tooDeep(place);
  let web = false;
  try {
    for await (const entry of entriesOf(archive)) {
      const file = `${place.file}/${entry.name}`;
      web ||= entry.name === 'datapackage.json';
      if (entry.kind === 'bad') yield problemAt(file, null, entry.reason);
      else if (isOffice(entry.name))
        return yield problemAt(place.file, null, 'is an office document; save it as text or HTML');
      else if (!(web || isWacz(place)) || /^archive\//.test(entry.name))
        yield* readEntry(entry.bytes, { ...place, file, depth: place.depth + 1 });
    }
  } catch (error) {
    yield problemAt(place.file, null, `is a ZIP archive that cannot be read: ${(error as Error).message}`);
  }
}

/** What fails while an entry is unpacked is that entry's problem. */
async function* readEntry(bytes: AsyncIterable<Uint8Array>, place: Place): AsyncGenerator<Taken> {
  try {
    yield* readStream(bytes, place);
  } catch (error) {
    yield problemAt(place.file, null, `cannot be unpacked: ${(error as Error).message}`);
  }
}

const isOffice = (name: string): boolean => name === '[Content_Types].xml' || name === 'mimetype';
const isWacz = ({ file }: Place): boolean => /\.wacz$/i.test(file);
const isTooDeep = ({ depth }: Place): boolean => depth >= DEEPEST_ARCHIVE;
const tooDeep = ({ file }: Place): Taken =>
  problemAt(file, null, `lies more than ${DEEPEST_ARCHIVE} archives deep; unpack it first`);
