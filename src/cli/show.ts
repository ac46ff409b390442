import { FORMATS } from '../export/formats.ts';
import { recordsOf } from '../export/records.ts';
import type { Ledger, Question } from '../ledger/ledger.ts';
import { shownLedger } from '../shown.ts';
import type { Store } from '../store/store.ts';
import { type Command, UsageError } from './command.ts';
import { emit, emitRecords, fail } from './output.ts';
import { painted, unpainted } from './paint.ts';
import { CODEBOOK, codebookOf, DB, FORMAT, formatOf, REPORT, show, withStore } from './read.ts';
import { entryText, questionText } from './terminal.ts';

export const SHOW: Command = {
  name: 'show',
  operands: '[QUESTION]',
  summary: 'Show what the store holds: every story, or one question with the words behind each figure',
  takes: [0, 1],
  options: [DB, FORMAT, REPORT, CODEBOOK],
  examples: ['hearsay show', 'hearsay show 0b3f2a91', 'hearsay show --codebook ucdp --report ledger.html'],
  run: (call) =>
    withStore(call, async (store) => {
      const [prefix] = call.paths;
      const codebook = codebookOf(call);
      const format = formatOf(call);
      if (prefix === undefined) {
        await show(
          store,
          store.stories().map(({ id }) => id),
          format,
          codebook,
          call.options.get('report'),
        );
        return 0;
      }
      const found = store.questions(prefix);
      if (found.length !== 1) return fail(2, missing(prefix, found));
      const ledger = shownLedger(store, found[0]!.story, codebook);
      const question = ledger.questions.find(({ id }) => id === found[0]!.id)!;
      if (format === 'text') await emit(detail(store, ledger, question));
      else await emitRecords(recordsOf(only(ledger, question), articlesOf(store, only(ledger, question))));
      return 0;
    }),
};

export const EXPORT: Command = {
  name: 'export',
  operands: '',
  summary: 'Write every assertion of the store in another format',
  takes: [0, 0],
  options: [
    DB,
    CODEBOOK,
    { name: 'as', value: 'NAME', help: `${Object.keys(FORMATS).join(', ')}; csv where not given` },
    { name: 'raw', help: 'leave cells that a spreadsheet would run as formulas as they are' },
  ],
  examples: [
    'hearsay export > ledger.csv',
    'hearsay export --as jsonl --db quake.db',
    'hearsay export --as ucdp > events.csv',
    'hearsay export --as annotations > annotations.json',
  ],
  run: (call) =>
    withStore(call, async (store) => {
      const as = call.options.get('as') ?? 'csv';
      const format = Object.hasOwn(FORMATS, as) ? FORMATS[as] : undefined;
      if (!format)
        throw new UsageError(`--as is one of ${Object.keys(FORMATS).join(', ')}, not ${JSON.stringify(as)}`);
      const codebook = codebookOf(call, format.codebook);
      const told = (id: string) => {
        const ledger = shownLedger(store, id, codebook);
        return { ledger, articles: articlesOf(store, ledger) };
      };
      const options = { raw: call.options.has('raw') };
      const ids = store.stories().map(({ id }) => id);
      if (format.perStory) for (const id of ids) await emit(format.write([told(id)], options));
      else await emit(format.write(ids.map(told), options));
      return 0;
    }),
};

const articlesOf = (store: Store, { story }: Ledger) => story.articles.map((id) => store.article(id).article);

/** The ledger with one question and what belongs to it. */
function only(ledger: Ledger, question: Question): Ledger {
  const inside = ({ question: id }: { readonly question: string | null }): boolean => id === question.id;
  return {
    ...ledger,
    questions: [question],
    assertions: ledger.assertions.filter(inside),
    entries: ledger.entries.filter(inside),
    responses: ledger.responses.filter(inside),
  };
}

/** The question, then every claim behind it in its sentence. */
function detail(store: Store, ledger: Ledger, question: Question): string {
  const paint = process.stdout.isTTY ? painted : unpainted;
  const entries = ledger.entries.filter((entry) => entry.question === question.id);
  const words = entries.map((entry) => entryText(entry, store.article(entry.article).article, paint));
  return `${questionText(question, ledger, paint)}\n  ${question.rule}\n\n${words.join('\n\n')}\n`;
}

function missing(prefix: string, found: readonly Question[]): string {
  if (!found.length) return `no question begins with ${JSON.stringify(prefix)}; "hearsay show" lists them`;
  return `${found.length} questions begin with ${JSON.stringify(prefix)}; give more of the id: ${found
    .slice(0, 5)
    .map(({ id }) => id.slice(0, 12))
    .join(', ')}`;
}
