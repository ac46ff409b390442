import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { type FeatureRow, MOST_FEATURES } from './features.ts';

/** A linear chain's weights by hashed feature: a row of one signed byte a label for some of `1 << bits` places. */
export interface ChainModel {
  readonly name: string;
  readonly labels: number;
  readonly bits: number;
  /** The weight of byte 127; others are by the square of the byte, with its sign. */
  readonly scale: number;
  /**
   * For every 32 places a mask of those that have a row, and how many rows are of places before. Of four million places some
   * hundred thousand have one: close together they stay near the processor.
   */
  readonly places: Int32Array;
  /** The rows, in the order of their places. */
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

/** The place of a feature is its top `bits` bits. */
export const placeOf = (feature: number, bits: number): number => feature >>> (32 - bits);

/** Where the rows of the current features begin. */
const BASES = new Int32Array(MOST_FEATURES);

/**
 * Adds each label's weight of every feature of the row to `scores` from `offset` on. Three labels at a time, as most of the time
 * would go into taking up and laying down the sums.
 */
export function addScores(model: ChainModel, row: FeatureRow, scores: Float64Array, offset: number): void {
  const { labels, weights } = model;
  const values = valuesOf(model);
  const count = findRows(model, row);
  let y = 0;
  for (; y + 3 <= labels; y += 3) {
    let a = 0;
    let b = 0;
    let c = 0;
    for (let f = 0; f < count; f++) {
      const base = BASES[f]! + y;
      a += values[weights[base]! + 128]!;
      b += values[weights[base + 1]! + 128]!;
      c += values[weights[base + 2]! + 128]!;
    }
    scores[offset + y]! += a;
    scores[offset + y + 1]! += b;
    scores[offset + y + 2]! += c;
  }
  for (; y < labels; y++)
    for (let f = 0; f < count; f++) scores[offset + y]! += values[weights[BASES[f]! + y]! + 128]!;
}

/** Fills `BASES` for those of the row's features that have a row, and says how many they are. */
function findRows({ labels, bits, places }: ChainModel, { names, count }: FeatureRow): number {
  const shift = 32 - bits;
  let found = 0;
  for (let f = 0; f < count; f++) {
    const place = names[f]! >>> shift;
    const word = (place >>> 5) << 1;
    const mask = places[word]!;
    const below = (1 << (place & 31)) - 1;
    BASES[found] = (places[word + 1]! + bitsOf(mask & below)) * labels;
    found += (mask >>> (place & 31)) & 1;
  }
  return found;
}

/** How many bits of a 32-bit number are set. */
function bitsOf(mask: number): number {
  let count = mask - ((mask >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

const known = new WeakMap<ChainModel, Float64Array>();

/** What each byte stands for, from -128 on. */
function valuesOf(model: ChainModel): Float64Array {
  const made =
    known.get(model) ?? Float64Array.from({ length: 256 }, (_, i) => weightOf(i - 128, model.scale));
  known.set(model, made);
  return made;
}

/** Rows of bytes for every place, without those that have nothing but 0. */
export function rowsOf(
  dense: Int8Array,
  labels: number,
  bits: number,
): Pick<ChainModel, 'places' | 'weights'> {
  const kept: number[] = [];
  for (let place = 0; place < 1 << bits; place++)
    if (dense.subarray(place * labels, (place + 1) * labels).some((weight) => weight !== 0)) kept.push(place);
  const weights = new Int8Array(kept.length * labels);
  for (const [k, place] of kept.entries())
    weights.set(dense.subarray(place * labels, (place + 1) * labels), k * labels);
  return { places: placesOf(kept, bits), weights };
}

/** `places` of a model whose rows are of these places, which ascend. */
function placesOf(kept: readonly number[], bits: number): Int32Array {
  const places = new Int32Array(Math.max(1, (1 << bits) >>> 5) * 2);
  for (const place of kept) places[(place >>> 5) << 1]! |= 1 << (place & 31);
  for (let word = 2; word < places.length; word += 2)
    places[word + 1] = places[word - 1]! + bitsOf(places[word - 2]!);
  return places;
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
    const unpacked = unpackRows(bytes.subarray(at, at + length), rows, model.labels, model.bits);
    at += length;
    return { ...model, ...unpacked, transitions: Float64Array.from(transitions) };
  });
}

/** Distances of places first, then the bytes label by label, which compresses better than row by row. */
function packRows({ labels, places, weights }: ChainModel): {
  readonly rows: number;
  readonly bytes: Buffer;
} {
  const rows = weights.length / labels;
  const steps: number[] = [];
  let last = -1;
  for (let place = 0; place < places.length * 16; place++) {
    if (!(places[(place >>> 5) << 1]! & (1 << (place & 31)))) continue;
    let step = place - last - 1;
    for (; step >= 128; step = step >>> 7) steps.push((step & 127) | 128);
    steps.push(step);
    last = place;
  }
  const columns = Buffer.alloc(rows * labels);
  for (let y = 0; y < labels; y++)
    for (let k = 0; k < rows; k++) columns[y * rows + k] = weights[k * labels + y]! & 255;
  return { rows, bytes: Buffer.concat([Buffer.from(steps), columns]) };
}

function unpackRows(
  bytes: Buffer,
  rows: number,
  labels: number,
  bits: number,
): Pick<ChainModel, 'places' | 'weights'> {
  const weights = new Int8Array(rows * labels);
  const columns = bytes.length - rows * labels;
  const kept: number[] = [];
  let at = 0;
  for (let k = 0, place = -1; k < rows; k++) {
    let step = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++]!;
      step |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    place += step + 1;
    kept.push(place);
    for (let y = 0; y < labels; y++) weights[k * labels + y] = (bytes[columns + y * rows + k]! << 24) >> 24;
  }
  return { places: placesOf(kept, bits), weights };
}
