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
  /** The rows, in the order of their places: three labels a number, so that one is taken up for three sums. */
  readonly weights: Int32Array;
  /** From × to. */
  readonly transitions: Float64Array;
}

/** How many numbers a row of weights has. */
const widthOf = (labels: number): number => Math.ceil(labels / 3);

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

/** Adds each label's weight of every feature of the row to `scores` from `offset` on. */
export function addScores(model: ChainModel, row: FeatureRow, scores: Float64Array, offset: number): void {
  const { labels, weights } = model;
  const unit = model.scale / FULL;
  const count = findRows(model, row);
  for (let y = 0, k = 0; y < labels; y += 3, k++) {
    let a = 0;
    let b = 0;
    let c = 0;
    for (let f = 0; f < count; f++) {
      const three = weights[BASES[f]! + k]!;
      a += squared((three << 24) >> 24);
      b += squared((three << 16) >> 24);
      c += squared((three << 8) >> 24);
    }
    scores[offset + y]! += a * unit;
    if (y + 1 < labels) scores[offset + y + 1]! += b * unit;
    if (y + 2 < labels) scores[offset + y + 2]! += c * unit;
  }
}

/** What byte 127 comes to. */
const FULL = 127 * 127;

/** What a byte stands for: its square, with its sign. */
const squared = (byte: number): number => Math.imul(byte, Math.abs(byte));

/** Fills `BASES` for those of the row's features that have a row, and says how many they are. */
function findRows({ labels, bits, places }: ChainModel, { names, count }: FeatureRow): number {
  const shift = 32 - bits;
  const width = widthOf(labels);
  let found = 0;
  for (let f = 0; f < count; f++) {
    const place = names[f]! >>> shift;
    const word = (place >>> 5) << 1;
    const mask = places[word]!;
    const below = (1 << (place & 31)) - 1;
    BASES[found] = (places[word + 1]! + bitsOf(mask & below)) * width;
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

/** Rows of bytes for every place, without those that have nothing but 0. */
export function rowsOf(
  dense: Int8Array,
  labels: number,
  bits: number,
): Pick<ChainModel, 'places' | 'weights'> {
  const kept: number[] = [];
  for (let place = 0; place < 1 << bits; place++)
    if (dense.subarray(place * labels, (place + 1) * labels).some((weight) => weight !== 0)) kept.push(place);
  const columns = new Uint8Array(kept.length * labels);
  for (let y = 0; y < labels; y++)
    for (const [k, place] of kept.entries()) columns[y * kept.length + k] = dense[place * labels + y]! & 255;
  return { places: placesOf(kept, bits), weights: packed(columns, kept.length, labels) };
}

/** `places` of a model whose rows are of these places, which ascend. */
function placesOf(kept: Iterable<number>, bits: number): Int32Array {
  const places = new Int32Array(Math.max(1, (1 << bits) >>> 5) * 2);
  for (const place of kept) places[(place >>> 5) << 1]! |= 1 << (place & 31);
  for (let word = 2; word < places.length; word += 2)
    places[word + 1] = places[word - 1]! + bitsOf(places[word - 2]!);
  return places;
}

/** The weight that a byte stands for. */
export const weightOf = (byte: number, scale: number): number => (squared(byte) * scale) / FULL;

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
  const width = widthOf(labels);
  const rows = weights.length / width;
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
    for (let k = 0; k < rows; k++)
      columns[y * rows + k] = weights[k * width + Math.floor(y / 3)]! >>> ((y % 3) * 8);
  return { rows, bytes: Buffer.concat([Buffer.from(steps), columns]) };
}

function unpackRows(
  bytes: Buffer,
  rows: number,
  labels: number,
  bits: number,
): Pick<ChainModel, 'places' | 'weights'> {
  const kept = new Uint32Array(rows);
  let at = 0;
  for (let k = 0, place = -1; k < rows; k++) {
    let step = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++]!;
      step |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    place += step + 1;
    kept[k] = place;
  }
  const columns = bytes.subarray(bytes.length - rows * labels);
  return { places: placesOf(kept, bits), weights: packed(columns, rows, labels) };
}

/** Rows of which the bytes are given label by label. */
function packed(columns: Uint8Array, rows: number, labels: number): Int32Array {
  const width = widthOf(labels);
  const weights = new Int32Array(rows * width);
  for (let y = 0; y < labels; y++) {
    const [from, number, shift] = [y * rows, Math.floor(y / 3), (y % 3) * 8];
    for (let k = 0; k < rows; k++) weights[k * width + number]! |= columns[from + k]! << shift;
  }
  return weights;
}
