import type { Assertion, Entry, Ledger, Question, Relation } from '../ledger/ledger.ts';
import { bySaidDay, byWeight } from '../ledger/order.ts';
import {
  dayWords,
  estimateWords,
  HEDGE_WORDS,
  intervalWords,
  MEASURE_WORDS,
  RELATION_WORDS,
  SCOPE_WORDS,
  STANCE_WORDS,
} from '../ledger/words.ts';
import { type Article, nameOfFile } from '../text/article.ts';
import { wrap } from './help.ts';
import { type Paint, plain } from './paint.ts';

const WIDTH = 80;
const INDENT = '    ';

/** Relations that are spelt out, in this order; agreements are counted. */
const SPELT: readonly Relation['kind'][] = ['updates', 'repeats', 'differs', 'part-of'];

/** How many of a kind are spelt out before the rest are counted. */
const EACH = 1;

/** A story's ledger as people read it: at most 80 columns, every figure as written. */
export function ledgerText(ledger: Ledger, paint: Paint): string {
  const { story, questions, responses } = ledger;
  const head = wrap(plain(story.title) || 'Without a title', WIDTH).map((line) => paint('title', line));
  const about = [
    intervalWords({ from: story.from, to: story.to }) || 'undated',
    count(story.articles.length, 'article'),
    count(ledger.assertions.length, 'assertion'),
    count(responses.length, 'response'),
  ].join(' · ');
  const body = [...questions].sort(byWeight).map((question) => questionText(question, ledger, paint));
  return `${[head.join('\n'), paint('quiet', about)].join('\n')}\n\n${body.join('\n')}`;
}

const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;

/** One question: its estimate, then each assertion, then who responds. */
export function questionText(question: Question, ledger: Ledger, paint: Paint): string {
  const byId = new Map(ledger.assertions.map((assertion) => [assertion.id, assertion]));
  const assertions = question.assertions.flatMap((id) => byId.get(id) ?? []);
  const answers = ledger.responses.filter((response) => response.question === question.id);
  return [
    ...titleLines(question, paint),
    estimateLine(question, paint),
    ...assertions
      .sort(bySaidDay)
      .flatMap((assertion) => assertionLines(assertion, question.relations, byId, paint)),
    ...new Set(
      answers.map(({ name, stance }) => `  ${paint('name', fit(plain(name), 40))} ${STANCE_WORDS[stance]}`),
    ),
    '',
  ].join('\n');
}

function titleLines({ measure, predicate, group, place, scope, id }: Question, paint: Paint): string[] {
  const asked = (measure === 'other' && predicate ? predicate : MEASURE_WORDS[measure]).toUpperCase();
  const rest = [group, place, SCOPE_WORDS[scope]]
    .filter(Boolean)
    .map((part) => plain(String(part)))
    .join(' · ');
  const [first = '', ...more] = wrap(`${asked} ${rest}`, WIDTH - 11);
  const marked = first.startsWith(asked) ? `${paint('number', asked)}${first.slice(asked.length)}` : first;
  const gap = ' '.repeat(Math.max(1, WIDTH - first.length - 8));
  return [`${marked}${gap}${paint('quiet', id.slice(0, 8))}`, ...more];
}

function estimateLine(question: Question, paint: Paint): string {
  const { originators, outlets, codebook } = question;
  const counts = `${count(originators, 'originator')}, ${count(outlets, 'outlet')}; ${codebook}`;
  return `  ${paint('number', estimateWords(question))}  ${paint('quiet', counts)}`;
}

