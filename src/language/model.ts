import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { Morphology } from './lemma.ts';
import { type Lexeme, lexemes } from './lexeme.ts';
import type { Weights } from './linear.ts';
import type { Parser } from './parser.ts';
import { relationsOf, tagKinds } from './relations.ts';
import type { Tagger } from './tagger.ts';

/** All that was learned of English, ready for use. */
export interface Model {
  /** Joint UPOS|XPOS tags by number. */
  readonly tags: readonly string[];
  readonly relations: readonly string[];
  readonly look: (form: string) => Lexeme;
  readonly tagger: Tagger;
  readonly parser: Parser;
  readonly morphology: Morphology;
}

/** What the model file says before its weights. */
export interface ModelHeader {
  readonly version: number;
  readonly tags: readonly string[];
  readonly relations: readonly string[];
  readonly nameTags: readonly number[];
  readonly openTags: readonly number[];
  readonly wordTags: Readonly<Record<string, readonly number[]>>;
  /** The words of each class, with blanks between them. */
  readonly clusters: readonly string[];
  readonly morphology: Morphology;
  readonly sections: readonly WeightHeader[];
}

/**
 * One table of weights. Those that are not 0 are signed bytes q that stand for q·|q|·unit; before them come the gaps
 * between their places, a byte each, in which `SKIP` means so many places more.
 */
export interface WeightHeader {
  readonly name: string;
  readonly bits: number;
  readonly width: number;
  readonly unit: number;
  /** How many bytes of gaps, and of weights. */
  readonly gaps: number;
  readonly values: number;
}

export const SKIP = 255;
export const VERSION = 2;
const FILE = fileURLToPath(new URL('../../models/language.bin.gz', import.meta.url));

let loaded: Model | undefined;

/** The shipped model, read at the first call of a process. */
export function languageModel(): Model {
  loaded ??= modelOf(gunzipSync(readFileSync(FILE)));
  return loaded;
}

/**
 * The model in a file's unpacked bytes: a length, a JSON header of that length, the weights.
 * @throws Error where the bytes are of another version
 */
export function modelOf(bytes: Uint8Array): Model {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))) as ModelHeader;
  if (header.version !== VERSION)
    throw new Error(
      `the language model is of version ${JSON.stringify(header.version)}, not ${VERSION}; run npm run train -- language`,
    );
  const { tags, relations, morphology } = header;
  const sections = weightsOf(bytes.subarray(4 + length), header.sections);
  const vocabulary = {
    tags: new Map(Object.entries(header.wordTags).map(([form, can]) => [form, Uint8Array.from(can)])),
    clusters: clusterMap(header.clusters),
    vectors: new Map<string, number>(),
    nameTags: Uint8Array.from(header.nameTags),
  };
  const structure = sections.get('structure')!;
  return {
    tags,
    relations,
    look: lexemes(vocabulary),
    tagger: { weights: sections.get('tags')!.weights, openTags: Uint8Array.from(header.openTags) },
    parser: {
      structure: structure.weights,
      labels: sections.get('labels')!.weights,
      relations: relationsOf(relations),
      kinds: tagKinds(tags),
      root: relations.indexOf('root'),
      unit: structure.unit,
    },
    morphology,
  };
}

/** The class of each word. */
export const clusterMap = (classes: readonly string[]): ReadonlyMap<string, number> =>
  new Map(classes.flatMap((words, cls) => words.split(' ').map((word) => [word, cls] as const)));

function weightsOf(
  bytes: Uint8Array,
  headers: readonly WeightHeader[],
): ReadonlyMap<string, { readonly weights: Weights; readonly unit: number }> {
  const sections = new Map<string, { readonly weights: Weights; readonly unit: number }>();
  let at = 0;
  for (const { name, bits, width, unit, gaps, values } of headers) {
    const table = spread(
      bytes.subarray(at, at + gaps),
      bytes.subarray(at + gaps, at + gaps + values),
      (1 << bits) * width,
    );
    sections.set(name, { weights: { values: table, bits, width }, unit });
    at += gaps + values;
  }
  return sections;
}

/** Puts every weight at its place. */
function spread(gaps: Uint8Array, bytes: Uint8Array, size: number): Int16Array {
  const table = new Int16Array(size);
  let place = -1;
  let next = 0;
  for (let i = 0; i < gaps.length; i++) {
    const gap = gaps[i]!;
    place += gap;
    if (gap === SKIP) continue;
    place++;
    const q = (bytes[next++]! << 24) >> 24;
    table[place] = q * (q < 0 ? -q : q);
  }
  return table;
}
