import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { newFolder, ROOT, recordsIn } from '../cli/run.ts';

describe('the package, packed and installed elsewhere', () => {
  const folder = newFolder();
  const run = (command: string, ...words: string[]): string =>
    execFileSync(command, words, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const report = 'Police said on Tuesday that at least 12 people were killed when a ferry sank off Tarn.\n';

  before(() => {
    const packed = newFolder();
    execFileSync('npm', ['pack', '--pack-destination', packed], { cwd: ROOT, stdio: 'pipe' });
    writeFileSync(
      join(folder, 'package.json'),
      JSON.stringify({ name: 'user', type: 'module', private: true }),
    );
    run(
      'npm',
      'install',
      '--prefer-offline',
      '--no-audit',
      '--no-fund',
      join(packed, readdirSync(packed)[0]!),
    );
    mkdirSync(join(folder, 'reports'));
    writeFileSync(join(folder, 'reports', 'one.txt'), report);
  });

  test('holds JavaScript and types, and neither sources nor tests', () => {
    const inside = join(folder, 'node_modules', 'hearsay');
    for (const file of ['dist/index.js', 'dist/index.d.ts', 'lexicon', 'models', 'README.md', 'LICENSE'])
      assert.ok(existsSync(join(inside, file)), file);
    for (const file of ['src', 'test', 'examples', 'training'])
      assert.ok(!existsSync(join(inside, file)), file);
  });

  test('reads from the command line', () => {
    const out = run(
      process.execPath,
      'node_modules/hearsay/bin/hearsay.js',
      'read',
      'reports',
      '--format',
      'jsonl',
    );
    const [claim] = recordsIn(out).filter(({ record }) => record === 'claim');
    assert.equal(claim?.measure, 'killed');
    assert.ok(existsSync(join(folder, 'hearsay.db')));
  });

  test('reads as a library', () => {
    writeFileSync(
      join(folder, 'use.js'),
      `import { read } from 'hearsay';
       const { ledgers, articles, problems } = await read('reports');
       console.log(JSON.stringify([ledgers.length, articles.size, problems.length, ledgers[0].questions[0].measure]));`,
    );
    assert.deepEqual(JSON.parse(run(process.execPath, '--disable-warning=ExperimentalWarning', 'use.js')), [
      1,
      1,
      0,
      'killed',
    ]);
  });

  test('has types that a strict program compiles against', () => {
    writeFileSync(
      join(folder, 'use.ts'),
      `import { read, type Assertion, type ReadResult } from 'hearsay';
       const result: ReadResult = await read(['reports'], { codebook: 'plain' });
       const first: Assertion | undefined = result.ledgers[0]?.assertions[0];
       const low: number | null = first?.figure.low ?? null;
       export const wrong: string = low as unknown as string;\n`,
    );
    const tsc = join(ROOT, 'node_modules', '.bin', 'tsc');
    run(
      tsc,
      '--noEmit',
      '--strict',
      '--module',
      'nodenext',
      '--target',
      'es2024',
      '--types',
      '',
      '--exactOptionalPropertyTypes',
      'use.ts',
    );
    writeFileSync(
      join(folder, 'wrong.ts'),
      `import { read } from 'hearsay';\nconst n: number = await read('x');\nexport { n };\n`,
    );
    assert.throws(() =>
      run(
        tsc,
        '--noEmit',
        '--strict',
        '--module',
        'nodenext',
        '--target',
        'es2024',
        '--types',
        '',
        'wrong.ts',
      ),
    );
  });
});
