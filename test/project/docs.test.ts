import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { COMMANDS } from '../../src/cli/commands.ts';
import { helpOf, overview } from '../../src/cli/help.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const manual = read('docs/cli.md');

for (const command of COMMANDS) {
  test(`docs/cli.md documents ${command.name} and its options`, () => {
    const heading = `## hearsay ${command.name}\n`;
    assert.ok(manual.includes(heading), `no heading ${JSON.stringify(heading)}`);
    const section = manual.slice(manual.indexOf(heading)).split('\n## ')[0]!;
    for (const { name } of command.options)
      assert.ok(section.includes(`--${name}`), `--${name} is not in its section`);
    for (const example of command.examples)
      assert.ok(section.includes(example), `example ${example} is not in its section`);
  });

  test(`every option that docs/cli.md gives for ${command.name} exists`, () => {
    const section = manual.split(`## hearsay ${command.name}\n`)[1]?.split('\n## ')[0] ?? '';
    const known = new Set(command.options.map(({ name }) => name));
    for (const [, name] of section.matchAll(/^\| `--([a-z-]+)/gm))
      assert.ok(known.has(name!), `--${name} is not an option`);
  });

  test(`the help of ${command.name} keeps to 80 columns and has examples`, () => {
    assert.ok(command.examples.length > 0);
    for (const line of helpOf(command).split('\n')) assert.ok(line.length <= 80, line);
  });
}

test('the overview keeps to 80 columns and names every command', () => {
  const text = overview(COMMANDS);
  for (const line of text.split('\n')) assert.ok(line.length <= 80, line);
  for (const { name } of COMMANDS) assert.ok(text.includes(name));
});

const PAGES = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(root, 'docs'), { recursive: true }).map((file) => `docs/${String(file)}`),
].filter((file) => file.endsWith('.md'));

for (const page of PAGES) {
  test(`every link and every named file of ${page} exists`, () => {
    const text = read(page);
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, target]) =>
      join(dirname(page), target!),
    );
    const named = [
      ...text.matchAll(/`((?:src|lexicon|docs|test|bench|training|models|examples|bin)\/[\w./-]*)`/g),
    ].map(([, target]) => target!);
    for (const target of [...links, ...named])
      assert.ok(existsSync(join(root, target)), `${page} names ${target}`);
  });
}
