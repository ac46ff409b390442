import { type Chains, chainsIn, type Inputs, type PlacedChains, putWords } from './chains.ts';
import { type Kernel, put, record, reserve } from './kernel.ts';
import type { Lexeme } from './lexeme.ts';
import { putTemplates, type Templates } from './linear.ts';
import { FULL, largest, whole } from './steps.ts';
import { type PlacedVectors, padded } from './vectors.ts';

/**
 * A small hidden layer: what each input adds to its units is summed, cut off at 0, and weighed for every class. Its scores
 * go on top of a linear model's. Inputs are hashed rows, for some places of the sentence the vector of the word there, and for
 * some the values of the chains there, which tell of the whole sentence.
 */
export interface Hidden extends Inputs {
  /** How many units there are: a multiple of 8, at most 256. */
  readonly width: number;
  readonly chains: Chains;
  /** What the chains' values at a word add: for every place, unit and value; nothing where a layer has no chains. */
  readonly joint: Float32Array;
  /** What a unit is worth: for every class and unit. */
  readonly out: Float32Array;
}

/** A hidden layer at work, in a kernel: kernel/layer.ts. What is added up is whole steps of 16 bits. */
export interface Layer {
  readonly kernel: Kernel;
  readonly record: number;
  readonly chains: PlacedChains;
}

/** What a word or its chains may add, in largest rows; what is more counts as that. */
const WIDER = 4;
/** Steps of a chain's value, which is between -1 and 1 (as in kernel/chains.ts), and of the largest number of `joint`. */
const VALUE = 255;
const JOINT = 2047;

/**
 * The layer at work in a kernel, in whose memory the slots' values of its inputs will be at `slots`, and the vectors are. No sum of
 * a decision's inputs overflows.
 */
export function layerOf(
  kernel: Kernel,
  hidden: Hidden,
  templates: Templates,
  slots: number,
  vectors: PlacedVectors,
): Layer {
  const { rows, unit, width, bits, dense, out, joint, chains } = hidden;
  const places = dense.length / width / hidden.vectors.dims;
  const size = 2 * chains.width;
  const joints = joint.length / width / (size || 1);
  const steps = Math.floor(FULL / (templates.count + WIDER * (places + joints)));
  const step = (largest(rows) * unit || 1) / steps;
  const fine = (largest(joint) || 1) / JOINT;
  const placed = chainsIn(kernel, chains, vectors, width, joints);
  return {
    kernel,
    chains: placed,
    record: record(kernel, [
      ['i32', putTemplates(kernel, templates, slots)],
      ['i32', put(kernel, whole(rows, step / unit))],
      ['i32', 32 - bits],
      ['i32', width],
      ['i32', places],
      ['i32', joints],
      ['f32', step],
      ['f32', steps * WIDER],
      ['i32', put(kernel, out)],
      ['i32', put(kernel, padded(dense, hidden.vectors.dims))],
      ['i32', vectors.at],
      ['i32', vectors.dims],
      ['i32', reserve(kernel, vectors.count * places * width * 2)],
      ['i32', reserve(kernel, vectors.count)],
      ['i32', put(kernel, whole(joint, fine))],
      ['f32', fine / VALUE / step],
      ['i32', placed.record],
    ]),
  };
}

/** Runs the chains through a sentence, of which `activate` will tell until the next. */
export function follow({ kernel, record, chains }: Layer, words: readonly Lexeme[], tags: Uint8Array): void {
  putWords(chains, words, tags);
  kernel.run.follow(record, words.length);
}

/**
 * Works the units out, for the values that the layer's slots have: `words` are the vectors at the places, `at` the words whose chains'
 * values count; the root and nothing come after the last word.
 */
export function activate({ kernel, record }: Layer, words: Int32Array, at: Int32Array): void {
  const { memory, at: places, run } = kernel;
  memory.i32.set(words, places.vectors >> 2);
  memory.i32.set(at, places.joints >> 2);
  run.activate(record);
}
