import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { problemAt, type Taken, takeCapture } from './capture.ts';
import { decode } from './decode.ts';
import { linesOf } from './lines.ts';
import type { Given } from './origin.ts';
import { filesAt, unreadable } from './paths.ts';
import { takeLine } from './records.ts';
import { kindOf } from './sniff.ts';

export type { Taken } from './capture.ts';
export type { Given } from './origin.ts';

export interface InputOptions {
  /** What `-` reads; the process's standard input where not given. */
  readonly stdin?: AsyncIterable<Uint8Array>;
  readonly given?: Given;
}

/** A report of text or HTML is never larger; a file of records may be, as it is read line by line. */
const MOST_MEGABYTES = 64;
const MEGABYTE = 1_000_000;
/** Files up to this size are read in one go. */
const SMALL = 8 * MEGABYTE;
const SNIFFED = 65_536;

/**
 * Takes the articles of files, folders and standard input (`-`), in the order given; folders by name. Never throws: an input
 * or a record that cannot be read is a problem, and the next one is read. Holds one capture in memory at a time.
 */
export async function* readInputs(
  paths: readonly string[],
  options: InputOptions = {},
): AsyncGenerator<Taken> {
  const given = options.given ?? {};
  for (const path of paths) {
    if (path === '-') {
      yield* guarded('-', readStream(options.stdin ?? process.stdin, '-', given));
      continue;
    }
    for await (const found of filesAt(path)) {
      if (found.kind === 'problem') yield found;
      else yield* guarded(found.file, readStream(chunksOf(found.file, found.size), found.file, given));
    }
  }
}

/** Takes the articles of bytes that are in hand, such as an upload, under the name `file`; otherwise as {@link readInputs}. */
export async function* readBytes(bytes: Uint8Array, file: string, given: Given = {}): AsyncGenerator<Taken> {
  async function* once(): AsyncGenerator<Uint8Array> {
    yield bytes;
  }
  yield* guarded(file, readStream(once(), file, given));
}

/** What fails while a file is read is that file's problem. */
async function* guarded(file: string, taken: AsyncGenerator<Taken>): AsyncGenerator<Taken> {
  try {
    yield* taken;
  } catch (error) {
    const found = unreadable(file, error as Error);
    if (found.kind === 'problem') yield found;
  }
}

async function* chunksOf(file: string, size: number): AsyncGenerator<Uint8Array> {
  if (size > 0 && size <= SMALL) yield await readFile(file);
  else yield* createReadStream(file, { highWaterMark: MEGABYTE });
}

async function* readStream(
  chunks: AsyncIterable<Uint8Array>,
  file: string,
  given: Given,
): AsyncGenerator<Taken> {
  const source = chunks[Symbol.asyncIterator]();
  const head = await gather(source, SNIFFED);
  if (!head.length) return yield problemAt(file, null, 'is empty: it has no bytes');
  const kind = kindOf(file, head);
  if (kind === 'json') return yield* readRecords(rejoined(head, source), file, head, given);
  const rest = await gather(source, MOST_MEGABYTES * MEGABYTE);
  if (head.length + rest.length > MOST_MEGABYTES * MEGABYTE) {
    await source.return?.();
    return yield problemAt(
      file,
      null,
      `is larger than ${MOST_MEGABYTES} MB; a single report never is: give JSONL, one article a line`,
    );
  }
  yield* takeCapture(rest.length ? Buffer.concat([head, rest]) : head, file, given, kind);
}

/** Bytes from a source until there are more than `most` or no more. */
async function gather(source: AsyncIterator<Uint8Array>, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  while (size <= most) {
    const next = await source.next();
    if (next.done) break;
    parts.push(next.value);
    size += next.value.length;
  }
  return parts.length === 1 ? parts[0]! : Buffer.concat(parts);
}

async function* rejoined(head: Uint8Array, source: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield head;
  for (let next = await source.next(); !next.done; next = await source.next()) yield next.value;
}

/** Records one a line; a file that is one JSON value over many lines is read whole. */
async function* readRecords(
  chunks: AsyncIterable<Uint8Array>,
  file: string,
  head: Uint8Array,
  given: Given,
): AsyncGenerator<Taken> {
  const { text, encoding } = decode(head);
  if (encoding.startsWith('utf-16') || isOneValue(text)) {
    const whole = await gather(chunks[Symbol.asyncIterator](), MOST_MEGABYTES * MEGABYTE);
    if (whole.length > MOST_MEGABYTES * MEGABYTE) {
      return yield problemAt(
        file,
        null,
        `is one JSON value larger than ${MOST_MEGABYTES} MB; give JSONL, one article a line`,
      );
    }
    chunks = oneValueOrLines(whole, isOneValue(text));
  }
  for await (const line of linesOf(chunks, MOST_MEGABYTES)) yield* takeLine(line, file, given);
}

/** Whether JSON goes over several lines: its first line is no value by itself. */
function isOneValue(text: string): boolean {
  const first = text.trimStart().split('\n', 1)[0]!.trim();
  return (
    first === '[' ||
    first === '{' ||
    (/^[[{]/.test(first) && !/[\]}]$/.test(first) && /\n\s+\S|\n[}\]]/.test(text))
  );
}

/** UTF-8 bytes in which a JSON value over many lines takes one; a string's own line ends are escaped in JSON. */
async function* oneValueOrLines(bytes: Uint8Array, oneValue: boolean): AsyncGenerator<Uint8Array> {
  const { text } = decode(bytes);
  yield new TextEncoder().encode(oneValue ? text.replace(/[\r\n]+/g, ' ') : text);
}
