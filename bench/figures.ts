/**
 * How many 600-word articles a second the figures reader takes, the language analysis left out.
 *
 *   node bench/figures.ts FOLDER     every .txt file below the folder is read three times; the best counts
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyseText } from '../src/language/analyse.ts';
import { readFigures } from '../src/reading/figures.ts';

const WORDS = 600;
const ROUNDS = 3;

const folder = process.argv[2];
if (!folder) throw new Error('name a folder of .txt files');
const articles = globSync('**/*.txt', { cwd: folder }).map((file) => {
  const text = readFileSync(join(folder, file), 'utf8');
  return { text, sentences: analyseText(text) };
});
const words = articles.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
const best = Math.min(...Array.from({ length: ROUNDS }, seconds));
process.stdout.write(
  `${articles.length} texts, ${words} words, ${Math.round(words / WORDS / best)} articles of ${WORDS} words a second\n`,
);

function seconds(): number {
  const begun = performance.now();
  for (const { text, sentences } of articles) readFigures(text, sentences);
  return (performance.now() - begun) / 1000;
}
