import { type Kernel, reserve } from './kernel.ts';

/** A vector for each number of a word, one after the other; number 0 is for words without. */
export interface Vectors {
  readonly values: Float32Array;
  readonly dims: number;
}

/** Vectors of words, and of kinds of words. */
export interface WordVectors {
  /** The number of each word's vector. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly vectors: Vectors;
}

/** What the file of vectors says before them: signed bytes, each worth `unit`. */
export interface VectorHeader {
  readonly dims: number;
  readonly unit: number;
  /** The word of each vector from number 1 on. */
  readonly words: readonly string[];
}

/** The vectors in a file's unpacked bytes: a length, a JSON header of that length, the vectors from number 1 on. */
export function wordVectorsOf(bytes: Uint8Array): WordVectors {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))) as VectorHeader;
  const { dims, unit, words } = header;
  const values = new Float32Array((words.length + 1) * dims);
  for (let i = dims, at = 4 + length; i < values.length; i++, at++)
    values[i] = ((bytes[at]! << 24) >> 24) * unit;
  return { numbers: new Map(words.map((word, i) => [word, i + 1])), vectors: { values, dims } };
}

/** Vectors in a kernel's memory: so many, of so many numbers, which are a multiple of 4. */
export interface PlacedVectors {
  readonly at: number;
  readonly count: number;
  readonly dims: number;
}

/** Lays vectors down in a kernel. */
export function vectorsIn(kernel: Kernel, { values, dims }: Vectors): PlacedVectors {
  const count = values.length / dims;
  const at = reserve(kernel, count * fours(dims) * 4);
  pad(values, dims, kernel.memory.f32.subarray(at >> 2));
  return { at, count, dims: fours(dims) };
}

/** Rows of `dims` numbers, each filled up with 0 to a multiple of 4. */
export function padded(values: Float32Array, dims: number): Float32Array {
  const rows = new Float32Array((values.length / dims) * fours(dims));
  pad(values, dims, rows);
  return rows;
}

function pad(values: Float32Array, dims: number, rows: Float32Array): void {
  const wide = fours(dims);
  for (let from = 0, to = 0; from < values.length; from += dims, to += wide)
    for (let k = 0; k < dims; k++) rows[to + k] = values[from + k]!;
}

const fours = (size: number): number => Math.ceil(size / 4) * 4;
