import type { ByteReader } from './byte-reader.ts';
import { problemAt, type Taken } from './capture.ts';
import { decode } from './decode.ts';
import { takeFeed } from './feed-items.ts';
import { type Line, linesOf } from './lines.ts';
import type { Given } from './origin.ts';
import { clipped, type JsonRecord, takeRecord } from './records.ts';
import type { Place } from './source.ts';

const SNIFFED = 65_536;
const MEGABYTE = 1_000_000;

/**
 * The articles of records one a line; a file that is one JSON value over many lines is read whole.
 * @param megabytes a longer line, or value over many lines, is passed over
 */
export async function* readLines(reader: ByteReader, place: Place, megabytes: number): AsyncGenerator<Taken> {
  const { text, encoding } = decode((await reader.peek(SNIFFED)).subarray(0, SNIFFED));
  let chunks = reader.rest();
  if (encoding.startsWith('utf-16') || isOneValue(text)) {
    const whole = await reader.read(megabytes * MEGABYTE);
    if ((await reader.peek(1)).length) {
      const reason = `is one JSON value larger than ${megabytes} MB; give JSONL, one article a line`;
      return yield problemAt(place.file, null, reason);
    }
    chunks = oneValueOrLines(whole, isOneValue(text));
  }
  let vain = 0;
  for await (const line of linesOf(chunks, megabytes)) {
    const taken = takeLine(line, place);
    yield* taken;
    vain = taken.some(({ kind }) => kind === 'article') ? 0 : vain + taken.length;
    if (vain < MOST_VAIN) continue;
    const reason = `${MOST_VAIN} lines in a row hold no article; what follows is not read`;
    return yield problemAt(place.file, `line ${line.number}`, reason);
  }
}

/** Lines in a row that are no records, behind which a file is none of records. */
const MOST_VAIN = 1000;
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

/** The articles of one line of JSONL: one record, an array of records, or a JSON feed. */
function takeLine(line: Line, place: Place): Taken[] {
  const { file, given } = place;
  const at = `line ${line.number}`;
  if (line.tooLong)
    return [problemAt(file, at, `is longer than ${line.tooLong} MB; no report is, so it is passed over`)];
  const { text, brokenAt } = decode(line.bytes);
  if (!text.trim()) return [];
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return [problemAt(file, at, `is not valid JSON: ${clipped((error as Error).message)}`)];
  }
  const taken = Array.isArray(value)
    ? takeArray(value, line.number, file, given)
    : isFeed(value)
      ? [...takeFeed(text, place)]
      : takeRecord(value, `${file}#${line.number}`, at, line.bytes, file, given);
  return brokenAt === null
    ? taken
    : [
        ...taken,
        problemAt(file, `${at}, byte ${brokenAt}`, 'is not sound UTF-8; broken bytes are read as \ufffd'),
      ];
}

const isFeed = (value: unknown): boolean =>
  String((value as JsonRecord | null)?.version).startsWith('https://jsonfeed.org/');

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