function assertionLines(
  assertion: Assertion,
  relations: readonly Relation[],
  byId: ReadonlyMap<string, Assertion>,
  paint: Paint,
): string[] {
  const { on, originator, figure, hedges, outlets, when } = assertion;
  const said = fit(intervalWords(on) || 'undated', 18).padEnd(19);
  const text = fit(plain(figure.texts[0] ?? ''), 24);
  const name = fit(plain(originator), WIDTH - 2 - 19 - text.length - 2);
  const first = `  ${paint('quiet', said)}${paint('number', text)}  ${paint('name', name)}`;
  const period = intervalWords(when);
  const notes = [
    ...(figure.texts.length > 1
      ? [
          `also written ${figure.texts
            .slice(1, 4)
            .map((one) => `“${plain(one)}”`)
            .join(', ')}`,
        ]
      : []),
    ...(period ? [`for ${period}`] : []),
    ...(hedges.length ? [hedges.map((hedge) => HEDGE_WORDS[hedge]).join(', ')] : []),
    `carried by ${outlets.map(plain).join(', ') || 'one capture'}`,
  ];
  const own = relations.filter(({ from, to }) => from === assertion.id && byId.has(to));
  return [
    first,
    ...wrapped(notes.join('; '), paint, 'quiet'),
    ...SPELT.flatMap((kind) => relationsOfKind(kind, own, byId, paint)),
    ...agreements(own, paint),
  ];
}

function relationsOfKind(
  kind: Relation['kind'],
  own: readonly Relation[],
  byId: ReadonlyMap<string, Assertion>,
  paint: Paint,
): string[] {
  const same = own.filter((relation) => relation.kind === kind);
  const more = same.length - EACH;
  return [
    ...same.slice(0, EACH).flatMap((relation) => relationLines(relation, byId, paint)),
    ...(more > 0 ? wrapped(`${RELATION_WORDS[kind]} ${more} more`, paint, 'quiet') : []),
  ];
}

function agreements(own: readonly Relation[], paint: Paint): string[] {
  const agreeing = own.filter(({ kind }) => kind === 'agrees').length;
  return agreeing ? wrapped(`agrees with ${count(agreeing, 'other')}`, paint, 'quiet') : [];
}

function relationLines(
  { to, kind, why }: Relation,
  byId: ReadonlyMap<string, Assertion>,
  paint: Paint,
): string[] {
  const other = byId.get(to)!;
  const words = `${RELATION_WORDS[kind]} ${plain(other.figure.texts[0] ?? '')} (${plain(other.originator)}): ${plain(why)}`;
  return wrapped(words, paint, kind === 'differs' ? 'conflict' : 'quiet');
}

const wrapped = (words: string, paint: Paint, role: 'quiet' | 'conflict' | 'hedge'): string[] =>
  wrap(words, WIDTH - INDENT.length).map((line) => INDENT + paint(role, line));

/** At most `width` characters, the cut marked. */
export const fit = (text: string, width: number): string =>
  text.length <= width ? text : `${text.slice(0, width - 1)}…`;

/** A claim in its sentence, the figure marked, with file and speakers. */
export function entryText(entry: Entry, article: Article, paint: Paint): string {
  const { figure, sentence, chain, originator, on, hedges } = entry;
  const before = plain(article.text.slice(Math.min(sentence.start, figure.start), figure.start));
  const after = plain(article.text.slice(figure.end, Math.max(sentence.end, figure.end)));
  const lines = wrap(`${before} ⟦${plain(figure.text)}⟧ ${after}`.trim(), WIDTH - INDENT.length);
  const marked = lines.map(
    (line) =>
      INDENT +
      line
        .replace(/⟦/g, '[')
        .replace(/⟧ ?([.,;:!?”"’)]?)/g, ']$1 ')
        .trimEnd(),
  );
  const speakers = chain.length ? chain.map(({ name }) => plain(name)).join(' ← ') : plain(originator);
  const about = [speakers, intervalWords(on), hedges.map((hedge) => HEDGE_WORDS[hedge]).join(', ')]
    .filter(Boolean)
    .join('; ');
  return [
    `  ${paint('name', fit(plain(article.outlet ?? nameOfFile(article.file)), 40))} ${paint('quiet', dayWords(article.published))} ${paint('quiet', `${plain(article.file)}:${figure.start}`)}`,
    ...marked,
    ...wrapped(about, paint, 'quiet'),
  ].join('\n');
}
