import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const BIN = join(ROOT, 'bin/hearsay.js');

/** What one run of the command line came to. */
export interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly said: string;
}

/** Runs the command line in the project's folder. */
export function hearsay(
  words: readonly string[],
  options: { readonly input?: string | Buffer; readonly cwd?: string } = {},
): Ran {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', BIN, ...words],
    {
      cwd: options.cwd ?? ROOT,
      input: options.input ?? '',
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    },
  );
  return { status, out: stdout, said: stderr };
}

/** A new folder, gone with the system's temporary files. */
export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'hearsay-test-'));

/** The records of a JSONL output. */
export const recordsIn = (out: string): Record<string, unknown>[] =>
  out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
