import { gzipSync } from 'node:zlib';
import { type Table, tableIn } from '../../src/language/choice.ts';
import type { Hidden } from '../../src/language/hidden.ts';
import type { Kernel } from '../../src/language/kernel.ts';
import type { Weights } from '../../src/language/linear.ts';
import { type ModelHeader, SKIP, type TableHeader, VERSION } from '../../src/language/model.ts';

/** A linear model's weights with their name. */
export interface NamedWeights {
  readonly name: string;
  readonly weights: Weights;
  /** How many of the largest weights stay; the others become 0. */
  readonly keep: number;
}

/** Weights are written in steps of so many units, so that they pack better. */
const GRAIN = 3;

/** The model file's unpacked bytes: weights as signed bytes on a square-root scale. */
export function bytesOf(
  header: Omit<ModelHeader, 'version' | 'tables'>,
  tables: readonly NamedWeights[],
  layers: Readonly<Record<string, Hidden>>,
): Uint8Array {
  const parts = [
    ...tables.map(sparse),
    ...Object.entries(layers).flatMap(([name, { width, bits, rows, dense, joint, out, chains }]) => [
      full(`${name} chain rows`, Float32Array.from(chains.rows), chains.bits, 4 * chains.width),
      full(`${name} chain dense`, chains.dense, 0, 4 * chains.width),
      full(`${name} rows`, Float32Array.from(rows), bits, width),
      full(`${name} dense`, dense, 0, width),
      full(`${name} joint`, joint, 0, width),
      full(`${name} out`, out, 0, width),
    ]),
  ];
  const whole: ModelHeader = { version: VERSION, ...header, tables: parts.map((part) => part.header) };
  return packed(
    whole,
    parts.map((part) => part.bytes),
  );
}

/** A length, a JSON header of that length, and what follows it. */
export function packed(header: unknown, bodies: readonly Uint8Array[]): Uint8Array {
  const json = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(json.length);
  return Buffer.concat([length, json, ...bodies]);
}

export const zipped = (bytes: Uint8Array): Uint8Array => gzipSync(bytes, { level: 9 });

interface Part {
  readonly header: TableHeader;
  readonly bytes: Uint8Array;
}

/** Weights at work in a kernel, as the bytes that a model file would have for them. */
export function tableOf(kernel: Kernel, { values, bits, width }: Weights): Table {
  const most = mostOf(values);
  return tableIn(kernel, { bits, width, unit: unitOf(most) }, (bytes) => {
    for (let i = 0; i < bytes.length; i++) bytes[i] = byteOf(values[i]!, most, GRAIN);
  });
}

const mostOf = (values: Float32Array): number =>
  values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
/** What a weight of 1 is worth where the largest is `most`. */
const unitOf = (most: number): number => most / 127 / 127 || 1;

/** The largest weights and the gaps between their places. */
function sparse({ name, weights: { values, bits, width }, keep }: NamedWeights): Part {
  const sizes = values
    .map(Math.abs)
    .filter((size) => size > 0)
    .sort();
  const most = sizes.at(-1) ?? 0;
  const least = sizes[Math.max(0, sizes.length - keep)] ?? 0;
  const gaps: number[] = [];
  const bytes: number[] = [];
  let gap = 0;
  for (let i = 0; i < values.length; i++, gap++) {
    const q = Math.abs(values[i]!) < least ? 0 : byteOf(values[i]!, most, GRAIN);
    if (q === 0) continue;
    for (; gap >= SKIP; gap -= SKIP) gaps.push(SKIP);
    gaps.push(gap);
    bytes.push(q & 255);
    gap = -1;
  }
  const header = { name, bits, width, unit: unitOf(most), gaps: gaps.length, values: bytes.length };
  return { header, bytes: Buffer.concat([Buffer.from(gaps), Buffer.from(bytes)]) };
}

/** Every weight in its order. */
function full(name: string, values: Float32Array, bits: number, width: number): Part {
  const most = mostOf(values);
  const header = {
    name,
    bits,
    width,
    unit: unitOf(most),
    gaps: 0,
    values: values.length,
  };
  return { header, bytes: Uint8Array.from(values, (value) => byteOf(value, most, 1) & 255) };
}

/** A weight on the square-root scale: -127 to 127, in steps. */
const byteOf = (value: number, most: number, step: number): number =>
  Math.sign(value) *
  Math.min(127, Math.round((Math.sqrt(Math.abs(value) / (most || 1)) * 127) / step) * step);
