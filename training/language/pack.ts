import { gzipSync } from 'node:zlib';
import type { Weights } from '../../src/language/linear.ts';
import { type ModelHeader, SKIP, VERSION, type WeightHeader } from '../../src/language/model.ts';

/** A table of weights with its name and how much of it may be left out. */
export interface Table {
  readonly name: string;
  readonly weights: Weights;
  /** Weights smaller than this become 0. */
  readonly least: number;
  /** Steps in which the bytes are written, so that they pack better. */
  readonly grain: number;
}

/** The model file's unpacked bytes: weights as signed bytes on a square-root scale. */
export function bytesOf(
  header: Omit<ModelHeader, 'version' | 'sections'>,
  tables: readonly Table[],
): Uint8Array {
  const packed = tables.map(packedTable);
  const full: ModelHeader = { version: VERSION, ...header, sections: packed.map((table) => table.header) };
  const json = Buffer.from(JSON.stringify(full));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(json.length);
  return Buffer.concat([length, json, ...packed.map((table) => table.bytes)]);
}

export const zipped = (bytes: Uint8Array): Uint8Array => gzipSync(bytes, { level: 9 });

function packedTable({ name, weights: { values, bits, width }, least, grain }: Table): {
  header: WeightHeader;
  bytes: Uint8Array;
} {
  let most = 0;
  for (let i = 0; i < values.length; i++) most = Math.max(most, Math.abs(values[i]!));
  const gaps: number[] = [];
  const bytes: number[] = [];
  let gap = 0;
  for (let i = 0; i < values.length; i++, gap++) {
    const size = Math.abs(values[i]!);
    const q = size < least ? 0 : Math.min(127, Math.round((Math.sqrt(size / most) * 127) / grain) * grain);
    if (q === 0) continue;
    for (; gap >= SKIP; gap -= SKIP) gaps.push(SKIP);
    gaps.push(gap);
    bytes.push(values[i]! < 0 ? 256 - q : q);
    gap = -1;
  }
  const header = { name, bits, width, unit: most / 127 / 127, gaps: gaps.length, values: bytes.length };
  return { header, bytes: Buffer.concat([Buffer.from(gaps), Buffer.from(bytes)]) };
}
