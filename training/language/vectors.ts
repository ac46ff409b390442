import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { VectorHeader } from '../../src/language/vectors.ts';
import { packed, zipped } from './pack.ts';

/** Dimensions that are kept, and the mean length that vectors are brought to. */
const DIMS = 50;
const LENGTH = 3;
/** Rounds in which the main directions are sought. */
const ROUNDS = 30;

/**
 * Turns a file of word vectors (a line each: a word, then its numbers, with blanks between them; `.gz` or not) into the
 * few main dimensions that the model uses, and writes them to `out`. Words with the same vector share one. The same file
 * gives the same bytes.
 * @returns how many words and vectors there are
 * @throws Error where there is none, or naming the line whose numbers are not as many as the first line's
 */
export function writeVectors(file: string, out: string): { words: number; vectors: number } {
  const bytes = readFileSync(file);
  const { words, vectors } = readVectors(file.endsWith('.gz') ? gunzipSync(bytes) : bytes);
  if (!vectors.length) throw new Error(`${file} has no vectors; a line each: a word, then its numbers`);
  const reduced = projected(vectors.map(normal));
  const most = reduced.reduce((max, vector) => Math.max(max, ...vector.map(Math.abs)), 0);
  const unit = most / 127;
  const header: VectorHeader = {
    dims: reduced[0]?.length ?? 0,
    unit,
    words: words.map((alike) => alike.join(' ')),
  };
  const body = Int8Array.from(reduced.flatMap((vector) => [...vector].map((x) => Math.round(x / unit))));
  writeFileSync(out, zipped(packed(header, [new Uint8Array(body.buffer)])));
  return { words: words.reduce((sum, alike) => sum + alike.length, 0), vectors: words.length };
}

interface Read {
  /** The words of each vector. */
  readonly words: readonly (readonly string[])[];
  readonly vectors: readonly Float64Array[];
}

function readVectors(bytes: Uint8Array): Read {
  const numbers = new Map<string, number>();
  const words: string[][] = [];
  const vectors: Float64Array[] = [];
  for (const [line, from, to] of linesIn(bytes)) {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString('utf8');
    const blank = text.indexOf(' ');
    const rest = text.slice(blank + 1).trimEnd();
    let number = numbers.get(rest);
    if (number === undefined) {
      const vector = Float64Array.from(rest.split(' '), Number);
      if (blank < 1 || vector.length !== (vectors[0] ?? vector).length || vector.some(Number.isNaN))
        throw new Error(
          `line ${line}: ${JSON.stringify(text.slice(0, 40))} is not a word and its vector, as the lines before are`,
        );
      number = vectors.length;
      numbers.set(rest, number);
      vectors.push(vector);
      words.push([]);
    }
    words[number]!.push(text.slice(0, blank));
  }
  return { words, vectors };
}

/** The lines that are not empty: their number, start and end. */
function* linesIn(bytes: Uint8Array): Iterable<readonly [number, number, number]> {
  let line = 1;
  for (let from = 0; from < bytes.length; line++) {
    const found = bytes.indexOf(10, from);
    const to = found < 0 ? bytes.length : found;
    if (to > from) yield [line, from, to];
    from = to + 1;
  }
}

function normal(vector: Float64Array): Float64Array {
  const length = Math.hypot(...vector) || 1;
  return vector.map((x) => x / length);
}

/** The vectors along the directions in which they differ most, by repeated multiplication (orthogonal iteration). */
function projected(vectors: readonly Float64Array[]): readonly Float64Array[] {
  const size = vectors[0]!.length;
  const mean = new Float64Array(size);
  for (const vector of vectors)
    for (let i = 0; i < size; i++) mean[i] = mean[i]! + vector[i]! / vectors.length;
  const centred = vectors.map((vector) => vector.map((x, i) => x - mean[i]!));
  const covariance = covarianceOf(centred, size);
  let directions: Float64Array[] = Array.from({ length: Math.min(DIMS, size) }, (_, d) =>
    Float64Array.from({ length: size }, (_, i) => Math.cos((d + 1) * (i + 0.5) * (Math.PI / size))),
  );
  for (let round = 0; round < ROUNDS; round++)
    directions = orthonormal(
      directions.map((direction) => Float64Array.from(covariance, (row) => dot(row, direction))),
    );
  const along = centred.map((vector) => Float64Array.from(directions, (direction) => dot(direction, vector)));
  const squares = along.reduce((sum, vector) => sum + dot(vector, vector), 0);
  const scale = LENGTH / Math.sqrt(squares / along.length);
  return along.map((vector) => vector.map((x) => x * scale));
}

function covarianceOf(centred: readonly Float64Array[], size: number): readonly Float64Array[] {
  const covariance = Array.from({ length: size }, () => new Float64Array(size));
  for (const vector of centred)
    for (let i = 0; i < size; i++) {
      const row = covariance[i]!;
      for (let j = 0; j < size; j++) row[j] = row[j]! + vector[i]! * vector[j]!;
    }
  return covariance;
}

/** The directions made to stand at right angles and of length 1, one after the other (Gram-Schmidt). */
function orthonormal(directions: readonly Float64Array[]): Float64Array[] {
  const done: Float64Array[] = [];
  for (const direction of directions) {
    let rest = direction;
    for (const other of done) {
      const share = dot(rest, other);
      rest = rest.map((x, i) => x - share * other[i]!);
    }
    done.push(normal(rest));
  }
  return done;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
