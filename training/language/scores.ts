import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { analyseText, reanalyse } from '../../src/language/analyse.ts';
import { type Annotated, fromConllu } from '../../src/language/conllu.ts';
import type { Model } from '../../src/language/model.ts';
import type { Sentence } from '../../src/language/sentence.ts';
import type { Span } from '../../src/text/span.ts';

/**
 * How a treebank's tokens are tagged and parsed (relations without their subtypes), and its raw text cut into words and
 * sentences (F1), by genre: a table in Markdown.
 */
export function scoresOf(file: string, model: Model): string {
  const bytes = readFileSync(file);
  const conllu = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  const genres = new Map<string, Counts>();
  for (const document of conllu.split(/^(?=# newdoc\b)/m)) {
    const gold = fromConllu(document);
    if (!gold.sentences.length) continue;
    for (const genre of [genreOf(document), 'all']) {
      const counts = genres.get(genre) ?? emptyCounts();
      genres.set(genre, counts);
      countTrees(counts, gold, reanalyse(gold.sentences, model));
      countCuts(counts, gold, analyseText(gold.text, model));
    }
  }
  const all = genres.get('all') ?? emptyCounts();
  genres.delete('all');
  return [HEAD, ...[...genres, ['all', all] as const].map(([genre, counts]) => rowOf(genre, counts))].join(
    '\n',
  );
}

const HEAD = `| genre | words | UPOS | UAS | LAS | raw: words | raw: sentences |
| --- | --- | --- | --- | --- | --- | --- |`;

interface Counts {
  words: number;
  upos: number;
  uas: number;
  las: number;
  readonly tokens: Cuts;
  readonly sentences: Cuts;
}

interface Cuts {
  right: number;
  gold: number;
  said: number;
}

const emptyCounts = (): Counts => ({
  words: 0,
  upos: 0,
  uas: 0,
  las: 0,
  tokens: { right: 0, gold: 0, said: 0 },
  sentences: { right: 0, gold: 0, said: 0 },
});

/** "GUM_news_x" and "news-x" are of the genre news. */
const genreOf = (document: string): string =>
  /^# newdoc id = (?:[A-Z]+_)?(?<genre>[A-Za-z]+)/.exec(document)?.groups?.genre ?? 'unknown';

const coarse = (deprel: string): string => deprel.split(':')[0]!;

function countTrees(counts: Counts, { sentences }: Annotated, said: readonly Sentence[]): void {
  for (const [s, { tokens }] of said.entries())
    for (const [i, token] of tokens.entries()) {
      const gold = sentences[s]!.tokens[i]!;
      counts.words++;
      if (token.upos === gold.upos) counts.upos++;
      if (token.head !== gold.head) continue;
      counts.uas++;
      if (coarse(token.deprel) === coarse(gold.deprel)) counts.las++;
    }
}

function countCuts(counts: Counts, { sentences }: Annotated, said: readonly Sentence[]): void {
  const tokens = (of: readonly Sentence[]): readonly Span[] => of.flatMap((sentence) => sentence.tokens);
  countSpans(counts.sentences, sentences, said);
  countSpans(counts.tokens, tokens(sentences), tokens(said));
}

function countSpans(cuts: Cuts, gold: readonly Span[], said: readonly Span[]): void {
  const spans = new Set(gold.map(({ start, end }) => `${start}-${end}`));
  cuts.gold += gold.length;
  cuts.said += said.length;
  cuts.right += said.filter(({ start, end }) => spans.has(`${start}-${end}`)).length;
}

function rowOf(genre: string, { words, upos, uas, las, tokens, sentences }: Counts): string {
  const share = (right: number): string => ((100 * right) / words).toFixed(2);
  const f1 = ({ right, gold, said }: Cuts): string => ((200 * right) / (gold + said)).toFixed(2);
  return `| ${genre} | ${words} | ${share(upos)} | ${share(uas)} | ${share(las)} | ${f1(tokens)} | ${f1(sentences)} |`;
}
