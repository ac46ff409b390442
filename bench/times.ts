/**
 * Times read a second: `node bench/times.ts [FILE…]`. Reads each text file as one article, or, without files, an
 * invented one; sentences are made beforehand, so that the time is that of reading times alone.
 */
import { readFileSync } from 'node:fs';
import { analyseText } from '../src/language/analyse.ts';
import { readTimes } from '../src/reading/times.ts';

const PARAGRAPH =
  'The ferry left the harbour at 7 a.m. on Tuesday with 41 people aboard, officials said on Thursday. ' +
  'Earlier this month the company had promised repairs that would take two weeks, after a fire in August 2019. ' +
  'Divers searched over the weekend and will return next Monday, a spokeswoman said. In the past three years the ' +
  'port has lost six vessels, more than in the 1990s, and its insurer pays about $4 million a year. ';
const WORDS_AN_ARTICLE = 600;
const SECONDS = 5;

const texts =
  process.argv.length > 2
    ? process.argv.slice(2).map((file) => readFileSync(file, 'utf8'))
    : [PARAGRAPH.repeat(8)];
const words = texts.reduce((sum, text) => sum + (text.match(/\S+/g)?.length ?? 0), 0);
const analysed = texts.map((text) => ({ text, sentences: analyseText(text) }));
let rounds = 0;
let times = 0;
const began = performance.now();
while (performance.now() - began < SECONDS * 1000) {
  for (const { text, sentences } of analysed) times += readTimes(text, sentences, '2021-05-20').length;
  rounds++;
}
const seconds = (performance.now() - began) / 1000;
const articles = (rounds * words) / WORDS_AN_ARTICLE;
console.log(
  `${(articles / seconds).toFixed(0)} articles of ${WORDS_AN_ARTICLE} words a second, ${(times / seconds).toFixed(0)} times a second`,
);
