import type { Vectors } from './chains.ts';

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
