import type { Lexeme } from './lexeme.ts';
import { LEFT, type State } from './state.ts';
import { LABEL_NAMES, NAMES } from './templates.ts';

/** A sentence as the parser sees it; the last two places are the root and nothing. */
export interface ParserLook {
  readonly words: Int32Array;
  readonly tags: Int32Array;
  readonly coarse: Int32Array;
  readonly clusters: Int32Array;
  readonly suffixes: Int32Array;
  readonly vectors: Int32Array;
  /** Up to each place, how many commas, other marks, verbs and conjunctions stand before it. */
  readonly commas: Int32Array;
  readonly marks: Int32Array;
  readonly verbs: Int32Array;
  readonly conjunctions: Int32Array;
}

/** What the parser asks of a tag. */
export interface TagKinds {
  readonly coarse: Uint8Array;
  readonly isVerb: Uint8Array;
  readonly isMark: Uint8Array;
  readonly isConjunction: Uint8Array;
  readonly isComma: Uint8Array;
}

/** What coarse tags are counted from, beyond `ROOT` and `NOTHING`. */
export const FIRST_COARSE = 8;
const ROOT = 3;
const NOTHING = 5;

/** The numbers that the features of a sentence are made of. */
export function parserLook(words: readonly Lexeme[], tags: Uint8Array, kinds: TagKinds): ParserLook {
  const size = words.length;
  const of = (pick: (i: number) => number): Int32Array => {
    const values = new Int32Array(size + 2);
    for (let i = 0; i < size; i++) values[i] = pick(i);
    values[size] = ROOT;
    values[size + 1] = NOTHING;
    return values;
  };
  const before = (is: Uint8Array): Int32Array => {
    const counts = new Int32Array(size + 3);
    for (let i = 0; i < size; i++) counts[i + 1] = counts[i]! + is[tags[i]!]!;
    counts[size + 1] = counts[size]!;
    counts[size + 2] = counts[size]!;
    return counts;
  };
  return {
    words: of((i) => words[i]!.lower),
    tags: of((i) => tags[i]! + 8),
    coarse: of((i) => kinds.coarse[tags[i]!]! + FIRST_COARSE),
    clusters: of((i) => words[i]!.cluster),
    suffixes: of((i) => words[i]!.suffix3),
    vectors: Int32Array.from({ length: size + 2 }, (_, i) => words[i]?.vector ?? 0),
    commas: before(kinds.isComma),
    marks: before(kinds.isMark),
    verbs: before(kinds.isVerb),
    conjunctions: before(kinds.isConjunction),
  };
}

/** What the features of the current decision are made of, filled by `structureSlots`. */
export const STRUCTURE_SLOTS = new Int32Array(NAMES.length + 1);
const S = STRUCTURE_SLOTS;

/** Fills `STRUCTURE_SLOTS` for the decision that the state asks for. */
export function structureSlots(look: ParserLook, state: State): void {
  const { stack, none, size } = state;
  const { depth, next } = state.counts;
  const s0 = depth > 0 ? stack[depth - 1]! : none;
  const s1 = depth > 1 ? stack[depth - 2]! : none;
  const s2 = depth > 2 ? stack[depth - 3]! : none;
  let k = stackSlots(look, state, s0, s1, s2);
  k = bufferSlots(look, state, next, k);
  k = dependantSlots(look, state, s0, s1, next, k);
  S[k++] = depth > 0 ? distance(next - s0) : 9;
  S[k++] = depth > 1 ? distance(s0 - s1) : 9;
  S[k++] = depth > 0 ? between(look, s0, next) : 0;
  S[k++] = depth > 1 ? between(look, s1, s0) : 0;
  S[k++] = look.suffixes[s0]!;
  S[k++] = look.suffixes[next]!;
  S[k++] = look.suffixes[s1]!;
  S[k++] = look.tags[s0 > 0 && s0 < size ? s0 - 1 : none]!;
  S[k++] = look.tags[s0 < size ? s0 + 1 : none]!;
}

