import { ByteReader } from './byte-reader.ts';
import { noteAt, problemAt, type Taken, takeCapture } from './capture.ts';
import { Damage, membersOf } from './gzip.ts';
import { answerIn, BadAnswer, bodyOf, type Headers } from './http-answer.ts';
import { magicOf } from './sniff.ts';
import type { Known, Place } from './source.ts';

/** How far the reading of an archive has come. */
interface Run {
  /** Records seen, from 1. */
  record: number;
  /** How many records hold no report, by why. */
  readonly others: Map<string, number>;
}

const LONGEST_LINE = 65_536;
const MOST_HEADERS = 500;
const MOST_BYTES = 64_000_000;
const BEGINS = /^WARC\/[01]\.\d+\s*$/;

/**
 * The pages of a WARC file (ISO 28500), record by record. A damaged record is named with its number and offset, and reading
 * goes on at the next that begins.
 */
export async function* readWarc(reader: ByteReader, place: Place): AsyncGenerator<Taken> {
  const run: Run = { record: 0, others: new Map() };
  yield* recordsIn(reader, place, run, (offset) => offset);
  yield* othersOf(run, place);
}

/** The same of a WARC file in which each record, or any number of them, is packed by gzip. */
export async function* readPackedWarc(reader: ByteReader, place: Place): AsyncGenerator<Taken> {
  const run: Run = { record: 0, others: new Map() };
  for await (const { offset, bytes } of membersOf(reader)) {
    const before = run.record;
    try {
      yield* recordsIn(new ByteReader(bytes), place, run, () => offset);
    } catch (error) {
      if (!(error instanceof Damage)) throw error;
      if (run.record === before) run.record++;
      yield problemAt(place.file, placeOf(run, error.offset), `${error.message}; the next record is read`);
    }
  }
  yield* othersOf(run, place);
}

const placeOf = ({ record }: Run, offset: number): string => `record ${record}, byte ${offset}`;

async function* recordsIn(
  reader: ByteReader,
  place: Place,
  run: Run,
  offsetIn: (offset: number) => number,
): AsyncGenerator<Taken> {
  for (;;) {
    const passed = await toNextRecord(reader);
    const offset = offsetIn(reader.offset);
    if (passed.lost)
      yield problemAt(
        place.file,
        placeOf(run, offsetIn(passed.from)),
        `${passed.lost} bytes are no WARC record and are passed over`,
      );
    if (!passed.found) return;
    run.record++;
    try {
      yield* readRecord(reader, place, run, offset);
    } catch (error) {
      if (!(error instanceof Broken || error instanceof BadAnswer)) throw error;
      yield problemAt(place.file, placeOf(run, offset), error.message);
    }
  }
}

/** A record that cannot be read as it stands; the next one can. */
class Broken extends Error {}

/** Passes over what lies before the next record's first line. */
async function toNextRecord(
  reader: ByteReader,
): Promise<{ readonly found: boolean; readonly lost: number; readonly from: number }> {
  const from = reader.offset;
  let lost = 0;
  for (let line = await reader.line(LONGEST_LINE); line.length; line = await reader.line(LONGEST_LINE)) {
    if (line.length < 16 && BEGINS.test(Buffer.from(line).toString('latin1'))) {
      reader.unread(line);
      return { found: true, lost, from };
    }
    if (Buffer.from(line).toString('latin1').trim()) lost += line.length;
  }
  return { found: false, lost, from };
}

async function* readRecord(
  reader: ByteReader,
  place: Place,
  run: Run,
  offset: number,
): AsyncGenerator<Taken> {
  await reader.line(LONGEST_LINE);
  const headers = await headersOf(reader);
  const length = Number(headers.get('content-length') ?? Number.NaN);
  if (!Number.isSafeInteger(length) || length < 0)
    throw new Broken(`has no Content-Length but ${JSON.stringify(headers.get('content-length') ?? null)}`);
  const why = whyNot(headers) ?? (length > MOST_BYTES ? `more than ${MOST_BYTES / 1_000_000} MB` : null);
  if (why) {
    run.others.set(why, (run.others.get(why) ?? 0) + 1);
    const passed = await reader.skip(length);
    if (passed < length) throw new Broken(cutAt(length, passed));
    return;
  }
  const bytes = await reader.read(length);
  if (bytes.length < length) throw new Broken(cutAt(length, bytes.length));
  yield* takeContent(bytes, headers, place, run, offset);
}

