import type { FetchOptions } from '../intake/fetch.ts';
import { type Given, readInputs } from '../intake/inputs.ts';
import type { Problem } from '../intake/problem.ts';
import { analyse, analyseWhole } from '../language/analyse.ts';
import { toConllu } from '../language/conllu.ts';
import { readFigures } from '../reading/figures.ts';
import { isRead } from '../reading/languages.ts';
import { readStatements } from '../reading/statements.ts';
import { readTimes } from '../reading/times.ts';
import { type Article, bodyOf } from '../text/article.ts';
import { isDay } from '../text/interval.ts';
import { addLexicon } from '../text/lexicon.ts';
import { piecesOf } from '../text/posts.ts';
import { type Call, type Command, type Option, type Status, UsageError } from './command.ts';
import { emit, emitRecords, report } from './output.ts';
import { eachTokens } from './tokens.ts';

export const PUBLISHED: Option = {
  name: 'published',
  value: 'DAY',
  help: 'publication day of every input, as 2024-12-26',
};
export const OUTLET: Option = { name: 'outlet', value: 'NAME', help: 'outlet of every input' };
export const LEXICON: Option = {
  name: 'lexicon',
  value: 'FOLDER',
  help: 'your own data files, laid out as lexicon/ is',
};

export const ALLOW_PRIVATE: Option = {
  name: 'allow-private',
  help: 'also fetch from addresses of this machine and of private networks',
};

/** How the call's addresses are fetched. */
export const fetchBy = ({ options }: Call): FetchOptions => ({ allowPrivate: options.has('allow-private') });

/**
 * What the user says of every input.
 * @throws UsageError where the day is none
 */
export function givenBy({ options }: Call): Given {
  const published = options.get('published');
  const outlet = options.get('outlet');
  if (published !== undefined && !isDay(published)) {
    throw new UsageError(`--published wants a day as 2024-12-26, not ${JSON.stringify(published)}`);
  }
  return { ...(published !== undefined && { published }), ...(outlet !== undefined && { outlet }) };
}

/** Makes the user's lexicon folder known. */
export function useLexicon({ options }: Call): void {
  const folder = options.get('lexicon');
  if (folder === undefined) return;
  try {
    addLexicon(folder);
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/** Runs each input through `work`, one at a time and by itself, and names those that could not be read. */
async function eachArticle(call: Call, work: (article: Article) => Promise<void>): Promise<Status> {
  useLexicon(call);
  const problems: Problem[] = [];
  for await (const taken of readInputs(call.paths, { given: givenBy(call), fetch: fetchBy(call) })) {
    if (taken.kind === 'article') await work(taken.article);
    else problems.push(taken.problem);
  }
  return report(problems);
}

/** A command that prints records of one kind for each article. */
function stage(name: string, summary: string, records: (article: Article) => Iterable<object>): Command {
  return {
    name,
    operands: 'PATH…',
    summary,
    takes: [1, Number.POSITIVE_INFINITY],
    options: [PUBLISHED, OUTLET, LEXICON, ALLOW_PRIVATE],
    examples: [
      `hearsay ${name} report.txt`,
      `hearsay ${name} captures/ --published 2024-12-26`,
      `cat page.html | hearsay ${name} -`,
    ],
    run: (call) => eachArticle(call, (article) => emitRecords(records(article))),
  };
}

const tagged = (record: string, file: string, values: readonly object[]): object[] =>
  values.map((value) => ({ record, file, ...value }));

const timesOf = (piece: Article) => readTimes(piece.text, analyse(piece), piece.published);

function statementsOf(piece: Article) {
  const sentences = analyse(piece);
  return readStatements(piece, sentences, readTimes(piece.text, sentences, piece.published));
}

export const STAGES: readonly Command[] = [
  stage(
    'article',
    'Print what is taken from each input, and why each block was kept or dropped',
    (article) => [{ record: 'article', ...article, articleBody: bodyOf(article), unread: !isRead(article) }],
  ),
  stage('figures', 'Print every figure of each input', (article) =>
    tagged('figure', article.file, readFigures(article.text, analyse(article))),
  ),
  stage('times', 'Print every time of each input, with the days that it denotes', (article) =>
    tagged(
      'time',
      article.file,
      piecesOf(article)
        .flatMap(timesOf)
        .sort((a, b) => a.start - b.start),
    ),
  ),
  stage('statements', 'Print who is said to have said what in each input', (article) =>
    tagged('statement', article.file, piecesOf(article).flatMap(statementsOf)),
  ),
  {
    name: 'parse',
    operands: 'PATH…',
    summary: 'Print the sentences of each input as CoNLL-U',
    takes: [1, Number.POSITIVE_INFINITY],
    options: [
      { name: 'tokens', help: 'read CoNLL-U and keep its tokens and sentences' },
      { name: 'kept', help: 'only what reading keeps: no furniture, no teasers' },
      LEXICON,
      ALLOW_PRIVATE,
    ],
    examples: ['hearsay parse report.txt', 'hearsay parse --tokens tokens.conllu'],
    run: (call) => {
      if (call.options.has('tokens')) return eachTokens(call);
      const sentencesOf = call.options.has('kept') ? analyse : analyseWhole;
      return eachArticle(call, (article) => emit(toConllu(article.text, sentencesOf(article))));
    },
  },
];
