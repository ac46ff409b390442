import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { isAddress } from './addresses.ts';
import { problemAt, type Taken } from './capture.ts';
import { type FetchOptions, fetchAddress } from './fetch.ts';
import type { Given } from './origin.ts';
import { filesAt, unreadable } from './paths.ts';
import { magicOf } from './sniff.ts';
import type { Place } from './source.ts';
import { once, readFetched, readStream, readZip } from './streams.ts';

export type { Taken } from './capture.ts';
export type { Given } from './origin.ts';

export interface InputOptions {
  /** What `-` reads; the process's standard input where not given. */
  readonly stdin?: AsyncIterable<Uint8Array>;
  readonly given?: Given;
  /** How addresses are fetched. */
  readonly fetch?: FetchOptions;
}

const MEGABYTE = 1_000_000;
/** Files up to this size are read in one go. */
const SMALL = 8 * MEGABYTE;

/**
 * Takes the articles of files, folders, addresses and standard input (`-`), in the order given; folders by name. Never throws:
 * an input or a record that cannot be read is a problem, and the next one is read. Holds one capture in memory at a time.
 */
export async function* readInputs(
  paths: readonly string[],
  options: InputOptions = {},
): AsyncGenerator<Taken> {
  const placeOf = (file: string): Place => ({ file, given: options.given ?? {}, known: {}, depth: 0 });
  for (const path of paths) {
    if (path === '-') {
      yield* guarded('-', readStream(options.stdin ?? process.stdin, placeOf('-')));
    } else if (isAddress(path)) {
      yield* readAddress(path, options.given, options.fetch);
    } else
      for await (const found of filesAt(path)) {
        if (found.kind === 'problem') yield found;
        else yield* guarded(found.file, readFileAt(placeOf(found.file), found.size));
      }
  }
}

/** Takes the articles of bytes that are in hand, such as an upload, under the name `file`; otherwise as {@link readInputs}. */
export async function* readBytes(bytes: Uint8Array, file: string, given: Given = {}): AsyncGenerator<Taken> {
  yield* guarded(file, readStream(once(bytes), { file, given, known: {}, depth: 0 }));
}

/** Fetches an address and takes the articles of what its server gives; otherwise as {@link readInputs}. */
export async function* readAddress(
  address: string,
  given: Given = {},
  options: FetchOptions = {},
): AsyncGenerator<Taken> {
  yield* guarded(address, readAnswer({ file: address, given, known: {}, depth: 0 }, options));
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

/** A ZIP archive is read where it lies, as its directory stands at its end. */
async function* readFileAt(place: Place, size: number): AsyncGenerator<Taken> {
  const { file } = place;
  const small = size > 0 && size <= SMALL ? await readFile(file) : null;
  const head = small ?? (size > SMALL ? await headOf(file) : new Uint8Array());
  if (magicOf(head)?.startsWith('a ZIP archive')) yield* readZip(file, place);
  else yield* readStream(small ? once(small) : createReadStream(file, { highWaterMark: MEGABYTE }), place);
}

async function headOf(file: string): Promise<Uint8Array> {
  for await (const chunk of createReadStream(file, { end: 15 })) return chunk as Uint8Array;
  return new Uint8Array();
}

async function* readAnswer(place: Place, options: FetchOptions): AsyncGenerator<Taken> {
  const found = await fetchAddress(place.file, options);
  if (found.kind === 'failed') yield problemAt(place.file, null, found.reason);
  else if (found.kind === 'fetched') yield* readFetched(found, place);
}
