import type { Attributes } from './attributes.ts';
import { add, add2, add3, at, type FeatureRow } from './features.ts';
import { mix } from './hash.ts';
import type { Passage, Run } from './passage.ts';
import type { Tree } from './tree.ts';

/** Fills the row with all that a token says of whether it is of the source or the content of a cue. */
export function spanFeatures(
  row: FeatureRow,
  attributes: Attributes,
  cue: CueView,
  i: number,
  between: Between,
): void {
  const { paragraphs, paragraphOf } = attributes.passage;
  tokenFeatures(row, attributes, paragraphs[paragraphOf[i]!]!, i);
  relativeFeatures(row, attributes, cue, i, between);
}

/** Fills the row with what a token says by itself, whichever the cue. */
function tokenFeatures(row: FeatureRow, attributes: Attributes, { from, to }: Run, i: number): void {
  const { word, lemma, shape, tag, verb, speaker, passage } = attributes;
  row.count = 0;
  add(row, 1, 0);
  for (let d = -2; d <= 2; d++) {
    add(row, 10 + d, at(word, i + d, from, to));
    add(row, 20 + d, at(tag, i + d, from, to));
    add(row, 30 + d, at(shape, i + d, from, to));
    add(row, 40 + d, at(speaker, i + d, from, to));
    add(row, 50 + d, at(verb, i + d, from, to));
  }
  add(row, 60, lemma[i]!);
  add2(row, 61, at(word, i - 1, from, to), word[i]!);
  add2(row, 62, word[i]!, at(word, i + 1, from, to));
  add2(row, 63, at(tag, i - 1, from, to), tag[i]!);
  add2(row, 64, tag[i]!, at(tag, i + 1, from, to));
  add3(row, 65, at(passage.quoted, i - 1, from, to), passage.quoted[i]!, at(passage.quoted, i + 1, from, to));
  if (attributes.tree) add2(row, 66, attributes.tree.relation[i]!, tag[i]!);
}

/** What stands between a token and the cue. */
export interface Between {
  commas: number;
  marks: number;
  verbs: number;
  cues: number;
  boundaries: number;
}

/** A cue as the span reader sees it. */
export interface CueView extends Run {
  /** The token that carries the cue's meaning. */
  readonly head: number;
  readonly kind: number;
  readonly lemma: number;
  readonly context: number;
  /** The tokens among which source and content are sought. */
  readonly window: Run;
  readonly branches: Branches | null;
}

/** The cue's main word, its class and its surroundings. */
export function cueView(attributes: Attributes, cue: Run, window: Run): CueView {
  const { from, to } = window;
  const { verb, lemma, word, passage, tag } = attributes;
  let head = cue.to - 1;
  for (let i = cue.to - 1; i >= cue.from; i--) {
    if (verb[i]) {
      head = i;
      break;
    }
  }
  if (!verb[head]) head = cue.from;
  const before = markKind(attributes, cue.from - 1, from, to);
  const after = markKind(attributes, cue.to, from, to);
  const passive =
    cue.from > from && /^(?:was|were|is|are|been|be|being)$/.test(passage.words[cue.from - 1]!) ? 1 : 0;
  return {
    ...cue,
    head,
    kind: verb[head] ? verb[head]! : mix(tag[head]!, cue.to - cue.from > 1 ? word[cue.to - 1]! : word[head]!),
    lemma: lemma[head]!,
    context: before * 64 + after * 4 + passive,
    window,
    branches: attributes.tree && branchesOf(attributes.tree, window, head),
  };
}

const markKind = ({ mark }: Attributes, i: number, from: number, to: number): number =>
  i < from || i >= to ? 1 : mark[i]!;

