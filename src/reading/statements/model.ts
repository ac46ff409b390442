import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { FeatureRow } from './features.ts';

/** A linear chain's weights by hashed feature: `1 << bits` rows of one signed byte a label. */
export interface ChainModel {
  readonly name: string;
  readonly labels: number;
  readonly bits: number;
  /** The weight of byte 127; others are by the square of the byte, with its sign. */
  readonly scale: number;
  readonly weights: Int8Array;
  /** From × to. */
  readonly transitions: Float64Array;
}

interface Header {
  readonly models: readonly {
    readonly name: string;
    readonly labels: number;
    readonly bits: number;
    readonly scale: number;
    readonly transitions: readonly number[];
    readonly rows: number;
    readonly bytes: number;
  }[];
}

const FILE = fileURLToPath(new URL('../../../models/statements.bin', import.meta.url));
let shipped: ReadonlyMap<string, ChainModel> | null = null;

/** The shipped models by name, read at the first use. Empty where the package carries none. */
export function statementModels(): ReadonlyMap<string, ChainModel> {
  shipped ??= readModels();
  return shipped;
}

function readModels(): ReadonlyMap<string, ChainModel> {
  try {
    return new Map(unpackModels(readFileSync(FILE)).map((model) => [model.name, model]));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Map();
    throw new Error(
      `${FILE} cannot be read as weights (${(error as Error).message}); train it anew with npm run train -- statements`,
    );
  }
}

/** Rows of a model's weights are those of a feature's top `bits` bits. */
export const rowOf = (feature: number, bits: number): number => feature >>> (32 - bits);

/** Adds each label's weight of every feature of the row to `scores` from `offset` on. */
export function addScores(model: ChainModel, row: FeatureRow, scores: Float64Array, offset: number): void {
  const { labels, bits, weights } = model;
  const { values, filled } = tablesOf(model);
  const { names, count } = row;
  const shift = 32 - bits;
  for (let f = 0; f < count; f++) {
    const place = names[f]! >>> shift;
    if (!(filled[place >>> 3]! & (1 << (place & 7)))) continue;
    const base = place * labels;
    for (let y = 0; y < labels; y++) scores[offset + y]! += values[weights[base + y]! + 128]!;
  }
}

interface Tables {
  /** What each byte stands for. */
  readonly values: Float64Array;
  /** A bit for each row that has a weight: small enough to stay near, where most features have none. */
  readonly filled: Uint8Array;
}

const tables = new WeakMap<ChainModel, Tables>();

function tablesOf(model: ChainModel): Tables {
  const known = tables.get(model);
  if (known) return known;
  const made = {
    values: Float64Array.from({ length: 256 }, (_, i) => weightOf(i - 128, model.scale)),
    filled: filledRows(model),
  };
  tables.set(model, made);
  return made;
}

function filledRows({ weights, labels, bits }: ChainModel): Uint8Array {
  const filled = new Uint8Array(1 << Math.max(0, bits - 3));
  for (const [i, weight] of weights.entries()) {
    const row = Math.floor(i / labels);
    if (weight) filled[row >>> 3]! |= 1 << (row & 7);
  }
  return filled;
}

const weightOf = (byte: number, scale: number): number => (Math.sign(byte) * byte * byte * scale) / 16129;

/** The byte whose value is nearest to a weight. */
export function byteOf(weight: number, scale: number): number {
  const size = Math.min(127, Math.round(Math.sqrt(Math.abs(weight) / scale) * 127));
  return weight < 0 ? -size : size;
}

/** The models as one compressed file: a JSON header, then for each model its non-zero rows. */
export function packModels(models: readonly ChainModel[]): Buffer {
  const bodies = models.map(packRows);
  const header: Header = {
    models: models.map(({ name, labels, bits, scale, transitions }, i) => ({
      name,
      labels,
      bits,
      scale,
      transitions: [...transitions],
      rows: bodies[i]!.rows,
      bytes: bodies[i]!.bytes.length,
    })),
  };
  const head = Buffer.from(`${JSON.stringify(header)}\n`);
  return gzipSync(Buffer.concat([head, ...bodies.map(({ bytes }) => bytes)]), { level: 9 });
}

/** The models of a file that `packModels` made. */
export function unpackModels(file: Buffer): readonly ChainModel[] {
  const bytes = gunzipSync(file);
  const end = bytes.indexOf(10);
  const header = JSON.parse(bytes.toString('utf8', 0, end)) as Header;
  let at = end + 1;
  return header.models.map(({ rows, bytes: length, transitions, ...model }) => {
    const weights = unpackRows(bytes.subarray(at, at + length), rows, model.labels, model.bits);
    at += length;
    return { ...model, weights, transitions: Float64Array.from(transitions) };
  });
}

/** Row distances first, then the bytes label by label, which compresses better than row by row. */
function packRows({ labels, bits, weights }: ChainModel): { readonly rows: number; readonly bytes: Buffer } {
  const kept: number[] = [];
  for (let row = 0; row < 1 << bits; row++) {
    const base = row * labels;
    for (let y = 0; y < labels; y++) {
      if (weights[base + y]) {
        kept.push(row);
        break;
      }
    }
  }
  const steps: number[] = [];
  let last = -1;
  for (const row of kept) {
    let step = row - last - 1;
    for (; step >= 128; step = step >>> 7) steps.push((step & 127) | 128);
    steps.push(step);
    last = row;
  }
  const columns = Buffer.alloc(kept.length * labels);
  for (let y = 0; y < labels; y++)
    for (const [k, row] of kept.entries()) columns[y * kept.length + k] = weights[row * labels + y]! & 255;
  return { rows: kept.length, bytes: Buffer.concat([Buffer.from(steps), columns]) };
}

function unpackRows(bytes: Buffer, rows: number, labels: number, bits: number): Int8Array {
  const weights = new Int8Array((1 << bits) * labels);
  const columns = bytes.length - rows * labels;
  let at = 0;
  let row = -1;
  for (let k = 0; k < rows; k++) {
    let step = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++]!;
      step |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    row += step + 1;
    for (let y = 0; y < labels; y++) weights[row * labels + y] = bytes.readInt8(columns + y * rows + k);
  }
  return weights;
}
