import { draftsOf } from '../../src/reading/statements/drafts.ts';
import type { ChainModel } from '../../src/reading/statements/model.ts';
import type { Passage, Run } from '../../src/reading/statements/passage.ts';
import type { Marked, Prepared } from './examples.ts';

/** Precision, recall and F1 in percent. */
export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export type Part = 'source' | 'cue' | 'content';
export const PARTS: readonly Part[] = ['source', 'cue', 'content'];

/**
 * How well models read documents. A span is right where both edges are, marks at the edges aside; spans of a part are
 * taken once. `whole`: statements one to one with attributions, all three parts of which share half of their tokens.
 */
export type Scores = Readonly<Record<Part | 'whole', Score>>;

type Counts = [right: number, said: number, gold: number];

export function scoresOf(documents: readonly Prepared[], models: ReadonlyMap<string, ChainModel>): Scores {
  const counts: Record<Part | 'whole', Counts> = {
    source: [0, 0, 0],
    cue: [0, 0, 0],
    content: [0, 0, 0],
    whole: [0, 0, 0],
  };
  for (const { attributes, marked } of documents) {
    const { passage } = attributes;
    const drafts = draftsOf(passage, models).map(
      ({ source, cue, content }): Marked => ({ source, cue: [cue], content }),
    );
    for (const part of PARTS) addExact(counts[part], passage, part, drafts, marked);
    addWhole(counts.whole, drafts, marked);
  }
  const score = ([right, said, gold]: Counts): Score => ({
    precision: percent(right, said),
    recall: percent(right, gold),
    f1: percent(2 * right, said + gold),
  });
  return {
    source: score(counts.source),
    cue: score(counts.cue),
    content: score(counts.content),
    whole: score(counts.whole),
  };
}

const percent = (part: number, whole: number): number => (whole ? (100 * part) / whole : 100);

function addExact(
  counts: Counts,
  passage: Passage,
  part: Part,
  drafts: readonly Marked[],
  marked: readonly Marked[],
): void {
  const keys = (all: readonly Marked[]): ReadonlySet<string> =>
    new Set(all.flatMap((one) => one[part].map((run) => keyOf(passage, run))));
  const [said, gold] = [keys(drafts), keys(marked)];
  counts[0] += [...said].filter((key) => gold.has(key)).length;
  counts[1] += said.size;
  counts[2] += gold.size;
}

/** A run's edges without marks. */
function keyOf({ tokens }: Passage, { from, to }: Run): string {
  const isWord = (i: number): boolean => /[\p{L}\p{N}\p{S}]/u.test(tokens[i]!.text);
  let [first, last] = [from, to - 1];
  while (first < last && !isWord(first)) first++;
  while (last > first && !isWord(last)) last--;
  return `${first}-${last}`;
}

/** The least share of tokens that two parts have in common to be one. */
const HALF = 0.5;

function addWhole(counts: Counts, drafts: readonly Marked[], marked: readonly Marked[]): void {
  const pairs = drafts.flatMap((draft, d) =>
    marked.flatMap((one, m) => {
      const shares = PARTS.map((part) => shared(draft[part], one[part]));
      return shares.every((share) => share >= HALF) ? [{ d, m, share: shares.reduce((a, b) => a + b) }] : [];
    }),
  );
  const taken = { d: new Set<number>(), m: new Set<number>() };
  for (const { d, m } of pairs.sort((a, b) => b.share - a.share)) {
    if (taken.d.has(d) || taken.m.has(m)) continue;
    taken.d.add(d);
    taken.m.add(m);
  }
  counts[0] += taken.d.size;
  counts[1] += drafts.length;
  counts[2] += marked.length;
}

/** The share of tokens that two lists of runs have in common; 1 where both are empty. */
function shared(a: readonly Run[], b: readonly Run[]): number {
  const tokensOf = (runs: readonly Run[]): ReadonlySet<number> =>
    new Set(runs.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i)));
  const [left, right] = [tokensOf(a), tokensOf(b)];
  const both = [...left].filter((token) => right.has(token)).length;
  const all = left.size + right.size - both;
  return all ? both / all : 1;
}
