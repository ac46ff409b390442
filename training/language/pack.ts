import { gzipSync } from 'node:zlib';
import type { Weights } from '../../src/language/linear.ts';
import { type ModelHeader, VERSION, type WeightHeader } from '../../src/language/model.ts';

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
  const bytes = new Uint8Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const size = Math.abs(values[i]!);
    if (size < least) continue;
    const q = Math.min(127, Math.round((Math.sqrt(size / most) * 127) / grain) * grain);
    bytes[i] = values[i]! < 0 ? -q : q;
  }
  return { header: { name, bits, width, unit: most / 127 / 127 }, bytes };
}