/** The vectors of the words of the current decision, filled by `structureWords`. */
export const STRUCTURE_WORDS = new Int32Array(10);

/** Fills `STRUCTURE_WORDS`. */
export function structureWords(
  { vectors }: ParserLook,
  { stack, none, size, counts: { depth, next }, left1, right1, marker }: State,
): void {
  const s0 = depth > 0 ? stack[depth - 1]! : none;
  const s1 = depth > 1 ? stack[depth - 2]! : none;
  const w = STRUCTURE_WORDS;
  w[0] = vectors[s0]!;
  w[1] = vectors[s1]!;
  w[2] = vectors[depth > 2 ? stack[depth - 3]! : none]!;
  w[3] = vectors[next]!;
  w[4] = vectors[next < size ? next + 1 : none]!;
  w[5] = vectors[next + 1 < size ? next + 2 : none]!;
  w[6] = vectors[right1[s0]!]!;
  w[7] = vectors[right1[s1]!]!;
  w[8] = vectors[left1[next]!]!;
  w[9] = vectors[marker[s0]!]!;
}

function stackSlots(look: ParserLook, state: State, s0: number, s1: number, s2: number): number {
  const { words, tags, coarse, clusters } = look;
  const { lefts, rights, groups, marker } = state;
  const s = S;
  s[1] = words[s0]!;
  s[2] = tags[s0]!;
  s[3] = coarse[s0]!;
  s[4] = clusters[s0]!;
  s[5] = lefts[s0]! + 1;
  s[6] = rights[s0]! + 1;
  s[7] = groups[s0]! + 1;
  s[8] = words[marker[s0]!]!;
  s[9] = words[s1]!;
  s[10] = tags[s1]!;
  s[11] = coarse[s1]!;
  s[12] = clusters[s1]!;
  s[13] = rights[s1]! + 1;
  s[14] = lefts[s1]! + 1;
  s[15] = groups[s1]! + 1;
  s[16] = words[marker[s1]!]!;
  s[17] = words[s2]!;
  s[18] = tags[s2]!;
  s[19] = clusters[s2]!;
  s[20] = groups[s2]! + 1;
  return 21;
}

function bufferSlots(look: ParserLook, state: State, n0: number, from: number): number {
  const { words, tags, coarse, clusters } = look;
  const { lefts, groups, marker, size, none } = state;
  const n1 = n0 < size ? n0 + 1 : none;
  const n2 = n0 + 1 < size ? n0 + 2 : none;
  const n3 = n0 + 2 < size ? n0 + 3 : none;
  const s = S;
  let k = from;
  s[k++] = words[n0]!;
  s[k++] = tags[n0]!;
  s[k++] = coarse[n0]!;
  s[k++] = clusters[n0]!;
  s[k++] = lefts[n0]! + 1;
  s[k++] = groups[n0]! + 1;
  s[k++] = words[marker[n0]!]!;
  s[k++] = words[n1]!;
  s[k++] = tags[n1]!;
  s[k++] = clusters[n1]!;
  s[k++] = words[n2]!;
  s[k++] = tags[n2]!;
  s[k++] = clusters[n2]!;
  s[k++] = tags[n3]!;
  return k;
}

function dependantSlots(
  look: ParserLook,
  state: State,
  s0: number,
  s1: number,
  n0: number,
  from: number,
): number {
  const { words, tags } = look;
  const { left1, left2, right1, right2, label } = state;
  const s = S;
  let k = dependants(s, from, words, tags, label, left1[s0]!, right1[s0]!);
  k = pair(s, k, tags, label, left2[s0]!, right2[s0]!);
  k = dependants(s, k, words, tags, label, left1[s1]!, right1[s1]!);
  s[k++] = tags[right2[s1]!]!;
  s[k++] = label[right2[s1]!]! + 1;
  s[k++] = words[left1[n0]!]!;
  s[k++] = tags[left1[n0]!]!;
  s[k++] = label[left1[n0]!]! + 1;
  s[k++] = tags[left2[n0]!]!;
  s[k++] = label[left2[n0]!]! + 1;
  return k;
}

