import { type Chooser, chooseAlone, chooserOf, chooseWith, leadOf, type Table } from './choice.ts';
import { activate, type Hidden, type Layer, layerOf } from './hidden.ts';
import { type Kernel, reserve } from './kernel.ts';
import type { Lexeme } from './lexeme.ts';
import { templatesOf } from './linear.ts';
import type { PlacedVectors } from './vectors.ts';

/**
 * A tagger that goes through a sentence from left to right, over joint UPOS|XPOS tags: a linear model over combinations of
 * what it sees, and a hidden layer over the same and the vectors of the words around. Then it looks again at those words of
 * which it was in doubt, now that the words after them have tags too.
 */
export interface Tagger {
  readonly chooser: Chooser;
  readonly second: Chooser;
  readonly layer: Layer;
  /** Tags that a word outside the vocabulary can have. */
  readonly openTags: Uint8Array;
  /** Words whose tag led by less than this are looked at again; 0 for a tagger that has not learned to. */
  readonly doubt: number;
}

/** See `Tagger.doubt`; measured: docs/decisions/second-look.md. */
export const DOUBT = 1.5;

/** How the tagger's linear model chooses; how large a lead is sure was measured: docs/decisions/cascade.md. */
const LEAD = 2.5;

/** A tagger of what was learned, in a kernel whose memory holds the table and vectors. At the second look it chooses with all there is. */
export function taggerOf(
  kernel: Kernel,
  table: Table,
  hidden: Hidden,
  vectors: PlacedVectors,
  frame: Pick<Tagger, 'openTags' | 'doubt'>,
): Tagger {
  const slots = reserve(kernel, TAG_SLOTS.byteLength);
  return {
    ...frame,
    chooser: chooserOf(kernel, TAG_TEMPLATES, slots, table, LEAD),
    second: chooserOf(kernel, SECOND_TEMPLATES, slots, table, Number.POSITIVE_INFINITY),
    layer: layerOf(kernel, hidden, TAG_INPUTS, slots, vectors),
  };
}

/** The tags of a sentence's words, as numbers. */
export function tag(tagger: Tagger, words: readonly Lexeme[]): Uint8Array {
  const tags = new Uint8Array(words.length);
  const look = lookAt(words);
  const doubtful: number[] = [];
  for (let i = 0; i < words.length; i++) {
    tags[i] = tagOf(tagger, look, i, tags, null);
    if (leadOf(tagger.chooser) < tagger.doubt) doubtful.push(i);
  }
  for (const i of doubtful) tags[i] = tagOf(tagger, look, i, tags, tags);
  return tags;
}

/** The tag of word `i`, given the tags before it and, where there are any yet, those after it. */
function tagOf(
  { chooser, second, layer, openTags }: Tagger,
  look: TaggerLook,
  i: number,
  before: Uint8Array,
  after: Uint8Array | null,
): number {
  const { tags } = look.words[i]!;
  const can = tags.length ? tags : openTags;
  if (can.length > 1) tagSlots(look, i, before, after);
  const by = after === null ? chooser : second;
  const sure = chooseAlone(by, TAG_SLOTS, can);
  if (sure >= 0) return sure;
  tagWords(look, i);
  activate(layer, TAG_WORDS, NOWHERE);
  return chooseWith(by, layer, 0);
}

/** A sentence as the tagger sees it. */
export interface TaggerLook {
  readonly words: readonly Lexeme[];
  /** 1 where most words begin with a capital, 2 where all letters are capitals, else 0. */
  readonly casing: number;
}

/** The sentence with what is told of it as a whole. */
export function lookAt(words: readonly Lexeme[]): TaggerLook {
  let capital = 0;
  let upper = 0;
  let lower = 0;
  for (const { casing } of words) {
    if (casing === 2) upper++;
    else if (casing === 1) capital++;
    else if (casing === 0) lower++;
  }
  const cased = capital + upper + lower;
  if (upper > 1 && lower === 0 && upper > capital) return { words, casing: 2 };
  return { words, casing: cased > 3 && lower * 2 < cased ? 1 : 0 };
}

const NAMES =
  'form lower p1 p2 p3 s1 s2 s3 s4 shape cluster amb casing first l1 l2 r1 r2 ls r3 rs r2s lc l2c rc r2c la ra r2a rshape lshape t1 t2 t3 n1 n2'.split(
    ' ',
  );
