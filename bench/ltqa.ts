/**
 * Does the ledger's best equal the archive's number? Reads the incidents of LTQA (SemEval-2018 task 5) that have three
 * or more articles, each incident as one story, and compares the best of the question on killed and on wounded with the
 * archive's final counts. Beside it stand two baselines: the number that the claims of that measure give most often, and the same
 * where people told of one by one ("a man") count as the number one.
 *
 *   node bench/ltqa.ts [FOLDER] [--errors]
 *
 * FOLDER holds `incidents.jsonl.gz` and `articles.jsonl.gz` (default ../shared/data/ltqa).
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readInputs } from '../src/intake/inputs.ts';
import { loadCodebook } from '../src/ledger/codebook.ts';
import type { Ledger, Question } from '../src/ledger/ledger.ts';
import { ledgerOf, type Shelved } from '../src/pipeline.ts';
import type { Measure } from '../src/reading/claim.ts';
import { readArticle } from '../src/reading/read.ts';

interface Incident {
  readonly incident_uri: string;
  readonly num_killed: number;
  readonly num_injured: number;
}

interface Record_ {
  readonly incident: string;
  readonly title: string;
  readonly dct: string;
  readonly uri: string;
  readonly content: string;
}

interface Score {
  asked: number;
  best: number;
  within: number;
  frequent: number;
  frequentSingly: number;
}

const LEAST_ARTICLES = 3;
const ASKED: readonly (readonly [Measure, (incident: Incident) => number])[] = [
  ['killed', (incident) => incident.num_killed],
  ['wounded', (incident) => incident.num_injured],
];

const [folder = '../shared/data/ltqa'] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const showErrors = process.argv.includes('--errors');

async function main(): Promise<void> {
  const articles = grouped(lines<Record_>('articles'));
  const incidents = lines<Incident>('incidents').filter(
    ({ incident_uri }) => (articles.get(incident_uri)?.length ?? 0) >= LEAST_ARTICLES,
  );
  const scores = new Map(
    ASKED.flatMap(([measure]) =>
      [`${measure}, all`, `${measure}, one or more`, `${measure}, two or more`].map((name) => [
        name,
        fresh(),
      ]),
    ),
  );
  for (const incident of incidents) await scoreOne(incident, articles.get(incident.incident_uri)!, scores);
  console.log(`${incidents.length} incidents with ${LEAST_ARTICLES} or more articles`);
  console.log(
    'archive number of      incidents  best is it  within low and high  most frequent number is it  with those told of singly',
  );
  for (const [name, { asked, best, within, frequent, frequentSingly }] of scores)
    console.log(
      `${name.padEnd(22)} ${String(asked).padStart(9)}  ${share(best, asked)}  ${share(within, asked).padStart(19)}  ${share(frequent, asked).padStart(26)}  ${share(frequentSingly, asked).padStart(24)}`,
    );
}

async function scoreOne(
  incident: Incident,
  records: readonly Record_[],
  scores: ReadonlyMap<string, Score>,
): Promise<void> {
  const ledger = await ledgerOfIncident(incident.incident_uri, records);
  for (const [measure, numberOf] of ASKED) {
    const number = numberOf(incident);
    const question = mainQuestion(ledger, measure);
    const right = {
      best: (question?.best ?? 0) === number,
      within: isWithin(question, number),
      frequent: mostFrequent(ledger, measure, false) === number,
      frequentSingly: mostFrequent(ledger, measure, true) === number,
    };
    if (showErrors && !right.best)
      console.log(
        `${incident.incident_uri} ${measure} ${number}: ${question ? `${question.low}–${question.best}–${question.high} ${question.group}` : 'no question'}; most frequent ${mostFrequent(ledger, measure, true)}`,
      );
    add(scores.get(`${measure}, all`)!, right);
    if (number > 1) add(scores.get(`${measure}, two or more`)!, right);
    if (number > 0) add(scores.get(`${measure}, one or more`)!, right);
  }
}

/** The first question that the ledger shows of one event's people on the measure; of anything where there is none. */
function mainQuestion({ questions }: Ledger, measure: Measure): Question | undefined {
  const asked = questions.filter((question) => question.measure === measure && question.scope !== 'rate');
  return asked.find(({ scope, unit }) => scope === 'incident' && unit === 'person') ?? asked[0];
}

const isWithin = (question: Question | undefined, number: number): boolean =>
  question === undefined
    ? number === 0
    : (question.low ?? 0) <= number && number <= (question.high ?? Number.POSITIVE_INFINITY);

function mostFrequent({ entries }: Ledger, measure: Measure, singly: boolean): number {
  const counts = new Map<number, number>();
  for (const { figure, measure: its, single } of entries) {
    const number = single && !singly ? null : (figure.low ?? figure.high);
    if (its === measure && number !== null) counts.set(number, (counts.get(number) ?? 0) + 1);
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || a - b)[0]?.[0] ?? 0;
}

async function ledgerOfIncident(id: string, records: readonly Record_[]): Promise<Ledger> {
  const jsonl = records.map(({ title, dct, uri, content }) =>
    JSON.stringify({ title, published: dct, url: uri, text: content }),
  );
  const shelved: Shelved[] = [];
  const stdin = (async function* () {
    yield new TextEncoder().encode(jsonl.join('\n'));
  })();
  for await (const taken of readInputs(['-'], { stdin })) {
    if (taken.kind === 'problem') continue;
    const { article, claims, responses } = readArticle(taken.article);
    shelved.push({ article, claims, responses });
  }
  const articles = shelved.map(({ article }) => article.id).sort();
  return ledgerOf(
    { id, title: id, articles, from: null, to: null },
    shelved,
    { copies: [], corrections: [] },
    loadCodebook('plain'),
  );
}

function grouped(records: readonly Record_[]): ReadonlyMap<string, readonly Record_[]> {
  const groups = new Map<string, Record_[]>();
  for (const record of records) groups.set(record.incident, [...(groups.get(record.incident) ?? []), record]);
  return groups;
}

function lines<T>(name: string): readonly T[] {
  const text = gunzipSync(readFileSync(join(folder, `${name}.jsonl.gz`))).toString('utf8');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);
}

const fresh = (): Score => ({ asked: 0, best: 0, within: 0, frequent: 0, frequentSingly: 0 });

function add(score: Score, right: Readonly<Record<Exclude<keyof Score, 'asked'>, boolean>>): void {
  score.asked++;
  score.best += Number(right.best);
  score.within += Number(right.within);
  score.frequent += Number(right.frequent);
  score.frequentSingly += Number(right.frequentSingly);
}

const share = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;

await main();
