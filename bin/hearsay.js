#!/usr/bin/env -S node --disable-warning=ExperimentalWarning
// Plain JavaScript that any runtime can parse, so that one too old for the rest is told so in one line.
import { existsSync } from 'node:fs';
import module from 'node:module';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `hearsay needs Node 22.18 or newer, this is ${process.versions.node}; in a checkout, "npm ci" brings one that "npx hearsay" uses`,
  );
  process.exit(2);
}
// Halves the start: what Node compiled last time is taken from its cache.
module.enableCompileCache();
const built = new URL('../dist/cli/main.js', import.meta.url);
const source = new URL('../src/cli/main.ts', import.meta.url);
const { main } = await import(existsSync(source) ? source.href : built.href);
process.exitCode = await main(process.argv.slice(2));