/** What says most, in this order. */
const EARLY = [
  's1',
  'amb',
  'shape first casing',
  'cluster',
  't1',
  's3 shape',
  's2',
  'rc',
  't1 s2 shape',
  's3',
  't1 t2',
  'ra amb',
  'lshape shape',
  'rc cluster',
  'cluster s2',
  't1 lc',
  's4',
  'rshape shape',
  't1 ra',
  'rs',
  'lc',
  'lower',
  'rs amb',
  'shape casing',
  't1 rc',
  'lc cluster',
  't1 s3',
  'lower casing',
  'rs s2',
  'r2',
];
const FIRST = [
  'form',
  'lower',
  'lower casing',
  'p1 shape',
  'p2',
  'p3',
  's1',
  's2',
  's3',
  's4',
  's3 shape',
  's2 casing shape',
  'shape casing',
  'shape first casing',
  'cluster',
  'amb',
  'cluster s2',
  't1',
  't1 t2',
  't1 t2 t3',
  't1 lower',
  't1 s3',
  't1 s2 shape',
  't1 ra',
  't1 amb ra',
  't1 rc',
  't1 r1',
  't1 lc',
  't1 l1',
  'l1',
  'l2',
  'lc',
  'lc cluster',
  'lshape shape',
  'r1',
  'r1 amb',
  'r2',
  'r1 r2',
  'rs',
  'rs s2',
  'rs amb',
  'r2s',
  'rc',
  'rc cluster',
  'ra amb',
  'rshape shape',
];
/** What is asked besides at the second look. */
const AFTER = ['n1', 'lower n1', 't1 n1', 't1 lower n1', 'n1 n2', 'lower n1 n2', 't1 amb n1'];
export const TAG_TEMPLATES = templatesOf(NAMES, FIRST, EARLY);
export const SECOND_TEMPLATES = templatesOf(NAMES, [...FIRST, ...AFTER], EARLY);

/** What the hidden layer sees besides the words' vectors. */
export const TAG_INPUTS = templatesOf(
  NAMES,
  'lower p3 s2 s3 s4 shape cluster amb casing first l1 ls lc la lshape l2 l2c r1 rs rc ra rshape r2 r2s r2c r2a t1 t2 n1 n2'.split(
    ' ',
  ),
);
/** The vectors of the words around the current one, filled by `tagWords`; there are no words whose chains count. */
export const TAG_WORDS = new Int32Array(5);
export const NOWHERE = new Int32Array(0);

/** What the features of the current decision are made of, filled by `tagSlots`. */
export const TAG_SLOTS = new Int32Array(NAMES.length + 1);
const EDGE = 77;

/** Fills `TAG_SLOTS` for word `i`, given the tags before it and, where there are any yet, those after it. */
export function tagSlots(
  { words, casing }: TaggerLook,
  i: number,
  before: Uint8Array,
  after: Uint8Array | null,
): void {
  const word = words[i]!;
  const l1 = words[i - 1];
  const l2 = words[i - 2];
  const r1 = words[i + 1];
  const r2 = words[i + 2];
  const s = TAG_SLOTS;
  s[1] = word.form;
  s[2] = word.lower;
  s[3] = word.prefix1;
  s[4] = word.prefix2;
  s[5] = word.prefix3;
  s[6] = word.suffix1;
  s[7] = word.suffix2;
  s[8] = word.suffix3;
  s[9] = word.suffix4;
  s[10] = word.shape;
  s[11] = word.cluster;
  s[12] = word.ambiguity;
  s[13] = casing + 1;
  s[14] = i === 0 ? 1 : 2;
  s[15] = l1 ? l1.lower : EDGE;
  s[16] = l2 ? l2.lower : EDGE;
  s[17] = r1 ? r1.lower : EDGE;
  s[18] = r2 ? r2.lower : EDGE;
  s[19] = l1 ? l1.suffix3 : EDGE;
  s[20] = 0;
  s[21] = r1 ? r1.suffix3 : EDGE;
  s[22] = r2 ? r2.suffix3 : EDGE;
  s[23] = l1 ? l1.cluster : EDGE;
  s[24] = l2 ? l2.cluster : EDGE;
  s[25] = r1 ? r1.cluster : EDGE;
  s[26] = r2 ? r2.cluster : EDGE;
  s[27] = l1 ? l1.ambiguity : EDGE;
  s[28] = r1 ? r1.ambiguity : EDGE;
  s[29] = r2 ? r2.ambiguity : EDGE;
  s[30] = r1 ? r1.shape : EDGE;
  s[31] = l1 ? l1.shape : EDGE;
  s[32] = i > 0 ? before[i - 1]! + 2 : 1;
  s[33] = i > 1 ? before[i - 2]! + 2 : 1;
  s[34] = i > 2 ? before[i - 3]! + 2 : 1;
  s[35] = nextTag(after, i + 1);
  s[36] = nextTag(after, i + 2);
}

/** 0 where there are no tags yet, 1 past the end. */
const nextTag = (after: Uint8Array | null, i: number): number =>
  after === null ? 0 : i < after.length ? after[i]! + 2 : 1;

/** Fills `TAG_WORDS` for word `i`. */
export function tagWords({ words }: TaggerLook, i: number): void {
  for (let place = 0; place < TAG_WORDS.length; place++) TAG_WORDS[place] = words[i + place - 2]?.vector ?? 0;
}
