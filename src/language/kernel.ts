import { KERNEL } from './kernel-bytes.ts';

/**
 * The sums of the tagger and the parser, in WebAssembly, of which each instruction adds up to eight numbers (docs/decisions/kernel.md;
 * written in kernel/). A kernel has a memory of its own, in which what it works on is laid down once; nothing is ever freed but with
 * the kernel.
 */
export interface Kernel {
  readonly run: Functions;
  /** Where the classes in question, the last lead, the vectors at the places and the words at the joints stand. */
  readonly at: Readonly<Record<'classes' | 'lead' | 'vectors' | 'joints', number>>;
  /** The memory, as numbers of each kind. Made anew when it grows: never kept. */
  memory: Memory;
  /** Where memory is free. */
  free: number;
  readonly pages: Pages;
}

/** What the kernel does; see kernel/index.ts. Pointers are where things were laid down. */
interface Functions {
  readonly chooseAlone: (chooser: number, count: number) => number;
  readonly chooseWith: (chooser: number, layer: number, first: number) => number;
  readonly activate: (layer: number) => void;
  readonly outOf: (layer: number, cls: number) => number;
  readonly follow: (layer: number, words: number) => void;
}

interface Memory {
  readonly u8: Uint8Array;
  readonly i16: Int16Array;
  readonly i32: Int32Array;
  readonly f32: Float32Array;
  readonly f64: Float64Array;
}

/** What is used of WebAssembly, which Node and browsers have, though the language's own types do not. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Memory: new (size: { readonly initial: number }) => Pages;
  readonly Instance: new (
    module: object,
    imports: object,
  ) => { readonly exports: Readonly<Record<string, unknown>> };
};

interface Pages {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

const PAGE = 65_536;
/** As many pages at least are added at a time, since each time takes long; 32 MB. */
const ROOM = 512;
let compiled: object | undefined;

/** A kernel with an empty memory, in which there is room for so many bytes: more is added as it is asked for, which takes time. */
export function newKernel(bytes = 0): Kernel {
  compiled ??= new WebAssembly.Module(Uint8Array.from(atob(KERNEL), (byte) => byte.charCodeAt(0)));
  const pages = new WebAssembly.Memory({ initial: 1 + Math.ceil(bytes / PAGE) });
  const { exports } = new WebAssembly.Instance(compiled, { env: { memory: pages } });
  const place = (name: string): number => (exports[name] as { readonly value: number }).value;
  return {
    run: exports as unknown as Functions,
    at: { classes: place('CLASSES'), lead: place('LEAD'), vectors: place('VECTORS'), joints: place('AT') },
    memory: viewsOf(pages),
    free: place('FREE'),
    pages,
  };
}

const viewsOf = ({ buffer }: Pages): Memory => ({
  u8: new Uint8Array(buffer),
  i16: new Int16Array(buffer),
  i32: new Int32Array(buffer),
  f32: new Float32Array(buffer),
  f64: new Float64Array(buffer),
});

/** A pointer to so many bytes of memory, all 0. They take up room only once they are used. */
export function reserve(kernel: Kernel, bytes: number): number {
  const at = Math.ceil(kernel.free / 16) * 16;
  // What is read at the very end may be read in whole words
  const missing = Math.ceil((at + bytes + 16) / PAGE) - kernel.pages.buffer.byteLength / PAGE;
  if (missing > 0) {
    kernel.pages.grow(Math.max(missing, ROOM));
    kernel.memory = viewsOf(kernel.pages);
  }
  kernel.free = at + bytes;
  return at;
}

/** A pointer to a copy of the numbers. */
export function put(kernel: Kernel, numbers: Int16Array | Int32Array | Uint16Array | Float32Array): number {
  const at = reserve(kernel, numbers.byteLength);
  kernel.memory.u8.set(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength), at);
  return at;
}

/** A number of a record, by its kind. */
export type Field = readonly [kind: 'i32' | 'f32' | 'f64', value: number];

/** A pointer to a record: its numbers in their order, each at a multiple of its size, as the kernel's classes have them. */
export function record(kernel: Kernel, fields: readonly Field[]): number {
  const at = reserve(kernel, fields.length * 8);
  let to = at;
  for (const [kind, value] of fields) {
    const size = kind === 'f64' ? 8 : 4;
    to = Math.ceil(to / size) * size;
    kernel.memory[kind][to / size] = value;
    to += size;
  }
  return at;
}
