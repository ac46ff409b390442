import type { Attributes } from './attributes.ts';
import { add, add2, add3, at, type FeatureRow } from './features.ts';
import type { Run } from './passage.ts';

/** Fills the row with what tells whether a token is part of a cue; nothing beyond its paragraph is seen. */
export function cueFeatures(row: FeatureRow, attributes: Attributes, paragraph: Run, i: number): void {
  const { from, to } = paragraph;
  row.count = 0;
  words(row, attributes, from, to, i);
  neighbours(row, attributes, from, to, i);
  quotation(row, attributes, from, to, i);
  surroundings(row, attributes, i);
  if (attributes.tree) treeAround(row, attributes, i);
}

function words(
  row: FeatureRow,
  { word, lemma, shape, suffix }: Attributes,
  from: number,
  to: number,
  i: number,
): void {
  add(row, 1, 0);
  for (let d = -3; d <= 3; d++) add(row, 10 + d, at(word, i + d, from, to));
  add2(row, 20, at(word, i - 1, from, to), word[i]!);
  add2(row, 21, word[i]!, at(word, i + 1, from, to));
  add3(row, 22, at(word, i - 1, from, to), word[i]!, at(word, i + 1, from, to));
  add2(row, 23, at(word, i + 1, from, to), at(word, i + 2, from, to));
  add2(row, 24, at(word, i - 2, from, to), at(word, i - 1, from, to));
  for (let d = -1; d <= 1; d++) {
    add(row, 30 + d, at(lemma, i + d, from, to));
    add(row, 35 + d, at(shape, i + d, from, to));
    add(row, 40 + d, at(suffix, i + d, from, to));
  }
  add2(row, 45, lemma[i]!, at(shape, i - 1, from, to));
  add2(row, 46, lemma[i]!, at(shape, i + 1, from, to));
}

function neighbours(
  row: FeatureRow,
  { word, lemma, tag, verb, speaker }: Attributes,
  from: number,
  to: number,
  i: number,
): void {
  for (let d = -3; d <= 3; d++) {
    const near = at(verb, i + d, from, to);
    if (near) add(row, 50 + d, near);
    const who = at(speaker, i + d, from, to);
    if (who) add(row, 60 + d, who);
  }
  for (let d = -2; d <= 2; d++) add(row, 70 + d, at(tag, i + d, from, to));
  const [before, after] = [at(tag, i - 1, from, to), at(tag, i + 1, from, to)];
  add2(row, 80, before, tag[i]!);
  add2(row, 81, tag[i]!, after);
  add3(row, 82, before, tag[i]!, after);
  add3(row, 83, tag[i]!, after, at(tag, i + 2, from, to));
  add2(row, 84, lemma[i]!, tag[i]!);
  add2(row, 85, lemma[i]!, before);
  add2(row, 86, lemma[i]!, after);
  add2(row, 87, verb[i]!, at(word, i + 1, from, to));
  add2(row, 88, verb[i]!, at(word, i - 1, from, to));
  add3(row, 89, verb[i]!, before, after);
  add2(row, 90, verb[i]!, at(speaker, i - 1, from, to));
}

function quotation(
  row: FeatureRow,
  { passage, verb, lemma, word }: Attributes,
  from: number,
  to: number,
  i: number,
): void {
  const { quoted } = passage;
  const state = quoted[i]!;
  add3(row, 100, at(quoted, i - 1, from, to), state, at(quoted, i + 1, from, to));
  add2(row, 101, state, verb[i]!);
  add2(row, 102, state, lemma[i]!);
  const before = nearest(quoted, i, -1, from, to);
  const after = nearest(quoted, i, 1, from, to);
  add2(row, 103, before, after);
  add3(row, 104, before, after, verb[i]!);
  add2(row, 105, before, word[i]!);
  add2(row, 106, after, word[i]!);
}

/** How far the next quotation mark in a direction stands, by classes, and which one it is. */
export function nearest(quoted: Uint8Array, i: number, step: number, from: number, to: number): number {
  for (let d = 1; d <= 12; d++) {
    const j = i + d * step;
    if (j < from || j >= to) return 0;
    if (quoted[j]! > 1) return quoted[j]! * 10 + (d < 4 ? d : d < 8 ? 5 : 6);
  }
  return 9;
}

/** The sentence around: its place, and whether "that" or a comma follows soon. */
function surroundings(row: FeatureRow, { passage, verb, word }: Attributes, i: number): void {
  const sentence = passage.sentences[passage.sentenceOf[i]!]!;
  const place = Math.min(4, i - sentence.from) * 5 + Math.min(4, sentence.to - 1 - i);
  add(row, 120, place);
  add2(row, 121, place, verb[i]!);
  const next = soon(passage.words, i + 1, Math.min(sentence.to, i + 8));
  add2(row, 122, next, verb[i]!);
  add2(row, 123, next, word[i]!);
  add2(row, 124, passage.paragraphs[passage.paragraphOf[i]!]!.headline ? 1 : 0, word[i]!);
}

function soon(words: readonly string[], from: number, to: number): number {
  for (let i = from; i < to; i++) {
    const word = words[i]!;
    const distance = i - from < 1 ? 0 : i - from < 4 ? 1 : 2;
    if (word === 'that') return 10 + distance;
    if (word === ',') return 20 + distance;
    if (word === 'to') return 30 + distance;
    if (word === ':') return 40 + distance;
  }
  return 0;
}

function treeAround(row: FeatureRow, { tree, lemma, verb, speaker, tag }: Attributes, i: number): void {
  const { head, relation, below, roles } = tree!;
  const up = head[i]!;
  add(row, 130, relation[i]!);
  add2(row, 131, relation[i]!, lemma[i]!);
  add2(row, 132, relation[i]!, verb[i]!);
  add2(row, 133, relation[i]!, up >= 0 ? lemma[up]! : 0);
  add3(row, 134, relation[i]!, up >= 0 ? tag[up]! : 0, tag[i]!);
  add2(row, 135, relation[i]!, up >= 0 ? verb[up]! : 0);
  add(row, 136, below[i]!);
  add2(row, 137, roles[i]!, lemma[i]!);
  add2(row, 138, roles[i]!, verb[i]!);
  add2(row, 139, roles[i]!, tag[i]!);
  if (up >= 0) add2(row, 140, roles[up]!, verb[up]!);
  add2(row, 141, up >= 0 ? relation[up]! : 0, relation[i]!);
  add2(row, 142, up >= 0 ? speaker[up]! : 0, relation[i]!);
}
