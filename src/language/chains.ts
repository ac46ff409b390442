import { type Kernel, put, record, reserve } from './kernel.ts';
import type { Lexeme } from './lexeme.ts';
import { putTemplates, type Templates, templatesOf } from './linear.ts';
import { stepOf, whole } from './steps.ts';
import { type PlacedVectors, padded, type Vectors } from './vectors.ts';

/**
 * What stands before and after each word, as numbers: chains of units that run through the sentence from either end. At each
 * word a unit moves from its last value towards the word's, as far as the word's gate says:
 * value = gate · last + (1 − gate) · softened(what the word adds). (A recurrent network whose gates look at the word
 * alone: Lei et al. 2018, so that what words add is worked out for all of a sentence at once.)
 */
export interface Chains extends Inputs {
  /**
   * How many units each of the two chains has: a multiple of 4. A row is of `4 * width`: gates and values of the chain from the left,
   * then of that from the right.
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

const TAG_NAMES = ['t', 'l', 'r'];
const WORD_NAMES = ['cluster', 's3', 's2', 'shape', 'amb', 'lower'];
/** What the chains see of a word: its tag with those beside it, then its looks, of which the last is the word itself. */
export const CHAIN_TEMPLATES = behind(
  templatesOf(TAG_NAMES, ['t', 't l', 't r']),
  templatesOf(WORD_NAMES, WORD_NAMES),
  TAG_NAMES.length,
);
/** The values of those templates' slots, filled by `chainSlots`. */
export const CHAIN_SLOTS = new Int32Array(1 + TAG_NAMES.length + WORD_NAMES.length);

/** The templates one behind the other, the slots of the second behind those of the first, which are so many. */
function behind(first: Templates, second: Templates, slots: number): Templates {
  return {
    slots: Uint8Array.from([...first.slots, ...second.slots.map((slot) => slot && slot + slots)]),
    seeds: Int32Array.from([...first.seeds, ...second.seeds]),
    count: first.count + second.count,
  };
}

/** Stands for the tag where there is no word. */
const EDGE = 255;
/** Keeps the rows of tags apart from those of words. */
const TAG_SEED = 0x7a65;

/** Fills `CHAIN_SLOTS` for word `i`. */
export function chainSlots(word: Lexeme, tags: Uint8Array, i: number): void {
  CHAIN_SLOTS[1] = TAG_SEED + tags[i]!;
  CHAIN_SLOTS[2] = TAG_SEED + (tags[i - 1] ?? EDGE);
  CHAIN_SLOTS[3] = TAG_SEED + (tags[i + 1] ?? EDGE);
  CHAIN_SLOTS[4] = word.cluster;
  CHAIN_SLOTS[5] = word.suffix3;
  CHAIN_SLOTS[6] = word.suffix2;
  CHAIN_SLOTS[7] = word.shape;
  CHAIN_SLOTS[8] = word.ambiguity;
  CHAIN_SLOTS[9] = word.lower;
}

/** Chains in a kernel (kernel/chains.ts), with room for a sentence that grows with the longest. */
export interface PlacedChains {
  readonly kernel: Kernel;
  readonly record: number;
  readonly width: number;
  /** What the layer takes up for each word: so many numbers of 16 bits, and so many bytes. */
  readonly row: number;
  readonly flags: number;
  readonly room: { words: number; size: number };
}

/** Lays chains down for a layer of so many units, for which their values count at so many words. */
export function chainsIn(
  kernel: Kernel,
  { width, rows, bits, unit, dense, vectors: { dims } }: Chains,
  vectors: PlacedVectors,
  units: number,
  joints: number,
): PlacedChains {
  const step = stepOf(rows);
  const placed = record(kernel, [
    ['i32', 0],
    ['i32', putTemplates(kernel, CHAIN_TEMPLATES, 0)],
    ['i32', width],
    ['i32', put(kernel, whole(rows, step))],
    ['i32', 32 - bits],
    ['f32', unit * step],
    ['i32', put(kernel, padded(dense, dims))],
    ['i32', reserve(kernel, vectors.count * 4 * width * 4)],
    ['i32', reserve(kernel, vectors.count)],
  ]);
  return { kernel, record: placed, width, row: joints * units, flags: joints, room: { words: 0, size: 0 } };
}

/** Numbers of a word in the room: its slots' values and that of its vector. */
const NUMBERS = CHAIN_SLOTS.length + 1;

/** Fills the room with a sentence's words. */
export function putWords(chains: PlacedChains, words: readonly Lexeme[], tags: Uint8Array): void {
  const { room, kernel } = chains;
  if (words.length > room.size) enlarge(chains, words.length);
  let at = room.words >> 2;
  for (let i = 0; i < words.length; i++, at += NUMBERS) {
    chainSlots(words[i]!, tags, i);
    kernel.memory.i32.set(CHAIN_SLOTS, at);
    kernel.memory.i32[at + NUMBERS - 1] = words[i]!.vector;
  }
}

/** The fewest words for which there is room. */
const LEAST = 512;

/** Makes new room, for at least so many words, and for the root and nothing behind them. */
function enlarge({ kernel, record: chains, width, row, flags, room }: PlacedChains, least: number): void {
  room.size = Math.max(LEAST, 2 * least);
  const size = room.size + 2;
  room.words = reserve(kernel, size * NUMBERS * 4);
  const sentence = record(kernel, [
    ['i32', room.words],
    ['i32', NUMBERS * 4],
    ['i32', reserve(kernel, size * 4 * width * 4)],
    ['i32', reserve(kernel, size * 2 * width * 2)],
    ['i32', reserve(kernel, size * row * 2)],
    ['i32', reserve(kernel, size * flags)],
  ]);
  kernel.memory.i32[chains >> 2] = sentence;
}