/** Adds to the row what a token says in relation to the cue. */
function relativeFeatures(
  row: FeatureRow,
  attributes: Attributes,
  cue: CueView,
  i: number,
  between: Between,
): void {
  const { from, to } = cue.window;
  const { word, tag, shape, speaker, verb, passage } = attributes;
  const distance = distanceOf(cue, i);
  const sentences = sentencesAway(passage.sentenceOf, cue, i);
  const place = placeOf(passage, cue, i);
  add(row, 200, distance);
  add2(row, 201, distance, sentences);
  add2(row, 202, distance, cue.lemma);
  add2(row, 203, distance, cue.kind);
  add2(row, 204, distance, cue.context);
  add2(row, 205, place, cue.lemma);
  add2(row, 206, place, cue.kind);
  add3(row, 207, place, cue.context, cue.kind);
  add2(row, 208, place, word[i]!);
  add2(row, 209, place, at(word, i - 1, from, to));
  add2(row, 210, place, at(word, i + 1, from, to));
  add3(row, 211, place, tag[i]!, at(tag, i - 1, from, to));
  add2(row, 212, distance, tag[i]!);
  add2(row, 213, distance, word[i]!);
  add2(row, 214, distance, shape[i]!);
  add2(row, 215, place, speaker[i]!);
  add2(row, 216, distance, at(word, i - 1, from, to));
  quotationSeen(row, attributes, cue, i, place, between);
  betweenSeen(row, cue, place, between, word[i]!, tag[i]!);
  const start = startOf(attributes, from, i);
  add2(row, 240, start, place);
  add3(row, 241, start, place, cue.context);
  add3(row, 242, start, place, cue.kind);
  add3(row, 243, start, distance, cue.context);
  add3(row, 244, endOf(attributes, to, i), place, cue.context);
  add3(row, 248, endOf(attributes, to, i), place, cue.kind);
  add3(row, 249, tag[i]!, at(tag, i + 1, from, to), place);
  add3(row, 250, at(tag, i + 1, from, to), at(tag, i + 2, from, to), place);
  add3(row, 251, at(word, i + 1, from, to), at(word, i + 2, from, to), place);
  add2(row, 245, mix(cue.lemma, place), at(word, i - 1, from, to));
  add2(row, 246, mix(cue.lemma, place), word[i]!);
  add2(row, 247, verb[i]!, place);
  if (cue.branches) treeSeen(row, cue.branches, attributes, cue, i, place);
}

/** Side of the cue and distance from its sentence. */
export function placeOf({ sentenceOf }: Passage, cue: Run, i: number): number {
  return sideOf(cue, i) * 8 + sentencesAway(sentenceOf, cue, i);
}

const sideOf = (cue: Run, i: number): number => (i < cue.from ? 0 : i < cue.to ? 1 : 2);
const sentencesAway = (sentenceOf: Int32Array, cue: Run, i: number): number =>
  Math.max(-3, Math.min(3, sentenceOf[i]! - sentenceOf[cue.from]!));

export function distanceOf(cue: Run, i: number): number {
  if (i >= cue.from && i < cue.to) return 0;
  const far = i < cue.from ? cue.from - i : i - cue.to + 1;
  const step =
    far <= 5 ? far : far <= 7 ? 6 : far <= 10 ? 7 : far <= 15 ? 8 : far <= 25 ? 9 : far <= 40 ? 10 : 11;
  return i < cue.from ? -step : step;
}

/** What goes before the token: a mark, the sentence's start, or a word. */
export function startOf(attributes: Attributes, from: number, i: number): number {
  const { passage } = attributes;
  if (i === from || passage.sentenceOf[i] !== passage.sentenceOf[i - 1]) return 20;
  return markKind(attributes, i - 1, from, i + 1);
}

export function endOf(attributes: Attributes, to: number, i: number): number {
  const { passage } = attributes;
  if (i === to - 1 || passage.sentenceOf[i] !== passage.sentenceOf[i + 1]) return 20;
  return markKind(attributes, i + 1, 0, to);
}

function quotationSeen(
  row: FeatureRow,
  { passage, tag }: Attributes,
  cue: CueView,
  i: number,
  place: number,
  between: Between,
): void {
  const { from, to } = cue.window;
  const { quoted } = passage;
  const state = quoted[i]! * 4 + quoted[cue.from]!;
  const marks = Math.min(4, between.marks);
  add3(row, 220, state, marks, place);
  add3(row, 221, state, place, cue.kind);
  add3(row, 222, mix(state, marks), place, cue.context);
  add3(row, 223, at(quoted, i - 1, from, to), state, place);
  add3(row, 224, state, place, tag[i]!);
}

function betweenSeen(
  row: FeatureRow,
  cue: CueView,
  place: number,
  between: Between,
  word: number,
  tag: number,
): void {
  const commas = Math.min(3, between.commas);
  const verbs = Math.min(3, between.verbs);
  const cues = Math.min(2, between.cues);
  const boundaries = Math.min(2, between.boundaries);
  add2(row, 230, place, commas);
  add3(row, 231, place, commas, cue.context);
  add3(row, 232, place, commas, tag);
  add2(row, 233, place, verbs);
  add3(row, 234, place, verbs, tag);
  add2(row, 235, place, cues);
  add3(row, 236, place, cues, word);
  add3(row, 237, mix(place, commas), passed(between), cue.kind);
  add3(row, 238, place, boundaries, cue.context);
}

/** How many verbs, cues and boundaries stand between, in one number. */
export const passed = ({ verbs, cues, boundaries }: Between): number =>
  Math.min(3, verbs) * 9 + Math.min(2, cues) * 3 + Math.min(2, boundaries);

const LONGEST_PATH = 5;

