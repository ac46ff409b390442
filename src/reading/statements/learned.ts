import { type Attributes, attributesOf } from './attributes.ts';
import { bestPath, type Chain, chancesOf } from './crf.ts';
import { cueFeatures } from './cue-features.ts';
import type { Draft } from './draft.ts';
import { type FeatureRow, featureRow } from './features.ts';
import { addScores, type ChainModel } from './model.ts';
import type { Passage, Run } from './passage.ts';
import { cueView, tokenFeatures } from './span-features.ts';
import { eachRelative, windowOf } from './window.ts';

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

/** What the span chain is run with. */
export interface SpanReader {
  readonly attributes: Attributes;
  readonly model: ChainModel;
  readonly isCue: Uint8Array;
  readonly row: FeatureRow;
  /** Scores of each token by itself, filled at need. */
  readonly own: Float64Array;
  readonly done: Uint8Array;
}

/** Every run of tokens that the cue chain gives at least the threshold's chance, in order. */
export function learnedCues(
  attributes: Attributes,
  model: ChainModel,
  threshold: number,
): readonly ScoredCue[] {
  const row = featureRow();
  return attributes.passage.paragraphs.flatMap((paragraph) => {
    const length = paragraph.to - paragraph.from;
    const emissions = new Float64Array(length * model.labels);
    for (let i = 0; i < length; i++) {
      cueFeatures(row, attributes, paragraph, paragraph.from + i);
      addScores(model, row, emissions, i * model.labels);
    }
    const chain = { length, labels: model.labels, emissions, transitions: model.transitions };
    return cuesOf(chancesOf(chain), length, threshold, paragraph.from);
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
  model: ChainModel,
  cues: readonly Run[],
  attributes = attributesOf(passage),
): SpanReader {
  const isCue = new Uint8Array(passage.tokens.length);
  for (const { from, to } of cues) isCue.fill(1, from, to);
  const own = new Float64Array(passage.tokens.length * model.labels);
  return { attributes, model, isCue, row: featureRow(), own, done: new Uint8Array(passage.tokens.length) };
}

/** Source and content of one cue. The confidence is the mean chance of the labels chosen for them; 0 without content. */
export function readSpans(reader: SpanReader, cue: Run): Draft {
  const window = windowOf(reader.attributes.passage, cue);
  const chain = chainOf(reader, window, cue);
  const path = bestPath(chain);
  const runs = runsOf(path, chancesOf(chain), window.from);
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

function chainOf(reader: SpanReader, window: Run, cue: Run): Chain {
  const { attributes, model, row, own } = reader;
  const { labels } = model;
  const length = window.to - window.from;
  fillOwn(reader, window);
  const emissions = own.slice(window.from * labels, window.to * labels);
  const view = cueView(attributes, cue, window);
  eachRelative(row, attributes, window, view, reader.isCue, (i) => {
    addScores(model, row, emissions, (i - window.from) * labels);
  });
  return { length, labels, emissions, transitions: model.transitions };
}

/** The window's bounds show in a token's own features, so these are computed once a paragraph, by its bounds. */
function fillOwn({ attributes, model, row, own, done }: SpanReader, window: Run): void {
  const { passage } = attributes;
  for (let i = window.from; i < window.to; i++) {
    if (done[i]) continue;
    done[i] = 1;
    tokenFeatures(row, attributes, passage.paragraphs[passage.paragraphOf[i]!]!, i);
    addScores(model, row, own, i * model.labels);
  }
}

interface LabelledRun extends Run {
  readonly source: boolean;
  readonly chance: number;
}

function runsOf(path: Int32Array, chances: Float64Array, from: number): readonly LabelledRun[] {
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
