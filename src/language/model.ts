import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { type Table, tableIn } from './choice.ts';
import type { Hidden } from './hidden.ts';
import { type Kernel, newKernel } from './kernel.ts';
import { type Morphology, type Reading, readings } from './lemma.ts';
import { type Lexeme, lexemes } from './lexeme.ts';
import { WORTH } from './linear.ts';
import { type Parser, parserOf } from './parser.ts';
import { relationsOf, tagKinds } from './relations.ts';
import { DOUBT, type Tagger, taggerOf } from './tagger.ts';
import { type Vectors, vectorsIn, type WordVectors, wordVectorsOf } from './vectors.ts';

/** All that was learned of English, ready for use. */
export interface Model {
  /** Joint UPOS|XPOS tags by number. */
  readonly tags: readonly string[];
  readonly relations: readonly string[];
  readonly look: (form: string) => Lexeme;
  readonly tagger: Tagger;
  readonly parser: Parser;
  /** Lemma and features of a word form by its joint tag. */
  readonly read: (form: string, tag: string) => Reading;
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
  /** The labels of arcs, by `pairOf`. */
  readonly labelsOf: Readonly<Record<string, readonly number[]>>;
  readonly morphology: Morphology;
  readonly tables: readonly TableHeader[];
}

/**
 * One table of weights: signed bytes q that stand for q·|q|·unit. Where there are gaps, those that are 0 are left out, and
 * before the weights come the gaps between their places, a byte each, in which `SKIP` means so many places more.
 */
export interface TableHeader {
  readonly name: string;
  readonly bits: number;
  readonly width: number;
  readonly unit: number;
  /** How many bytes of gaps, and of weights. */
  readonly gaps: number;
  readonly values: number;
}

export const SKIP = 255;
export const VERSION = 5;
const folder = new URL('../../models/', import.meta.url);
export const MODEL_FILE = fileURLToPath(new URL('language.bin.gz', folder));
export const VECTOR_FILE = fileURLToPath(new URL('language-vectors.bin.gz', folder));

let loaded: Model | undefined;

/** The shipped model, read at the first call of a process. */
export function languageModel(): Model {
  loaded ??= modelOf(
    gunzipSync(readFileSync(MODEL_FILE)),
    wordVectorsOf(gunzipSync(readFileSync(VECTOR_FILE))),
  );
  return loaded;
}

/** What the shipped model takes of a kernel's memory, roughly; most of it only as words are met. */
const KERNEL_SIZE = 100_000_000;

/**
 * The model in a file's unpacked bytes: a length, a JSON header of that length, the weights.
 * @throws Error where the bytes are of another version
 */
export function modelOf(bytes: Uint8Array, { numbers, vectors }: WordVectors): Model {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))) as ModelHeader;
  if (header.version !== VERSION)
    throw new Error(
      `the language model is of version ${JSON.stringify(header.version)}, not ${VERSION}; run npm run train -- language`,
    );
  const { tags, relations, morphology } = header;
  const stored = storedTables(bytes.subarray(4 + length), header.tables);
  const kernel = newKernel(KERNEL_SIZE);
  const placed = vectorsIn(kernel, vectors);
  const table = (name: string): Table => placedTable(kernel, stored.get(name)!);
  const vocabulary = {
    tags: new Map(Object.entries(header.wordTags).map(([form, can]) => [form, Uint8Array.from(can)])),
    clusters: clusterMap(header.clusters),
    vectors: numbers,
    nameTags: Uint8Array.from(header.nameTags),
  };
  return {
    tags,
    relations,
    look: lexemes(vocabulary),
    tagger: taggerOf(kernel, table('tags'), hiddenIn(stored, 'tagger', vectors), placed, {
      openTags: Uint8Array.from(header.openTags),
      doubt: DOUBT,
    }),
    parser: parserOf(
      kernel,
      { structure: table('structure'), labels: table('labels') },
      hiddenIn(stored, 'parser', vectors),
      placed,
      {
        relations: relationsOf(relations),
        kinds: tagKinds(tags),
        root: relations.indexOf('root'),
        labelsOf: new Map(
          Object.entries(header.labelsOf).map(([pair, of]) => [Number(pair), Uint8Array.from(of)]),
        ),
        all: Uint8Array.from(relations.keys()).filter((label) => relations[label] !== 'root'),
      },
    ),
    read: readings(morphology),
  };
}

/** The class of each word. */
export const clusterMap = (classes: readonly string[]): ReadonlyMap<string, number> =>
  new Map(classes.flatMap((words, cls) => words.split(' ').map((word) => [word, cls] as const)));

/** A table as it is stored. */
interface StoredTable {
  readonly header: TableHeader;
  readonly gaps: Uint8Array;
  readonly values: Uint8Array;
}
type StoredTables = ReadonlyMap<string, StoredTable>;

function storedTables(bytes: Uint8Array, headers: readonly TableHeader[]): StoredTables {
  const tables = new Map<string, StoredTable>();
  let at = 0;
  for (const header of headers) {
    const gaps = bytes.subarray(at, at + header.gaps);
    tables.set(header.name, {
      header,
      gaps,
      values: bytes.subarray(at + header.gaps, at + header.gaps + header.values),
    });
    at += header.gaps + header.values;
  }
  return tables;
}

/** The table of a linear model in the kernel's memory, every weight at its place. */
const placedTable = (kernel: Kernel, { header, gaps, values }: StoredTable): Table =>
  tableIn(kernel, header, (table) => {
    let place = -1;
    let next = 0;
    for (let i = 0; i < gaps.length; i++) {
      const gap = gaps[i]!;
      place += gap;
      if (gap === SKIP) continue;
      table[++place] = values[next++]!;
    }
  });

/** The hidden layer whose tables have this name. */
function hiddenIn(tables: StoredTables, name: string, vectors: Vectors): Hidden {
  const part = (of: string): StoredTable => tables.get(`${name} ${of}`)!;
  const floats = (of: string): Float32Array => {
    const { values, header } = part(of);
    const out = new Float32Array(values.length);
    for (let i = 0; i < out.length; i++) out[i] = WORTH[values[i]!]! * header.unit;
    return out;
  };
  const rows = part('rows');
  const chain = part('chain rows');
  return {
    width: rows.header.width,
    bits: rows.header.bits,
    unit: rows.header.unit,
    rows: weightsOf(rows.values),
    dense: floats('dense'),
    joint: floats('joint'),
    out: floats('out'),
    vectors,
    chains: {
      width: chain.header.width / 4,
      bits: chain.header.bits,
      unit: chain.header.unit,
      rows: weightsOf(chain.values),
      dense: floats('chain dense'),
      vectors,
    },
  };
}

/** What each byte stands for. */
function weightsOf(bytes: Uint8Array): Int16Array {
  const weights = new Int16Array(bytes.length);
  for (let i = 0; i < weights.length; i++) weights[i] = WORTH[bytes[i]!]!;
  return weights;
}
