import { analyse } from '../../src/language/analyse.ts';
import type { Sentence } from '../../src/language/sentence.ts';
import { type Attributes, attributesOf } from '../../src/reading/statements/attributes.ts';
import type { cueFeatures } from '../../src/reading/statements/cue-features.ts';
import { type FeatureRow, featureRow } from '../../src/reading/statements/features.ts';
import { CUE, SPAN } from '../../src/reading/statements/learned.ts';
import { placeOf } from '../../src/reading/statements/model.ts';
import { type Passage, passageOf, type Run } from '../../src/reading/statements/passage.ts';
import { cueView, type spanFeatures } from '../../src/reading/statements/span-features.ts';
import { eachOutwards, paragraphAround } from '../../src/reading/statements/window.ts';
import { type Article, bareArticle } from '../../src/text/article.ts';
import type { Span } from '../../src/text/span.ts';
import type { Document } from './corpus.ts';

/** A sequence to learn from: rows of weights for each token (`starts[i]` to `starts[i + 1]`) and its label. */
export interface Example {
  readonly rows: Uint32Array;
  readonly starts: Uint32Array;
  readonly labels: Uint8Array;
}

/** An attribution in tokens. */
export interface Marked {
  readonly source: readonly Run[];
  readonly cue: readonly Run[];
  readonly content: readonly Run[];
}

/** A document as the readers see it, with its attributions in tokens. */
export interface Prepared {
  readonly attributes: Attributes;
  readonly marked: readonly Marked[];
}

export const prepare = (document: Document): Prepared =>
  prepareWith(document, analyse(articleOf(document.name, document.text)));

/** The document with the sentences that its text was analysed into. */
export function prepareWith(
  { name, text, attributions }: Document,
  sentences: readonly Sentence[],
): Prepared {
  const passage = passageOf(articleOf(name, text), sentences);
  const runs = (spans: readonly Span[]): readonly Run[] =>
    spans.flatMap((span) => runOf(passage, span) ?? []);
  const marked = attributions.map(({ source, cue, content }) => ({
    source: runs(source),
    cue: runs(cue),
    content: runs(content),
  }));
  return { attributes: attributesOf(passage), marked: marked.filter(({ cue }) => cue.length > 0) };
}

function articleOf(file: string, text: string): Article {
  const title = /^[^\n]{5,200}\n/.exec(text)?.[0].length ?? 0;
  const body = { start: title, end: text.length, kind: 'body', kept: true, reason: 'body' } as const;
  const headline = { start: 0, end: title, kind: 'headline', kept: true, reason: 'headline' } as const;
  return bareArticle(file, text, title ? [headline, body] : [body]);
}

/** The tokens of a span without marks at its edges; `null` where it has no token. */
function runOf({ tokens }: Passage, { start, end }: Span): Run | null {
  let from = firstEndingAfter(tokens, start);
  let to = from;
  while (to < tokens.length && tokens[to]!.start < end) to++;
  if (from >= to) return null;
  const isWord = (i: number): boolean => /[\p{L}\p{N}%$€£]/u.test(tokens[i]!.text);
  const whole = { from, to };
  while (from < to && !isWord(from)) from++;
  while (to > from && !isWord(to - 1)) to--;
  return from < to ? { from, to } : whole;
}

function firstEndingAfter(tokens: Passage['tokens'], start: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.end <= start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** One sequence a paragraph, labelled with its cues, with the features that `features` fills in. */
export function cueExamples(
  { attributes, marked }: Prepared,
  bits: number,
  features: typeof cueFeatures,
): readonly Example[] {
  const { passage } = attributes;
  const labels = new Uint8Array(passage.tokens.length);
  for (const { cue } of marked)
    for (const { from, to } of cue) {
      if (labels.subarray(from, to).some((label) => label !== CUE.out)) continue;
      labels.fill(CUE.inside, from, to);
      labels[from] = CUE.begin;
    }
  const row = featureRow();
  return passage.paragraphs.map((paragraph) =>
    collect(paragraph, bits, labels.slice(paragraph.from, paragraph.to), (put) => {
      for (let i = paragraph.from; i < paragraph.to; i++) {
        features(row, attributes, paragraph, i);
        put(i, row);
      }
    }),
  );
}

/** One sequence a cue, labelled with its source and content, with the features that `features` fills in. */
export function spanExamples(
  { attributes, marked }: Prepared,
  bits: number,
  features: typeof spanFeatures,
): readonly Example[] {
  const { passage } = attributes;
  const isCue = new Uint8Array(passage.tokens.length);
  for (const { cue } of marked) for (const { from, to } of cue) isCue.fill(1, from, to);
  const row = featureRow();
  return marked.map(({ cue, source, content }) => {
    const main = { from: cue[0]!.from, to: cue[0]!.to };
    const window = paragraphAround(passage, main);
    const labels = new Uint8Array(window.to - window.from);
    for (const run of content) mark(labels, window, run, SPAN.beginContent, SPAN.inContent, SPAN.endContent);
    for (const run of source) mark(labels, window, run, SPAN.beginSource, SPAN.inSource, SPAN.inSource);
    const view = cueView(attributes, main, window);
    return collect(window, bits, labels, (put) =>
      eachOutwards(attributes, view, isCue, (i, between) => {
        features(row, attributes, view, i, between);
        put(i, row);
      }),
    );
  });
}

function mark(labels: Uint8Array, window: Run, run: Run, begin: number, inside: number, end: number): void {
  const from = Math.max(run.from, window.from) - window.from;
  const to = Math.min(run.to, window.to) - window.from;
  if (from >= to) return;
  labels.fill(inside, from, to);
  labels[to - 1] = end;
  labels[from] = begin;
}

/** Gathers rows put in any order of tokens into one array in the order of the tokens. */
function collect(
  { from, to }: Run,
  bits: number,
  labels: Uint8Array,
  fill: (put: (token: number, row: FeatureRow) => void) => void,
): Example {
  const lists: number[][] = Array.from({ length: to - from }, () => []);
  fill((token, row) => {
    const list = lists[token - from]!;
    for (let f = 0; f < row.count; f++) list.push(placeOf(row.names[f]!, bits));
  });
  const starts = new Uint32Array(lists.length + 1);
  for (const [i, list] of lists.entries()) starts[i + 1] = starts[i]! + list.length;
  const rows = new Uint32Array(starts.at(-1)!);
  for (const [i, list] of lists.entries()) rows.set(list, starts[i]!);
  return { rows, starts, labels };
}
