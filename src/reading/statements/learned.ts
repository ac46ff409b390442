import { type Attributes, attributesOf } from './attributes.ts';
import { cueFeatures } from './cue-features.ts';
import type { Draft } from './draft.ts';
import { type FeatureRow, featureRow } from './features.ts';
import { cueGlance, spanGlance } from './glance-features.ts';
import { type Reading, readTwice, type TwoLooks } from './looks.ts';
import { addScores } from './model.ts';
import type { Passage, Run } from './passage.ts';
import { cueView, spanFeatures } from './span-features.ts';
import { eachOutwards, windowOf } from './window.ts';

/** How far short of 1 the chance of a label may fall that needs no second look (docs/decisions/two-looks.md). */
const CUE_DOUBT = 0.05;
const SPAN_DOUBT = 0.001;

/** Labels of the cue chain. */
export const CUE = { out: 0, begin: 1, inside: 2 } as const;
/** Labels of the span chain. A content of one token only begins. */
export const SPAN = {
  out: 0,
  beginSource: 1,
  inSource: 2,
  beginContent: 3,
  inContent: 4,
  endContent: 5,
} as const;

/** A cue and the chance that it is one. */
export interface ScoredCue extends Run {
  readonly chance: number;
}

/** What the span chains are run with. */
export interface SpanReader {
  readonly attributes: Attributes;
  readonly models: TwoLooks;
  readonly isCue: Uint8Array;
  readonly row: FeatureRow;
}

/** Every run of tokens that the cue chain gives at least the threshold's chance, in order. */
export function learnedCues(
  attributes: Attributes,
  models: TwoLooks,
  threshold: number,
): readonly ScoredCue[] {
  const { glance, look } = models;
  const { labels } = glance;
  const row = featureRow();
  return attributes.passage.paragraphs.flatMap((paragraph) => {
    const { from, to } = paragraph;
    const glanced = new Float64Array((to - from) * labels);
    for (let i = from; i < to; i++) {
      cueGlance(row, attributes, paragraph, i);
      addScores(glance, row, glanced, (i - from) * labels);
    }
    const { chances } = readTwice(models, glanced, CUE_DOUBT, (open, emissions) => {
      for (let i = from; i < to; i++) {
        if (!open[i - from]) continue;
        cueFeatures(row, attributes, paragraph, i);
        addScores(look, row, emissions, (i - from) * labels);
      }
    });
    return cuesOf(chances, to - from, threshold, from);
  });
}

/** Runs whose first token begins a cue by at least the threshold's chance, each as long as going on is likelier than not. */
function cuesOf(
  chances: Float64Array,
  length: number,
  threshold: number,
  from: number,
): readonly ScoredCue[] {
  const found: ScoredCue[] = [];
  for (let i = 0; i < length; i++) {
    const chance = chances[i * 3 + CUE.begin]!;
    if (chance < threshold || chance < chances[i * 3 + CUE.inside]!) continue;
    let end = i + 1;
    while (
      end < length &&
      chances[end * 3 + CUE.inside]! >= chance / 2 &&
      chances[end * 3 + CUE.begin]! < chances[end * 3 + CUE.inside]!
    )
      end++;
    found.push({ from: from + i, to: from + end, chance });
    i = end - 1;
  }
  return found;
}

export function spanReader(
  passage: Passage,
  models: TwoLooks,
  cues: readonly Run[],
  attributes = attributesOf(passage),
): SpanReader {
  const isCue = new Uint8Array(passage.tokens.length);
  for (const { from, to } of cues) isCue.fill(1, from, to);
  return { attributes, models, isCue, row: featureRow() };
}

/** Source and content of one cue. The confidence is the mean chance of the labels chosen for them; 0 without content. */
export function readSpans(reader: SpanReader, cue: Run): Draft {
  const window = windowOf(reader.attributes.passage, cue);
  const runs = runsOf(readWindow(reader, window, cue), window.from);
  const sources = runs.filter(({ source }) => source);
  const content = runs.filter(({ source }) => !source);
  const best = sources.reduce<LabelledRun | null>(
    (top, run) => (top && top.chance >= run.chance ? top : run),
    null,
  );
  const all = best ? [...content, best] : content;
  const confidence = content.length ? all.reduce((sum, { chance }) => sum + chance, 0) / all.length : 0;
  return { source: best ? [plain(best)] : [], cue: plain(cue), content: content.map(plain), confidence };
}

const plain = ({ from, to }: Run): Run => ({ from, to });

function readWindow({ attributes, models, isCue, row }: SpanReader, window: Run, cue: Run): Reading {
  const { glance, look } = models;
  const { labels } = glance;
  const view = cueView(attributes, cue, window);
  const glanced = new Float64Array((window.to - window.from) * labels);
  eachOutwards(attributes, view, isCue, (i, between) => {
    spanGlance(row, attributes, view, i, between);
    addScores(glance, row, glanced, (i - window.from) * labels);
  });
  return readTwice(models, glanced, SPAN_DOUBT, (open, emissions) => {
    eachOutwards(attributes, view, isCue, (i, between) => {
      if (!open[i - window.from]) return;
      spanFeatures(row, attributes, view, i, between);
      addScores(look, row, emissions, (i - window.from) * labels);
    });
  });
}

interface LabelledRun extends Run {
  readonly source: boolean;
  readonly chance: number;
}

function runsOf({ path, chances }: Reading, from: number): readonly LabelledRun[] {
  const width = chances.length / path.length;
  const runs: LabelledRun[] = [];
  for (let i = 0; i < path.length; i++) {
    const label = path[i]!;
    if (label === SPAN.out) continue;
    const source = label === SPAN.beginSource || label === SPAN.inSource;
    let chance = chances[i * width + label]!;
    let end = i + 1;
    for (; end < path.length && goesOn(path[end - 1]!, path[end]!); end++)
      chance += chances[end * width + path[end]!]!;
    runs.push({ from: from + i, to: from + end, source, chance: chance / (end - i) });
    i = end - 1;
  }
  return runs;
}

/** Whether two neighbours are of one span. */
const goesOn = (label: number, next: number): boolean =>
  label < SPAN.beginContent
    ? next === SPAN.inSource
    : label !== SPAN.endContent && (next === SPAN.inContent || next === SPAN.endContent);
