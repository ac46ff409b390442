import type { Attributes } from './attributes.ts';
import { nearest } from './cue-features.ts';
import { add, add2, add3, at, type FeatureRow } from './features.ts';
import { mix } from './hash.ts';
import type { Run } from './passage.ts';
import {
  type Between,
  type Branches,
  type CueView,
  distanceOf,
  endOf,
  endSeen,
  passed,
  placeOf,
  startOf,
} from './span-features.ts';

/** Fills the row with the few features of a token that the first look for cues is given. */
export function cueGlance(row: FeatureRow, attributes: Attributes, { from, to }: Run, i: number): void {
  const { word, lemma, suffix, tag, verb, speaker, passage, tree } = attributes;
  const [before, after] = [at(tag, i - 1, from, to), at(tag, i + 1, from, to)];
  row.count = 0;
  add(row, 1, word[i]!);
  add(row, 2, lemma[i]!);
  add(row, 3, suffix[i]!);
  add(row, 4, tag[i]!);
  add2(row, 5, before, tag[i]!);
  add2(row, 6, tag[i]!, after);
  add2(row, 7, lemma[i]!, tag[i]!);
  add2(row, 8, lemma[i]!, before);
  add2(row, 9, lemma[i]!, after);
  add2(row, 10, verb[i]!, at(word, i + 1, from, to));
  add2(row, 11, verb[i]!, at(word, i - 1, from, to));
  add2(row, 12, passage.quoted[i]!, lemma[i]!);
  add2(row, 13, nearest(passage.quoted, i, -1, from, to), nearest(passage.quoted, i, 1, from, to));
  if (!tree) return;
  const up = tree.head[i]!;
  const relation = tree.relation[i]!;
  add2(row, 14, relation, lemma[i]!);
  add3(row, 15, relation, up >= 0 ? tag[up]! : 0, tag[i]!);
  add2(row, 16, tree.roles[i]!, lemma[i]!);
  add2(row, 17, relation, up >= 0 ? speaker[up]! : 0);
}

/** Fills the row with what the first look for source and content is given of a token. */
export function spanGlance(
  row: FeatureRow,
  attributes: Attributes,
  cue: CueView,
  i: number,
  between: Between,
): void {
  const { word, tag, passage } = attributes;
  const { window, kind, context } = cue;
  const distance = distanceOf(cue, i);
  const place = placeOf(passage, cue, i);
  row.count = 0;
  add2(row, 1, distance, kind);
  add2(row, 2, distance, tag[i]!);
  add2(row, 3, place, cue.lemma);
  add2(row, 4, place, kind);
  add2(row, 5, place, word[i]!);
  add3(row, 6, place, mix(Math.min(3, between.commas), passed(between)), kind);
  add3(row, 7, place, Math.min(3, between.commas), context);
  add3(row, 8, place, startOf(attributes, window.from, i), context);
  add3(row, 9, place, endOf(attributes, window.to, i), context);
  tagsGlance(row, attributes, i, place);
  quotationGlance(row, attributes, cue, i, place, between);
  if (cue.branches) treeGlance(row, attributes, cue.branches, window, i, place);
}

/** The tags of a token and its neighbours. */
function tagsGlance(row: FeatureRow, { tag, passage }: Attributes, i: number, place: number): void {
  const { from, to } = passage.paragraphs[passage.paragraphOf[i]!]!;
  const before = at(tag, i - 1, from, to);
  add2(row, 10, before, tag[i]!);
  add2(row, 11, tag[i]!, at(tag, i + 1, from, to));
  add3(row, 12, place, tag[i]!, before);
}

function quotationGlance(
  row: FeatureRow,
  { passage }: Attributes,
  cue: CueView,
  i: number,
  place: number,
  { marks }: Between,
): void {
  const { quoted } = passage;
  const { from, to } = passage.paragraphs[passage.paragraphOf[i]!]!;
  const state = quoted[i]! * 4 + quoted[cue.from]!;
  add3(row, 20, at(quoted, i - 1, from, to), quoted[i]!, at(quoted, i + 1, from, to));
  add3(row, 21, place, state, Math.min(4, marks));
  add3(row, 22, place, state, cue.kind);
}

/** The way through the tree from the token to the cue's main word, beside its neighbours' ways. */
function treeGlance(
  row: FeatureRow,
  { word, tag, tree }: Attributes,
  { relation }: Branches,
  { from, to }: Run,
  i: number,
  place: number,
): void {
  const k = i - from;
  const own = relation[k]!;
  const after = at(relation, k + 1, 0, to - from);
  add2(row, 30, place, own);
  add3(row, 31, place, own, word[i]!);
  add3(row, 32, place, own, tag[i]!);
  add3(row, 33, place, own, tree!.relation[i]!);
  add3(row, 34, place, own, at(relation, k - 1, 0, to - from));
  add3(row, 35, place, own, after);
  add3(row, 36, place, mix(own, after), endSeen(tree!, to, i));
}
