import type { Attributes } from './attributes.ts';
import type { FeatureRow } from './features.ts';
import { CLOSES, OPENS, type Passage, type Run } from './passage.ts';
import type { Between, CueView } from './span-features.ts';
import { branchesOf, relativeFeatures } from './span-features.ts';
import { wordSet } from './verbs.ts';

const BEFORE = 160;
const AFTER = 220;

/**
 * The tokens among which source and content of a cue are sought: its paragraph, and the next one where a colon ends it,
 * at most 160 tokens before and 220 after the cue.
 */
export function windowOf(passage: Passage, cue: Run): Run {
  const number = passage.paragraphOf[cue.from]!;
  const { from, to } = passage.paragraphs[number]!;
  const next = passage.words[to - 1] === ':' ? passage.paragraphs[number + 1] : undefined;
  return { from: Math.max(from, cue.from - BEFORE), to: Math.min(next?.to ?? to, cue.to + AFTER) };
}

/**
 * Calls `use` for each token of the window, outwards from the cue, with the row filled by what the token says in
 * relation to the cue. `isCue` marks the tokens of all cues of the passage.
 */
export function eachRelative(
  row: FeatureRow,
  attributes: Attributes,
  window: Run,
  cue: CueView,
  isCue: Uint8Array,
  use: (token: number) => void,
): void {
  const branches = attributes.tree && branchesOf(attributes.tree, window, cue);
  const fill = (i: number, between: Between): void => {
    row.count = 0;
    relativeFeatures(row, attributes, window, cue, i, between, branches);
    use(i);
  };
  for (let i = cue.from; i < cue.to; i++) fill(i, nothing());
  const after = nothing();
  for (let i = cue.to; i < window.to; i++) {
    fill(i, after);
    pass(after, attributes, isCue, i);
  }
  const before = nothing();
  for (let i = cue.from - 1; i >= window.from; i--) {
    fill(i, before);
    pass(before, attributes, isCue, i);
  }
}

const nothing = (): Between => ({ commas: 0, marks: 0, verbs: 0, cues: 0, boundaries: 0 });

/** Counts a token that later ones have between them and the cue. */
function pass(
  between: Between,
  { passage, verb, tag, tree }: Attributes,
  isCue: Uint8Array,
  i: number,
): void {
  const word = passage.words[i]!;
  if (word === ',') between.commas++;
  if (passage.quoted[i] === OPENS || passage.quoted[i] === CLOSES) between.marks++;
  if (tree ? isVerbTag(passage, i) : verb[i]) between.verbs++;
  if (isCue[i]) between.cues++;
  if (wordSet('boundaries').has(word) && tag[i] !== undefined) between.boundaries++;
}

const isVerbTag = (passage: Passage, i: number): boolean => passage.tokens[i]!.xpos.startsWith('VB');
