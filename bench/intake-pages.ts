/**
 * Bodies, days and speed on a folder of pages, beside Readability and defuddle on linkedom, which get the page decoded.
 *
 *   node bench/intake-pages.ts PAGES [--segments FILE] [--dates FILE]
 *
 * PAGES holds .html or .html.gz. --segments: {url: {file, with, without}}, --dates: {file: day} or {url: {file, date}}.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { Readability } from '@mozilla/readability';
import { Defuddle } from 'defuddle/node';
import { parseHTML } from 'linkedom';
import { takeCapture } from '../src/intake/capture.ts';
import { declaredInHtml, decode } from '../src/intake/decode.ts';
import { dayOfStamp } from '../src/intake/published.ts';
import { bodyOf } from '../src/text/article.ts';

interface Answer {
  readonly body: string;
  readonly day: string | null;
}
const NOTHING: Answer = { body: '', day: null };

interface Segments {
  readonly file: string;
  readonly with: readonly string[];
  readonly without: readonly string[];
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { segments: { type: 'string' }, dates: { type: 'string' } },
});
const folder = positionals[0];
if (!folder)
  throw new Error(
    'name a folder of pages: node bench/intake-pages.ts PAGES [--segments FILE] [--dates FILE]',
  );

const pages = readdirSync(folder)
  .filter((name) => /\.html?(\.gz)?$/.test(name))
  .map((name) => ({ name: name.replace(/\.gz$/, ''), bytes: bytesOf(join(folder, name)) }));

for (const [name, extract] of [
  ['hearsay', byHearsay],
  ['readability', byReadability],
  ['defuddle', byDefuddle],
] as const) {
  const began = process.cpuUsage();
  const answers = new Map<string, Answer>();
  for (const page of pages) answers.set(page.name, await extract(page.bytes).catch(() => NOTHING));
  const { user, system } = process.cpuUsage(began);
  const seconds = (user + system) / 1e6;
  console.log(`${name}: ${pages.length} pages, ${(pages.length / seconds).toFixed(0)} a second of one core`);
  if (values.segments) console.log(`  segments ${segmentScores(answers, readJson(values.segments))}`);
  if (values.dates) console.log(`  days ${dayScore(answers, readJson(values.dates))}`);
}

function bytesOf(file: string): Uint8Array {
  const bytes = readFileSync(file);
  return file.endsWith('.gz') ? gunzipSync(bytes) : bytes;
}

function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(file, 'utf8'));
}

async function byHearsay(bytes: Uint8Array): Promise<Answer> {
  const [taken] = takeCapture(bytes, 'page.html', {});
  if (taken?.kind !== 'article') return NOTHING;
  return { body: bodyOf(taken.article), day: taken.article.published };
}

async function byReadability(bytes: Uint8Array): Promise<Answer> {
  const found = new Readability(documentOf(textOf(bytes)) as never).parse();
  return { body: wordsOf(found?.content ?? ''), day: dayOfStamp(found?.publishedTime) };
}

async function byDefuddle(bytes: Uint8Array): Promise<Answer> {
  const { log } = console;
  console.log = () => {};
  try {
    const { content, published } = await Defuddle(documentOf(textOf(bytes)) as never, undefined, {
      useAsync: false,
    });
    return { body: wordsOf(content), day: dayOfStamp(published) };
  } finally {
    console.log = log;
  }
}

function textOf(bytes: Uint8Array): string {
  return decode(bytes, declaredInHtml(bytes)).text;
}

function documentOf(html: string) {
  return parseHTML(html).document;
}

/** The words of a peer's HTML, a line a block. */
function wordsOf(html: string): string {
  const lined = html.replace(/<\/(?:p|div|li|h\d|tr|td|blockquote|figcaption)>|<br[^>]*>/gi, '$&\n');
  return documentOf(`<html><body>${lined}</body></html>`).body?.textContent ?? '';
}

function flat(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}

function percent(share: number): string {
  return (100 * share).toFixed(1);
}

function segmentScores(
  answers: ReadonlyMap<string, Answer>,
  gold: Readonly<Record<string, Segments>>,
): string {
  let [right, wrong, missed] = [0, 0, 0];
  for (const { file, with: own, without } of Object.values(gold)) {
    const body = flat(answers.get(file)?.body ?? '');
    const kept = own.filter((words) => body.includes(flat(words))).length;
    right += kept;
    missed += own.length - kept;
    wrong += without.filter((words) => body.includes(flat(words))).length;
  }
  const precision = right / (right + wrong || 1);
  const recall = right / (right + missed || 1);
  return `precision ${percent(precision)}, recall ${percent(recall)}, F1 ${percent((2 * precision * recall) / (precision + recall || 1))}`;
}

function dayScore(
  answers: ReadonlyMap<string, Answer>,
  gold: Readonly<Record<string, string | { file: string; date: string }>>,
): string {
  const days = Object.entries(gold).map(([key, value]) =>
    typeof value === 'string' ? ([key, value] as const) : ([value.file, value.date] as const),
  );
  const right = days.filter(([file, day]) => answers.get(file)?.day === day).length;
  return `${right} of ${days.length} right, ${percent(right / (days.length || 1))}`;
}