/** Slots of the outermost dependants of a word. */
function dependants(
  s: Int32Array,
  from: number,
  words: Int32Array,
  tags: Int32Array,
  label: Uint8Array,
  left: number,
  right: number,
): number {
  s[from] = words[left]!;
  s[from + 1] = tags[left]!;
  s[from + 2] = label[left]! + 1;
  s[from + 3] = words[right]!;
  s[from + 4] = tags[right]!;
  s[from + 5] = label[right]! + 1;
  return from + 6;
}

function pair(
  s: Int32Array,
  from: number,
  tags: Int32Array,
  label: Uint8Array,
  left: number,
  right: number,
): number {
  s[from] = tags[left]!;
  s[from + 1] = label[left]! + 1;
  s[from + 2] = tags[right]!;
  s[from + 3] = label[right]! + 1;
  return from + 4;
}

/** What the features of the current label are made of, filled by `labelSlots`. */
export const LABEL_SLOTS = new Int32Array(LABEL_NAMES.length + 1);

/** Fills `LABEL_SLOTS` for the arc that the decision is about to draw. */
export function labelSlots(look: ParserLook, state: State, decision: number): void {
  const { words, tags, coarse, clusters, suffixes } = look;
  const { stack, none, left1, right1, label, lefts, rights, groups, marker, size } = state;
  const { depth, next } = state.counts;
  const x = stack[depth - 1]!;
  const h = decision === LEFT ? next : stack[depth - 2]!;
  const s = LABEL_SLOTS;
  let k = 1;
  s[k++] = words[h]!;
  s[k++] = tags[h]!;
  s[k++] = coarse[h]!;
  s[k++] = clusters[h]!;
  s[k++] = suffixes[h]!;
  s[k++] = groups[h]! + 1;
  s[k++] = words[marker[h]!]!;
  s[k++] = lefts[h]! + 1;
  s[k++] = rights[h]! + 1;
  s[k++] = label[left1[h]!]! + 1;
  s[k++] = label[right1[h]!]! + 1;
  s[k++] = words[x]!;
  s[k++] = tags[x]!;
  s[k++] = coarse[x]!;
  s[k++] = clusters[x]!;
  s[k++] = suffixes[x]!;
  s[k++] = groups[x]! + 1;
  s[k++] = words[marker[x]!]!;
  s[k++] = label[left1[x]!]! + 1;
  s[k++] = label[right1[x]!]! + 1;
  s[k++] = words[left1[x]!]!;
  s[k++] = words[right1[x]!]!;
  s[k++] = tags[left1[x]!]!;
  s[k++] = tags[right1[x]!]!;
  s[k++] = decision + 1;
  s[k++] = distance(Math.abs(h - x));
  s[k++] = tags[x > 0 ? x - 1 : none]!;
  s[k++] = tags[x < size ? x + 1 : none]!;
  s[k++] = words[x > 0 ? x - 1 : none]!;
  s[k++] = words[x < size ? x + 1 : none]!;
  s[k++] = tags[h > 0 ? h - 1 : none]!;
  s[k++] = tags[h < size ? h + 1 : none]!;
  s[k++] = (label[left1[h]!]! + 1) * 64 + label[right1[h]!]!;
  s[k++] = h < x ? between(look, h, x) : between(look, x, h);
  const sibling = decision === LEFT ? left1[h]! : right1[h]!;
  s[k++] = words[sibling]! ^ label[sibling]!;
}

const distance = (far: number): number => (far < 5 ? far : far < 8 ? 5 : far < 13 ? 6 : far < 25 ? 7 : 8);

/** What stands between two places, roughly: commas, other marks, verbs, conjunctions. */
function between({ commas, marks, verbs, conjunctions }: ParserLook, from: number, to: number): number {
  const count = (of: Int32Array): number => Math.min(2, of[to]! - of[from + 1]!);
  return 1 + count(commas) + 3 * count(marks) + 9 * count(verbs) + 27 * count(conjunctions);
}
