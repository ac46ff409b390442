import { type Kernel, put } from './kernel.ts';

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
export const vectorsIn = (kernel: Kernel, { values, dims }: Vectors): PlacedVectors => ({
  at: put(kernel, padded(values, dims)),
  count: values.length / dims,
  dims: fours(dims),
});

/** Rows of `dims` numbers, each filled up with 0 to a multiple of 4. */
export function padded(values: Float32Array, dims: number): Float32Array {
  const wide = fours(dims);
  const rows = new Float32Array((values.length / dims) * wide);
  for (let from = 0, to = 0; from < values.length; from += dims, to += wide)
    rows.set(values.subarray(from, from + dims), to);
  return rows;
}

const fours = (size: number): number => Math.ceil(size / 4) * 4;
