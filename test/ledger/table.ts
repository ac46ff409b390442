import { buildLedger } from '../../src/ledger/build.ts';
import { loadCodebook } from '../../src/ledger/codebook.ts';
import type { ArticleFacts, Assertion, Ledger, Question } from '../../src/ledger/ledger.ts';
import type { Claim, Hedge, Measure, Response, Scope } from '../../src/reading/claim.ts';
import type { Bound } from '../../src/reading/figure.ts';
import type { SpeakerKind } from '../../src/reading/statement.ts';
import type { Copy } from '../../src/stories/story.ts';
import type { Credit } from '../../src/text/article.ts';
import type { Correction } from '../../src/text/correction.ts';
import type { Interval } from '../../src/text/interval.ts';

/** A claim in one line: what it says, and only those fields that the case is about. */
export interface Line {
  readonly text: string;
  readonly measure?: Measure;
  readonly predicate?: string;
  readonly group?: string;
  readonly by?: string;
  /** The words of the text for the speaker, where they say more than the name. */
  readonly named?: string;
  readonly kind?: SpeakerKind;
  readonly on?: string;
  readonly when?: string;
  /** Whether no words give `when`: it is the day of the report. */
  readonly supposed?: boolean;
  readonly place?: string;
  readonly scope?: Scope;
  readonly unit?: string;
  readonly per?: string;
  readonly headline?: boolean;
  readonly hedges?: readonly Hedge[];
  /** Places in the article's lines of claims whose number this one replaces by the words. */
  readonly replaces?: readonly number[];
  /** Whether its words are people told of one by one and no number. */
  readonly single?: boolean;
}

export interface Report {
  readonly outlet?: string | null;
  readonly published?: string | null;
  readonly credits?: readonly Credit[];
  readonly claims: readonly Line[];
}

const BOUNDS: readonly (readonly [RegExp, Bound])[] = [
  [/^(?:at least|no fewer than)/i, 'at-least'],
  [/^(?:more than|over)/i, 'more-than'],
  [/^(?:up to|as many as)/i, 'at-most'],
  [/^(?:fewer than|less than|under|just under)/i, 'less-than'],
  [/^(?:about|around|some|nearly|almost|roughly)/i, 'about'],
  [/^(?:dozens|hundreds|several|a few|tens|thousands|scores)/i, 'vague'],
];

/** "2024-05-03", "2024-05-01..2024-05-03", "..2024-05-03". */
export function interval(words: string | undefined): Interval | null {
  if (words === undefined) return null;
  const [from = '', to = from] = words.split('..');
  return { from: from || null, to: to || null };
}

/** Low, high and bound of "at least 30", "between 10 and 15", "dozens". */
export function figure(text: string): { low: number | null; high: number | null; bound: Bound } {
  const bound = BOUNDS.find(([words]) => words.test(text))?.[1] ?? 'exact';
  const numbers = [...text.matchAll(/[\d][\d,.]*/g)].map(([digits]) => Number(digits.replace(/,|\.$/g, '')));
  if (bound === 'vague') {
    const [low, high] = loadCodebook('plain').vague[text.toLowerCase()] ?? [2, 9];
    return { low, high, bound };
  }
  if (numbers.length === 2) return { low: numbers[0]!, high: numbers[1]!, bound: 'range' };
  const value = numbers[0] ?? 1;
  const low = bound === 'at-most' || bound === 'less-than' ? null : value;
  const high = bound === 'at-least' || bound === 'more-than' ? null : value;
  return { low, high, bound };
}

/** A claim of the article as its line says. */
export function claimOf(line: Line, article: ArticleFacts, at: number): Claim {
  const { text, group = '', place, by, kind = by ? 'official' : 'outlet' } = line;
  const start = at * 100;
  const on = interval(line.on) ?? (article.published ? interval(article.published) : null);
  const span = { start, end: start + text.length };
  return {
    id: `${article.id}-${at}`,
    file: article.file,
    article: article.id,
    figure: {
      ...span,
      text,
      ...figure(text),
      unit: line.unit ?? 'person',
      per: line.per ?? null,
      change: null,
      counted: null,
    },
    measure: line.measure ?? 'killed',
    predicate: line.predicate ?? null,
    counted: { text: group, group },
    place: place ? { text: place, name: place } : null,
    when: line.when ? { text: line.supposed ? '' : line.when, ...interval(line.when)! } : null,
    chain: by ? [{ ...span, name: by, text: line.named ?? by, kind, cue: 'say', on }] : [],
    originator: by ?? article.outlet ?? article.file,
    originatorKind: kind,
    on,
    hedges: line.hedges ?? [],
    scope: line.scope ?? 'incident',
    sentence: { start, end: start + 90 },
    headline: line.headline ?? false,
    ...(line.single && { single: true }),
    ...(line.replaces && { replaces: line.replaces.map((other) => `${article.id}-${other}`) }),
  };
}

export interface Story {
  readonly articles: readonly ArticleFacts[];
  readonly claims: readonly Claim[];
}

/** Reports as the ledger's input; articles are named a, b, c … in order. */
export function storyOf(reports: readonly Report[]): Story {
  const articles = reports.map(({ outlet, published = '2024-05-03', credits = [] }, i): ArticleFacts => {
    const id = String.fromCharCode(97 + i);
    return {
      id,
      file: `${id}.txt`,
      title: null,
      outlet: outlet === undefined ? `The ${id.toUpperCase()} Gazette` : outlet,
      published,
      credits,
    };
  });
  const claims = reports.flatMap(({ claims }, i) =>
    claims.map((line, at) => claimOf(line, articles[i]!, at)),
  );
  return { articles, claims };
}

export interface Extra {
  readonly copies?: readonly Copy[];
  readonly responses?: readonly Response[];
  readonly codebook?: string;
  readonly corrections?: readonly Correction[];
}

/** The ledger of a story of these reports. */
export function ledgerOf(reports: readonly Report[], extra: Extra = {}): Ledger {
  const { articles, claims } = storyOf(reports);
  const { copies = [], responses = [], codebook = 'plain', corrections = [] } = extra;
  const story = {
    id: 'story',
    title: 'A story',
    articles: articles.map(({ id }) => id),
    from: null,
    to: null,
  };
  return buildLedger({
    story,
    articles,
    claims,
    responses,
    copies,
    corrections,
    codebook: loadCodebook(codebook),
  });
}

/** Claims by question, as `a-0 b-0 | a-1`: questions in the order of their first claims. */
export const questionsOf = (reports: readonly Report[], extra?: Extra): string =>
  partition(ledgerOf(reports, extra), 'question');

/** Claims by assertion, in the same way. */
export const assertionsOf = (reports: readonly Report[], extra?: Extra): string =>
  partition(ledgerOf(reports, extra), 'assertion');

function partition({ entries }: Ledger, key: 'question' | 'assertion'): string {
  const groups = new Map<string, string[]>();
  for (const entry of entries) groups.set(entry[key], [...(groups.get(entry[key]) ?? []), entry.id]);
  return [...groups.values()]
    .map((ids) => ids.sort().join(' '))
    .sort()
    .join(' | ');
}

/** The only question of the reports. */
export function onlyQuestion(
  reports: readonly Report[],
  extra?: Extra,
): Question & { readonly all: readonly Assertion[] } {
  const { questions, assertions } = ledgerOf(reports, extra);
  if (questions.length !== 1) throw new Error(`${questions.length} questions, not one`);
  return { ...questions[0]!, all: assertions };
}
