import type { Lexeme } from './lexeme.ts';
import { addRows, featureRows, templatesOf } from './linear.ts';

/**
 * What stands before and after each word, as numbers: chains of units that run through the sentence from either end. At each
 * word a unit moves from its last value towards the word's, as far as the word's gate says:
 * value = gate · last + (1 − gate) · softened(what the word adds). (A recurrent network whose gates look at the word
 * alone: Lei et al. 2018, so that what a word adds is worked out once a process.)
 */
export interface Chains extends Inputs {
  /**
   * How many units each of the two chains has. A row is of `4 * width`: gates and values of the chain from the left, then of that
   * from the right.
   */
  readonly width: number;
}

/** What is added up for some units. */
export interface Inputs {
  /** `1 << bits` rows of a number for each unit. */
  readonly bits: number;
  readonly rows: Int16Array | Float32Array;
  /** What 1 in a row is worth. */
  readonly unit: number;
  /** What a word's vector adds: for every unit (of every place, where there are several), and for every dimension. */
  readonly dense: Float32Array;
  readonly vectors: Vectors;
}

/** A vector for each number of a word, one after the other; number 0 is for words without. */
export interface Vectors {
  readonly values: Float32Array;
  readonly dims: number;
}

/** Chains at work: what the words met so far add. */
export interface ChainsAtWork {
  readonly chains: Chains;
  readonly added: WeakMap<Lexeme, Float32Array>;
}

const NAMES = ['cluster', 's3', 's2', 'shape', 'amb', 'lower'];
/** What the chains see of a word; the last is the word itself. */
const TEMPLATES = templatesOf(NAMES, NAMES);
export const CHAIN_INPUT_COUNT = TEMPLATES.count;
/** Where the rows of a word's inputs begin, filled by `chainInputs`. */
export const CHAIN_INPUTS = new Int32Array(CHAIN_INPUT_COUNT);
const SLOTS = new Int32Array(NAMES.length + 1);

/** Fills `CHAIN_INPUTS` for a word. */
export function chainInputs(word: Lexeme, { bits, width }: Pick<Chains, 'bits' | 'width'>): void {
  SLOTS[1] = word.cluster;
  SLOTS[2] = word.suffix3;
  SLOTS[3] = word.suffix2;
  SLOTS[4] = word.shape;
  SLOTS[5] = word.ambiguity;
  SLOTS[6] = word.lower;
  featureRows(TEMPLATES, SLOTS, bits, 4 * width, CHAIN_INPUTS);
}

const TAG_TEMPLATES = templatesOf(['t', 'l', 'r'], ['t', 't l', 't r']);
export const CHAIN_TAG_COUNT = TAG_TEMPLATES.count;
/** Where the rows of a word's tag begin, filled by `chainTags`. */
export const CHAIN_TAGS = new Int32Array(CHAIN_TAG_COUNT);
const TAG_SLOTS = new Int32Array(4);
/** Stands for the tag where there is no word. */
const EDGE = 255;
/** Keeps the rows of tags apart from those of words. */
const TAG_SEED = 0x7a65;

/** Fills `CHAIN_TAGS` for word `i`. */
export function chainTags(
  tags: Uint8Array,
  i: number,
  { bits, width }: Pick<Chains, 'bits' | 'width'>,
): void {
  TAG_SLOTS[1] = TAG_SEED + tags[i]!;
  TAG_SLOTS[2] = TAG_SEED + (tags[i - 1] ?? EDGE);
  TAG_SLOTS[3] = TAG_SEED + (tags[i + 1] ?? EDGE);
  featureRows(TAG_TEMPLATES, TAG_SLOTS, bits, 4 * width, CHAIN_TAGS);
}

/**
 * The values of the chains at each word, those from the left first; then 0 for the root and for nothing.
 */
export function follow(work: ChainsAtWork, words: readonly Lexeme[], tags: Uint8Array): Float64Array {
  const { width } = work.chains;
  const sums = roomFor(words.length * 4 * width);
  for (let i = 0; i < words.length; i++)
    addUp(work.chains, work.added.get(words[i]!) ?? addedBy(work, words[i]!), tags, i, sums);
  const values = new Float64Array((words.length + 2) * 2 * width);
  runChains(sums, values, words.length, width);
  return values;
}

/** Room for one sentence's sums, kept for the next. */
let room = new Float64Array(0);

function roomFor(size: number): Float64Array {
  if (room.length < size) room = new Float64Array(2 * size);
  return room;
}

/** Runs both chains over the first `size` words of `sums`. */
export function runChains(
  sums: Float32Array | Float64Array,
  values: Float32Array | Float64Array,
  size: number,
  width: number,
): void {
  for (let i = 0; i < size; i++)
    advance(sums, values, i * 4 * width, i * 2 * width, -2 * width, i === 0, width);
  for (let i = size - 1; i >= 0; i--)
    advance(sums, values, (i * 4 + 2) * width, (i * 2 + 1) * width, 2 * width, i === size - 1, width);
}

/** One word's step of one chain. */
function advance(
  sums: Float32Array | Float64Array,
  values: Float32Array | Float64Array,
  from: number,
  at: number,
  last: number,
  first: boolean,
  width: number,
): void {
  for (let u = 0; u < width; u++) {
    const gate = gateOf(sums[from + u]!);
    const value = softened(sums[from + width + u]!);
    const before = first ? 0 : values[at + last + u]!;
    values[at + u] = gate * before + (1 - gate) * value;
  }
}

/** Between -1 and 1. */
export const softened = (x: number): number => x / (1 + Math.abs(x));

/** Between 0 and 1; where nothing is added, a chain keeps three quarters of its value. */
export const gateOf = (x: number): number => 0.5 + 0.5 * softened(x + 1);

/** Fills the sums of word `i` with what it and its tag add. */
function addUp(
  { bits, width, rows, unit }: Chains,
  added: Float32Array,
  tags: Uint8Array,
  i: number,
  sums: Float64Array,
): void {
  chainTags(tags, i, { bits, width });
  const whole = 4 * width;
  const a = CHAIN_TAGS[0]!;
  const b = CHAIN_TAGS[1]!;
  const c = CHAIN_TAGS[2]!;
  for (let j = 0, at = i * whole; j < whole; j++)
    sums[at + j] = added[j]! + (rows[a + j]! + rows[b + j]! + rows[c + j]!) * unit;
}

/** What a word adds, kept for the next time. */
function addedBy({ chains, added }: ChainsAtWork, word: Lexeme): Float32Array {
  const { width, rows, unit, dense, vectors } = chains;
  chainInputs(word, chains);
  const sums = new Float64Array(4 * width);
  addRows(rows, CHAIN_INPUTS, CHAIN_INPUT_COUNT, 4 * width, sums);
  const { values, dims } = vectors;
  const out = new Float32Array(4 * width);
  for (let j = 0; j < out.length; j++) {
    let sum = sums[j]! * unit;
    if (word.vector > 0)
      for (let k = 0; k < dims; k++) sum += dense[j * dims + k]! * values[word.vector * dims + k]!;
    out[j] = sum;
  }
  added.set(word, out);
  return out;
}