/** For each token of a window, from its first on: the dependent of the cue's main word that it is below. */
export interface Branches {
  /** Relation of that dependent and its side, or of the way out where the token is not below. */
  readonly relation: Int32Array;
  readonly depth: Int32Array;
  /** 1 first of the branch, 2 last of it, 3 both. */
  readonly edge: Int32Array;
  /** Relation of the step below that. */
  readonly via: Int32Array;
}

/** The branches of a window's tokens below the cue's main word. */
function branchesOf(tree: Tree, { from, to }: Run, head: number): Branches {
  const size = to - from;
  const [relation, depth, edge, via] = [0, 1, 2, 3].map(() => new Int32Array(size)) as [
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  for (let i = from; i < to; i++) {
    const branch = branchOf(tree, head, i);
    relation[i - from] = branch.relation;
    depth[i - from] = branch.depth;
    edge[i - from] = branch.edge;
    via[i - from] = branch.via;
  }
  return { relation, depth, edge, via };
}

/** The way from the token to the cue's main word through the tree, beside its neighbours' ways. */
function treeSeen(
  row: FeatureRow,
  branches: Branches,
  { tag, word, verb, tree }: Attributes,
  cue: CueView,
  i: number,
  place: number,
): void {
  const { from, to } = cue.window;
  const k = i - from;
  const relation = branches.relation[k]!;
  const edge = branches.edge[k]!;
  const own = tree!.relation[i]!;
  const before = at(branches.relation, k - 1, 0, to - from);
  const after = at(branches.relation, k + 1, 0, to - from);
  add2(row, 260, relation, place);
  add3(row, 261, relation, edge, place);
  add3(row, 262, relation, cue.kind, place);
  add3(row, 263, relation, edge, mix(cue.kind, place));
  add3(row, 264, relation, branches.depth[k]!, place);
  add3(row, 265, relation, cue.lemma, place);
  add3(row, 266, relation, own, place);
  add3(row, 267, relation, tag[i]!, place);
  add3(row, 268, relation, word[i]!, place);
  add3(row, 269, relation, edge, mix(cue.context, place));
  const above = branchOf(tree!, i, cue.head);
  add2(row, 270, above.relation, mix(place, above.depth));
  add3(row, 271, tree!.relation[cue.head]!, relation, place);
  add3(row, 272, branches.via[k]!, relation, place);
  add3(row, 273, verb[i]! ? 1 : 0, relation, mix(place, own));
  add3(row, 274, before, relation, place);
  add3(row, 275, relation, after, place);
  add3(row, 276, relation, after, mix(cue.kind, place));
  add3(row, 277, before, relation, mix(cue.kind, place));
  add3(row, 278, mix(relation, after), at(tag, i + 1, from, to), place);
  add3(row, 279, mix(relation, after), endSeen(tree!, to, i), place);
}

/** The relation of the next token's word, and how far back its head stands: what begins there. */
export function endSeen(tree: Tree, to: number, i: number): number {
  if (i + 1 >= to) return 1;
  let next = i + 1;
  while (tree.head[next]! > next && tree.first[tree.head[next]!] === i + 1) next = tree.head[next]!;
  return mix(tree.relation[next]!, tree.head[next]! === i ? 1 : 2);
}

interface Branch {
  readonly relation: number;
  readonly depth: number;
  readonly edge: number;
  readonly via: number;
}

function branchOf(tree: Tree, top: number, i: number): Branch {
  if (i < tree.first[top]! || i > tree.last[top]!)
    return { relation: outside(tree, top, i), depth: 0, edge: 0, via: 0 };
  let relation = 0;
  let via = 0;
  let j = i;
  for (let depth = 0; depth < 40 && j >= 0; depth++) {
    if (j === top) return { relation: relation || 1, depth: Math.min(LONGEST_PATH, depth), edge: 0, via };
    via = relation;
    relation = tree.relation[j]!;
    const up = tree.head[j]!;
    if (up === top) {
      const edge = (tree.first[j] === i ? 1 : 0) + (tree.last[j] === i ? 2 : 0);
      return { relation: mix(relation, i < top ? 1 : 2), depth: Math.min(LONGEST_PATH, depth), edge, via };
    }
    j = up;
  }
  return { relation: outside(tree, top, i), depth: 0, edge: 0, via: 0 };
}

/** For a token not below: whether it is below the cue's head, or that one's head, and by which relations. */
function outside(tree: Tree, top: number, i: number): number {
  let up = tree.head[top]!;
  let way = tree.relation[top]!;
  for (let steps = 0; steps < 3 && up >= 0; steps++) {
    if (up === i) return mix(way, 7);
    if (tree.first[up]! <= i && i <= tree.last[up]!) return mix(way, 5);
    way = mix(way, tree.relation[up]!);
    up = tree.head[up]!;
  }
  return 3;
}