const cutAt = (length: number, has: number): string =>
  `is cut: ${has} of its ${length} bytes are there; fetch the archive again`;

/** Why a record holds no report; `null` where it may. */
function whyNot(headers: Headers): string | null {
  const type = headers.get('warc-type')?.toLowerCase() ?? 'without a type';
  if (type !== 'response' && type !== 'resource' && type !== 'conversion') return type;
  return /^(?:dns|whois|urn|metadata):/i.test(headers.get('warc-target-uri') ?? '') ? 'no web page' : null;
}

/** @throws Broken where the headers have no end */
async function headersOf(reader: ByteReader): Promise<Headers> {
  const headers = new Map<string, string>();
  let last: string | null = null;
  for (let i = 0; i < MOST_HEADERS; i++) {
    const line = new TextDecoder().decode(await reader.line(LONGEST_LINE));
    const words = line.trim();
    if (!words) return headers;
    const [, name = '', value = ''] = /^([^\s:]+)\s*:\s*(.*)$/s.exec(words) ?? [];
    if (/^\s/.test(line) && last) headers.set(last, `${headers.get(last)} ${words}`);
    else if (name) {
      last = name.toLowerCase();
      if (!headers.has(last)) headers.set(last, value);
    }
  }
  throw new Broken(`has more than ${MOST_HEADERS} lines of headers`);
}

function* takeContent(
  bytes: Uint8Array,
  headers: Headers,
  place: Place,
  run: Run,
  offset: number,
): Generator<Taken> {
  const http = headers.get('warc-type')?.toLowerCase() === 'response' ? answerIn(bytes) : null;
  const type = mediaType(http ? http.headers.get('content-type') : headers.get('content-type'));
  const why = http && http.status !== 200 ? `status ${http.status}` : isReadable(type) ? null : type;
  if (why) return void run.others.set(why, (run.others.get(why) ?? 0) + 1);
  const body = http ? bodyOf(http, MOST_BYTES) : bytes;
  if (!body.length || magicOf(body)) {
    const what = body.length ? magicOf(body)! : 'empty';
    return void run.others.set(what, (run.others.get(what) ?? 0) + 1);
  }
  const known: Known = {
    ...place.known,
    url: headers.get('warc-target-uri')?.replace(/^<|>$/g, '') ?? null,
    charset: charsetIn(http?.headers.get('content-type') ?? headers.get('content-type')),
    at: headers.get('warc-date') ?? null,
  };
  const form = /html/.test(type) ? 'html' : type === 'text/plain' ? 'text' : null;
  for (const taken of takeCapture(body, `${place.file}#${run.record}`, place.given, form, known))
    yield taken.kind === 'article' ? taken : placed(taken, place, run, offset);
}

const placed = (
  taken: Extract<Taken, { kind: 'problem' }>,
  place: Place,
  run: Run,
  offset: number,
): Taken => ({
  kind: 'problem',
  problem: {
    ...taken.problem,
    file: place.file,
    place: [placeOf(run, offset), taken.problem.place].filter(Boolean).join(', '),
  },
});

const mediaType = (value = ''): string => value.split(';')[0]!.trim().toLowerCase() || 'without a media type';
const charsetIn = (value: string | undefined): string | null =>
  /charset\s*=\s*["']?([\w-]+)/i.exec(value ?? '')?.[1] ?? null;
const isReadable = (type: string): boolean =>
  /^(?:text\/(?:html|plain)|application\/xhtml\+xml|without a media type)$/.test(type);

function* othersOf({ others, record }: Run, { file }: Place): Generator<Taken> {
  if (!record) return yield problemAt(file, null, 'holds no WARC record');
  const counts = [...others].sort(([a], [b]) => (a < b ? -1 : 1)).map(([why, count]) => `${count} ${why}`);
  if (counts.length)
    yield noteAt(file, null, `of its ${record} records these hold no page: ${counts.join(', ')}`);
}
