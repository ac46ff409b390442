import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeCorpus } from './corpus.ts';

/**
 * The main job over varied copies of the examples, one process a size: articles a second, peak memory, and how both
 * grow. `node bench/read.ts [SIZE…]`; 100, 1000 and 10000 where not given.
 */
const sizes = process.argv.slice(2).map(Number);
const one = fileURLToPath(new URL('read-one.ts', import.meta.url));
const rows: { articles: number; perSecond: number; megabytes: number; stories: number }[] = [];
for (const size of sizes.length ? sizes : [100, 1000, 10_000]) {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-bench-'));
  mkdirSync(join(folder, 'reports'));
  writeCorpus(join(folder, 'reports'), size);
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', one, folder],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`reading ${size} articles failed: ${stderr}`);
  rows.push(JSON.parse(stdout));
  rmSync(folder, { recursive: true });
}
console.table(
  rows.map((row) => ({
    ...row,
    'speed to first': (row.perSecond / rows[0]!.perSecond).toFixed(2),
    'memory to first': (row.megabytes / rows[0]!.megabytes).toFixed(2),
  })),
);
