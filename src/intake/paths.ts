import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from './problem.ts';

/** A file to read, or why there is none. */
export type Found =
  | { readonly kind: 'file'; readonly file: string; readonly size: number }
  | { readonly kind: 'problem'; readonly problem: Problem };

/**
 * The files that a path means: itself, or all below a folder, in the order of their names by code unit so that it is the
 * same on every machine. Below a folder, names that begin with a dot are skipped.
 */
export async function* filesAt(path: string, depth = 0): AsyncGenerator<Found> {
  const known = await attempt(stat(path));
  if (known instanceof Error) return yield unreadable(path, known);
  if (known.isFile() || known.isFIFO() || known.isCharacterDevice()) {
    return yield { kind: 'file', file: path, size: known.size };
  }
  if (!known.isDirectory()) return yield problem(path, 'is neither a file nor a folder; name one that is');
  if (depth > 64) return yield problem(path, 'lies more than 64 folders deep; name it directly');
  const names = await attempt(readdir(path));
  if (names instanceof Error) return yield unreadable(path, names);
  for (const name of names.sort()) if (!name.startsWith('.')) yield* filesAt(join(path, name), depth + 1);
}

const problem = (file: string, reason: string): Found => ({
  kind: 'problem',
  problem: { file, place: null, reason },
});

/** What the system's error means for whoever gave the path. */
export function unreadable(file: string, error: Error): Found {
  const { code } = error as NodeJS.ErrnoException;
  const reasons: Record<string, string> = {
    ENOENT: 'does not exist; check the path',
    EACCES: 'may not be read by this user; change its rights',
    EPERM: 'may not be read by this user; change its rights',
    ELOOP: 'is a link that leads back to itself',
    ENAMETOOLONG: 'has a name that is too long for this system',
  };
  return problem(file, reasons[code ?? ''] ?? `cannot be read: ${error.message}`);
}

async function attempt<T>(promise: Promise<T>): Promise<T | Error> {
  try {
    return await promise;
  } catch (error) {
    return error as Error;
  }
}
