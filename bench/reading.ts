import { fileURLToPath } from 'node:url';
import { readInputs } from '../src/intake/inputs.ts';
import { analyse } from '../src/language/analyse.ts';
import { readClaims } from '../src/reading/claims.ts';
import { readFigures } from '../src/reading/figures.ts';
import { readResponses } from '../src/reading/responses.ts';
import { readStatements } from '../src/reading/statements.ts';
import { readTimes } from '../src/reading/times.ts';
import type { Article } from '../src/text/article.ts';
import { held } from './held.ts';

/**
 * From an article's text to claims and responses on one core: articles of 600 words a second, and the share of each stage.
 * `node bench/reading.ts [PATH…]`; the examples where no path is given. By processor time, that of the engine's other threads
 * included, which compile while the first articles are read; 50 articles are read before, so that the models are there.
 */
const WORDS = 600;
const paths = process.argv.slice(2);
const articles: Article[] = [];
for await (const taken of readInputs(
  paths.length ? paths : [fileURLToPath(new URL('../examples', import.meta.url))],
  { given: {} },
))
  if (taken.kind === 'article') articles.push(taken.article);
const keptWords = ({ text, blocks }: Article): number =>
  blocks
    .filter(({ kept }) => kept)
    .reduce((sum, { start, end }) => sum + text.slice(start, end).split(/\s+/).filter(Boolean).length, 0);

const spent = { language: 0, figures: 0, times: 0, statements: 0, claims: 0, responses: 0 };
const run = <T>(stage: keyof typeof spent, work: () => T): T => {
  const before = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(before);
  spent[stage] += (user + system) / 1e6;
  return value;
};
function read(article: Article): void {
  const sentences = run('language', () => analyse(article));
  const figures = run('figures', () => readFigures(article.text, sentences));
  const times = run('times', () => readTimes(article.text, sentences, article.published));
  const statements = run('statements', () => readStatements(article, sentences, times));
  const claims = run('claims', () => readClaims({ article, sentences, figures, times, statements }));
  run('responses', () => readResponses(article, sentences, statements, claims));
}

for (const article of articles.slice(0, 50)) read(article);
for (const [name, count] of [
  ['the first', 200],
  ['the next', 1000],
] as const) {
  for (const stage of Object.keys(spent)) spent[stage as keyof typeof spent] = 0;
  const memory = held();
  let words = 0;
  while (words < count * WORDS)
    for (const article of articles) {
      read(article);
      words += keptWords(article);
    }
  const seconds = Object.values(spent).reduce((sum, one) => sum + one, 0);
  console.log(
    `${name} ${(words / WORDS).toFixed(0)} articles of ${WORDS} words: ${(words / WORDS / seconds).toFixed(1)} a second of ` +
      `processor time; ${Math.round((held() - memory) / 1e6)} MB more are held at the end than at the start`,
  );
  for (const [stage, one] of Object.entries(spent))
    console.log(`  ${stage.padEnd(11)}${((100 * one) / seconds).toFixed(0).padStart(3)} %`);
}
