/**
 * Writes what the product says today into the expected ledgers, to be read line by line against the reports before it is
 * committed. Run by hand: `node test/examples/write.ts`.
 */
import { writeFileSync } from 'node:fs';
import { read } from '../../src/index.ts';
import { expectedFile, STORIES, storyFolder } from './expected.ts';
import { ledgerLines } from './ledger-lines.ts';

if (process.env.CI) throw new Error('expected ledgers are written by hand, not by CI');
for (const story of STORIES)
  writeFileSync(expectedFile(story), `${ledgerLines(await read(storyFolder(story)))}\n`);
