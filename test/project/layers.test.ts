import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** What the linter says of a file with this content, planted in a layer for the moment. */
function lint(folder: string, content: string): { readonly status: number | null; readonly said: string } {
  const file = `src/${folder}/planted-violation.ts`;
  writeFileSync(`${root}${file}`, content);
  try {
    const { status, stdout, stderr } = spawnSync('npx', ['biome', 'lint', '--vcs-enabled=false', file], {
      cwd: root,
      encoding: 'utf8',
    });
    return { status, said: stdout + stderr };
  } finally {
    rmSync(`${root}${file}`);
  }
}

const FORBIDDEN: readonly (readonly [folder: string, target: string])[] = [
  ['text', '../reading/figure.ts'],
  ['intake', '../language/sentence.ts'],
  ['language', '../reading/figure.ts'],
  ['reading', '../stories/story.ts'],
  ['stories', '../ledger/ledger.ts'],
  ['ledger', '../store/store.ts'],
  ['pages', '../store/store.ts'],
  ['export', '../pages/report.ts'],
  ['pages', '../server/app.ts'],
  ['server', '../cli/main.ts'],
  ['reading', '../pipeline.ts'],
];

for (const [folder, target] of FORBIDDEN) {
  test(`the linter refuses src/${folder} importing ${target}`, () => {
    const { status, said } = lint(folder, `export * from '${target}';\n`);
    assert.equal(status, 1, said);
    assert.match(said, /may import only/);
  });
}

test('the linter lets src/reading import src/language', () => {
  const { status, said } = lint(
    'reading',
    "export type { Token as Planted } from '../language/sentence.ts';\n",
  );
  assert.equal(status, 0, said);
});

test('the linter refuses printing outside src/cli', () => {
  const { status, said } = lint('ledger', "console.log('no');\n");
  assert.equal(status, 1, said);
  assert.match(said, /noConsole/);
});
