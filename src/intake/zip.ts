import type { Readable } from 'node:stream';
import { type Entry, fromBuffer, open, type ZipFile } from 'yauzl';

/** A file in a ZIP archive, or why it cannot be read. */
export type ZipEntry =
  | { readonly kind: 'entry'; readonly name: string; readonly bytes: AsyncIterable<Uint8Array> }
  | { readonly kind: 'bad'; readonly name: string; readonly reason: string };

const SETTINGS = { lazyEntries: true, autoClose: false, strictFileNames: false } as const;

/**
 * The files of a ZIP archive in the order of its directory; folders and hidden files are left out. Each must be read before
 * the next.
 * @param archive a path, or the archive's bytes
 * @throws Error where it has no directory, as a cut archive has none
 */
export async function* entriesOf(archive: string | Uint8Array): AsyncGenerator<ZipEntry> {
  const zip = await opened(archive);
  try {
    for (let entry = await nextOf(zip); entry; entry = await nextOf(zip)) {
      const name = entry.fileName;
      if (name.endsWith('/') || /(?:^|\/)(?:\.|__MACOSX\/)/.test(name)) continue;
      const bytes = await streamOf(zip, entry);
      yield bytes instanceof Error
        ? { kind: 'bad', name, reason: bytes.message }
        : { kind: 'entry', name, bytes };
      if (!(bytes instanceof Error)) bytes.destroy();
    }
  } finally {
    zip.close();
  }
}

const opened = (archive: string | Uint8Array): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    const done = (error: Error | null, zip: ZipFile): void => (error ? reject(error) : resolve(zip));
    if (typeof archive === 'string') open(archive, SETTINGS, done);
    else fromBuffer(Buffer.from(archive.buffer, archive.byteOffset, archive.length), SETTINGS, done);
  });

/** The next entry of the directory; `null` behind the last. */
const nextOf = (zip: ZipFile): Promise<Entry | null> =>
  new Promise((resolve, reject) => {
    const settle = (finish: () => void) => (): void => {
      zip.removeAllListeners();
      finish();
    };
    zip.once('entry', (entry: Entry) => settle(() => resolve(entry))());
    zip.once(
      'end',
      settle(() => resolve(null)),
    );
    zip.once('error', (error: Error) => settle(() => reject(error))());
    zip.readEntry();
  });

const streamOf = (zip: ZipFile, entry: Entry): Promise<Readable | Error> =>
  new Promise((resolve) => {
    if (entry.isEncrypted()) return resolve(new Error('is encrypted; unpack it with its password'));
    zip.openReadStream(entry, (error, stream) => resolve(error ?? stream));
  });
