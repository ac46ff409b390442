/**
 * How fast text becomes sentences with trees, in one process on one core, and how right they are:
 *
 *   node bench/language.ts [--text FILE] [--treebank FILE.conllu[.gz]]…
 *
 * FILE is any plain text; without it the reports in examples/ are read over and over, a million tokens in all: text of more words is
 * slower, as less of what is looked up stays near the processor. For each treebank:
 * tags and trees of its tokens by genre, and tokens and sentences of its raw text.
 */

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readInputs } from '../src/intake/inputs.ts';
import { analyseText } from '../src/language/analyse.ts';
import { languageModel } from '../src/language/model.ts';
import { parse } from '../src/language/parser.ts';
import { tag } from '../src/language/tagger.ts';
import { bodyOf } from '../src/text/article.ts';
import { scoresOf } from '../training/language/scores.ts';
import { held } from './held.ts';

const MILLION = 1_000_000;
const REPORT = `Flood leaves dozens missing in Holtmark valley
NORTHTOWN (Agency) — At least 30 people were killed and more than 1,200 were forced to leave their homes after a dam
broke above the town of Holtmark on Monday, according to the interior ministry.
"We have not seen water like this since 1974," said Mira Byron, the mayor of the town, who had called for help on Sunday.
Rescue teams from three neighbouring regions, which sent 14 boats and two helicopters, reached the valley at 5:30 p.m.
Officials could not say how many of the missing had been found. The ministry's figures, they added, don't include tourists.
`;
/** Lines without end that a slow tokenizer would choke on. */
const LINES = ['word ', 'ab.cd', 'a', '-', "'", '1,', 'x@', 'Dr. ', 'no, '];

const { values } = parseArgs({
  options: { text: { type: 'string' }, treebank: { type: 'string', multiple: true } },
});
const text = values.text === undefined ? await exampleTexts() : readFileSync(values.text, 'utf8');

const loading = performance.now();
languageModel();
console.log(`model loaded in ${(performance.now() - loading).toFixed(0)} ms`);

analyseText(REPORT.repeat(20));
timed(
  'text to sentences',
  (sentences) => sentences.length,
  () => analyseText(text),
);
const model = languageModel();
const lexemes = analyseText(text).map(({ tokens }) => tokens.map((token) => model.look(token.text)));
timed(
  'tag and parse',
  (parses) => parses.length,
  () => lexemes.map((words) => parse(model.parser, words, tag(model.tagger, words))),
);
for (const unit of LINES) timeLine(unit);
for (const file of values.treebank ?? []) console.log(`${file}\n${scoresOf(file, model)}`);

/** The bodies of the reports in examples/. */
async function exampleTexts(): Promise<string> {
  const folder = fileURLToPath(new URL('../examples', import.meta.url));
  const lines: string[] = [];
  for await (const taken of readInputs([folder], { given: {} }))
    if (taken.kind === 'article') lines.push(bodyOf(taken.article));
  return lines.join('\n');
}

/** Repeats the work until a million tokens are done; the seconds are the processor's, so that a busy machine counts less. */
function timed<T>(name: string, use: (value: T) => number, work: () => T): void {
  const tokens = analyseText(text).reduce((sum, sentence) => sum + sentence.tokens.length, 0);
  const rounds = Math.ceil(MILLION / tokens);
  const cpu = process.cpuUsage();
  const began = performance.now();
  let used = 0;
  let early = 0;
  for (let round = 0; round < rounds; round++) {
    used += use(work());
    if (round === Math.floor(rounds / 10)) early = held();
  }
  const { user, system } = process.cpuUsage(cpu);
  const rate = (seconds: number): string => `${Math.round((rounds * tokens) / seconds / 1000)},000`;
  const grown = ((held() - early) / 1e6).toFixed(0);
  console.log(
    `${name}: ${rate((user + system) / 1e6)} tokens a second of processor time, ${rate((performance.now() - began) / 1000)} of the clock; ${rounds * tokens} tokens, ${used} sentences, ${grown} MB more held at the end than after a tenth`,
  );
}

/** Times a line of a hundred thousand characters and one of a million. */
function timeLine(unit: string): void {
  const seconds = [100_000, MILLION].map((length) => {
    const began = performance.now();
    analyseText(unit.repeat(length / unit.length));
    return (performance.now() - began) / 1000;
  });
  console.log(
    `${JSON.stringify(unit)} over and over: 100,000 characters ${seconds[0]!.toFixed(2)} s, a million ${seconds[1]!.toFixed(2)} s`,
  );
}
