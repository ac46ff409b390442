import { once } from 'node:events';
import { crc32, createInflateRaw, type InflateRaw } from 'node:zlib';
import type { ByteReader } from './byte-reader.ts';

/** What is wrong with packed bytes, and where in them. */
export class Damage extends Error {
  /** Of the byte in the packed stream, from its beginning. */
  readonly offset: number;
  constructor(reason: string, offset: number) {
    super(reason);
    this.offset = offset;
  }
}

/** One of the gzip streams that make up a file. Its bytes may be left unread; they throw {@link Damage}. */
export interface Member {
  readonly offset: number;
  readonly bytes: AsyncGenerator<Uint8Array>;
}

const MAGIC = [0x1f, 0x8b, 8] as const;
/** Packed bytes of a member that are kept to look for the next one in, should it be damaged. */
const KEPT = 8_000_000;
/** No archive of texts unpacks to more than this many times its size; below the floor nobody asks. */
const MOST_RATIO = 300;
const FLOOR = 64_000_000;

/**
 * The members of a gzip file, one after the other. Behind a damaged one reading goes on at the next that begins;
 * what lies between two members and is none is passed over.
 */
export async function* membersOf(reader: ByteReader): AsyncGenerator<Member> {
  while (await findMember(reader)) {
    const { offset } = reader;
    const kept: Uint8Array[] = [];
    const bytes = inflated(reader, kept);
    let damaged = false;
    yield { offset, bytes: watched(bytes, () => (damaged = true)) };
    try {
      for await (const _ of bytes);
    } catch {
      damaged = true;
    }
    if (damaged) {
      reader.unread(Buffer.concat(kept));
      await reader.skip(MAGIC.length);
    }
  }
}

/** All members as one stream of bytes. */
export async function* gunzipped(reader: ByteReader): AsyncGenerator<Uint8Array> {
  for await (const { bytes } of membersOf(reader)) yield* bytes;
}

async function* watched(bytes: AsyncGenerator<Uint8Array>, onDamage: () => void): AsyncGenerator<Uint8Array> {
  try {
    for (let next = await bytes.next(); !next.done; next = await bytes.next()) yield next.value;
  } catch (error) {
    onDamage();
    throw error;
  }
}

/** Passes over bytes until a member begins; whether one does. */
async function findMember(reader: ByteReader): Promise<boolean> {
  for (;;) {
    const head = await reader.peek(64_000);
    if (head.length < 4) return false;
    for (let at = head.indexOf(MAGIC[0]); at >= 0; at = head.indexOf(MAGIC[0], at + 1)) {
      if (at + 4 > head.length) break;
      if (head[at + 1] !== MAGIC[1] || head[at + 2] !== MAGIC[2] || head[at + 3]! > 0x1f) continue;
      await reader.skip(at);
      return true;
    }
    await reader.skip(head.length - 3);
  }
}

async function* inflated(reader: ByteReader, kept: Uint8Array[]): AsyncGenerator<Uint8Array> {
  const { offset } = reader;
  kept.push(await passHeader(reader));
  const inflate = createInflateRaw();
  let failure: Error | null = null;
  inflate.on('error', (error) => {
    failure = error;
  });
  const fed = feed(reader, inflate, kept);
  let size = 0;
  let checksum = 0;
  try {
    for await (const part of inflate as AsyncIterable<Uint8Array>) {
      size += part.length;
      checksum = crc32(part, checksum);
      if (size > FLOOR && size > inflate.bytesWritten * MOST_RATIO)
        throw new Damage(
          `unpacks to more than ${MOST_RATIO} times its size, as no archive of texts does`,
          offset,
        );
      yield part;
    }
  } catch (error) {
    if (error instanceof Damage) throw error;
    throw new Damage(`is damaged: ${(failure ?? (error as Error)).message}`, offset + inflate.bytesWritten);
  } finally {
    inflate.destroy();
    await fed;
  }
  const trailer = await reader.read(8);
  kept.push(trailer);
  if (trailer.length < 8) throw new Damage('ends before its checksum; the file is cut', reader.offset);
  if (new DataView(trailer.buffer, trailer.byteOffset).getUint32(0, true) !== checksum)
    throw new Damage('is damaged: its checksum does not match', offset);
}

/** Writes packed bytes until the member ends; what lies behind its end goes back. */
async function feed(reader: ByteReader, inflate: InflateRaw, kept: Uint8Array[]): Promise<void> {
  let written = 0;
  let size = 0;
  const gone = Promise.race([once(inflate, 'close'), once(inflate, 'end')]).catch(() => {});
  while (!inflate.destroyed && inflate.bytesWritten === written) {
    const part = await reader.take(65_536);
    if (!part.length) {
      inflate.end();
      break;
    }
    written += part.length;
    size += part.length;
    kept.push(part);
    while (size > KEPT) size -= kept.shift()!.length;
    await Promise.race([new Promise<void>((resolve) => inflate.write(part, () => resolve())), gone]);
  }
  await gone;
  for (let behind = written - inflate.bytesWritten; behind > 0; ) {
    const last = kept.pop()!;
    const back = last.subarray(Math.max(0, last.length - behind));
    reader.unread(back);
    behind -= back.length;
    if (back.length < last.length) kept.push(last.subarray(0, last.length - back.length));
  }
}

const LONGEST_HEADER = 66_000;

/** Passes over a member's header; its bytes. */
async function passHeader(reader: ByteReader): Promise<Uint8Array> {
  const head = await reader.peek(12);
  if (head.length < 10) throw new Damage('ends within a header; the file is cut', reader.offset);
  const flags = head[3]!;
  let length = 10;
  if (flags & 4) length += 2 + head[10]! + head[11]! * 256;
  for (const flag of [8, 16]) {
    if (!(flags & flag)) continue;
    const end = (await reader.peek(length + LONGEST_HEADER)).indexOf(0, length);
    if (end < 0) throw new Damage('is damaged: a name in its header has no end', reader.offset);
    length = end + 1;
  }
  return reader.read(flags & 2 ? length + 2 : length);
}
