import { writeFileSync } from 'node:fs';
import type { VectorHeader } from '../../src/language/vectors.ts';
import { randomFrom } from '../random.ts';
import { companyOf, type Sparse } from './company.ts';
import { packed, zipped } from './pack.ts';

const DIMS = 50;
/** Directions beyond those kept, so that the last ones kept are found well. */
const SPARE = 10;
/** Rounds in which the main directions are sought. */
const ROUNDS = 8;
/** Mean length that vectors are brought to. */
const LENGTH = 3;
const SEED = 7;

/**
 * Learns a vector for each word of plain texts from the company that it keeps, and writes them to `out`: the main directions of the
 * matrix of ties, each weighed by the square root of its share (truncated singular values). The same texts give the same bytes.
 * @returns how many vectors there are
 */
export function writeVectors(texts: Iterable<string>, out: string): number {
  const { words, ties } = companyOf(texts);
  const vectors = vectorsOf(ties);
  const most = vectors.reduce((max, x) => Math.max(max, Math.abs(x)), 0);
  const unit = most / 127 || 1;
  const header: VectorHeader = { dims: DIMS, unit, words };
  const body = Int8Array.from(vectors, (x) => Math.round(x / unit));
  writeFileSync(out, zipped(packed(header, [new Uint8Array(body.buffer)])));
  return words.length;
}

/** A matrix of `rows` by `WIDTH`, row by row. */
type Thin = Float64Array;
const WIDTH = DIMS + SPARE;

/** `DIMS` numbers for each row of the matrix, by orthogonal iteration. */
function vectorsOf(ties: Sparse): Float64Array {
  const random = randomFrom(SEED);
  let directions: Thin = Float64Array.from({ length: ties.columns * WIDTH }, () => random() - 0.5);
  for (let round = 0; round < ROUNDS; round++)
    directions = transposedTimes(ties, times(ties, orthonormal(directions)));
  const along = times(ties, orthonormal(directions));
  const shares = Float64Array.from({ length: DIMS }, (_, k) => Math.sqrt(lengthOf(along, k)));
  const vectors = new Float64Array(ties.rows * DIMS);
  for (let row = 0; row < ties.rows; row++) {
    const vector = shares.map((share, k) => along[row * WIDTH + k]! / (share || 1));
    const length = Math.hypot(...vector) || 1;
    for (let k = 0; k < DIMS; k++) vectors[row * DIMS + k] = (vector[k]! / length) * LENGTH;
  }
  return vectors;
}

function times({ rows, starts, column, value }: Sparse, right: Thin): Thin {
  const out = new Float64Array(rows * WIDTH);
  for (let row = 0; row < rows; row++)
    for (let i = starts[row]!; i < starts[row + 1]!; i++)
      addScaled(out, row * WIDTH, right, column[i]! * WIDTH, value[i]!);
  return out;
}

function transposedTimes({ rows, columns, starts, column, value }: Sparse, right: Thin): Thin {
  const out = new Float64Array(columns * WIDTH);
  for (let row = 0; row < rows; row++)
    for (let i = starts[row]!; i < starts[row + 1]!; i++)
      addScaled(out, column[i]! * WIDTH, right, row * WIDTH, value[i]!);
  return out;
}

function addScaled(to: Thin, at: number, from: Thin, begin: number, scale: number): void {
  for (let k = 0; k < WIDTH; k++) to[at + k] = to[at + k]! + scale * from[begin + k]!;
}

/** The columns made to stand at right angles and of length 1, one after the other (Gram-Schmidt, twice over). */
function orthonormal(matrix: Thin): Thin {
  for (let k = 0; k < WIDTH; k++) {
    for (let other = 0; other < 2 * k; other++) subtractShare(matrix, k, other % k);
    const length = lengthOf(matrix, k) || 1;
    for (let i = k; i < matrix.length; i += WIDTH) matrix[i] = matrix[i]! / length;
  }
  return matrix;
}

/** Takes out of column `k` what it has of column `other`. */
function subtractShare(matrix: Thin, k: number, other: number): void {
  let share = 0;
  for (let i = 0; i < matrix.length; i += WIDTH) share += matrix[i + k]! * matrix[i + other]!;
  for (let i = 0; i < matrix.length; i += WIDTH) matrix[i + k] = matrix[i + k]! - share * matrix[i + other]!;
}

function lengthOf(matrix: Thin, k: number): number {
  let sum = 0;
  for (let i = k; i < matrix.length; i += WIDTH) sum += matrix[i]! * matrix[i]!;
  return Math.sqrt(sum);
}
