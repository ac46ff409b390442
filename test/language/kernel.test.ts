import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { compiledKernel } from '../../scripts/kernel.ts';
import { CHAIN_SLOTS, CHAIN_TEMPLATES, chainSlots } from '../../src/language/chains.ts';
import { activate, follow, type Hidden, layerOf } from '../../src/language/hidden.ts';
import { newKernel, put, record, reserve } from '../../src/language/kernel.ts';
import { lexemes } from '../../src/language/lexeme.ts';
import { featureRows, templatesOf } from '../../src/language/linear.ts';
import { vectorsIn } from '../../src/language/vectors.ts';
import { randomFrom } from '../../training/random.ts';

test('the kernel is what its source compiles to', async () => {
  const url = new URL('../../src/language/kernel-bytes.ts', import.meta.url);
  assert.equal(await compiledKernel(), readFileSync(url, 'utf8'), 'run npm run kernel');
});

test('memory grows as it is asked for, what was put there stays, and a record has each number at its place', () => {
  const kernel = newKernel();
  const numbers = Int32Array.from({ length: 50_000 }, (_, i) => i * 3);
  const first = put(kernel, numbers);
  const far = reserve(kernel, 10_000_000);
  const { memory } = kernel;
  assert.deepEqual(memory.i32.slice(first >> 2, (first >> 2) + numbers.length), numbers);
  assert.equal(far % 16, 0);
  memory.u8[far + 9_999_999] = 7;
  const at = record(kernel, [
    ['i32', -5],
    ['f64', 0.1],
    ['f32', 0.5],
    ['i32', 8],
  ]);
  assert.equal(kernel.memory.i32[at >> 2], -5);
  assert.equal(kernel.memory.f64[(at + 8) >> 3], 0.1);
  assert.equal(kernel.memory.f32[(at + 16) >> 2], 0.5);
  assert.equal(kernel.memory.i32[(at + 20) >> 2], 8);
  assert.equal(kernel.memory.u8[far + 9_999_999], 7);
});

const DIMS = 3;
const random = randomFrom(5);
const numbers = (size: number, scale = 1): Float32Array =>
  Float32Array.from({ length: size }, () => (random() - 0.5) * 2 * scale);
const vectors = { values: Float32Array.from([0, 0, 0, ...numbers(3 * DIMS)]), dims: DIMS };
const WIDTH = 16;
const SIZE = 4;
const CLASSES = 3;
const PLACES = 2;
const HIDDEN: Hidden = {
  width: WIDTH,
  bits: 4,
  unit: 1,
  rows: numbers(WIDTH << 4),
  dense: numbers(PLACES * WIDTH * DIMS, 0.5),
  joint: numbers(2 * WIDTH * 2 * SIZE, 0.5),
  out: numbers(CLASSES * WIDTH),
  vectors,
  chains: {
    width: SIZE,
    bits: 5,
    rows: numbers((4 * SIZE) << 5),
    unit: 1,
    dense: numbers(4 * SIZE * DIMS),
    vectors,
  },
};
const TEMPLATES = templatesOf(['a', 'b'], ['a', 'b', 'a b']);
const look = lexemes({
  tags: new Map(),
  clusters: new Map(),
  vectors: new Map([
    ['dam', 1],
    ['levee', 2],
    ['dike', 3],
  ]),
  nameTags: new Uint8Array(0),
});
const dot = (a: Float32Array, from: number, b: ArrayLike<number>, size: number, at = 0): number => {
  let sum = 0;
  for (let k = 0; k < size; k++) sum += a[from + k]! * b[at + k]!;
  return sum;
};

/** The chains' values at each word, worked out one by one. */
function valuesOf(words: readonly string[], tags: Uint8Array): readonly number[][] {
  const { chains } = HIDDEN;
  const rows = new Int32Array(CHAIN_TEMPLATES.count);
  const added = words.map((form, i) => {
    chainSlots(look(form), tags, i);
    featureRows(CHAIN_TEMPLATES, CHAIN_SLOTS, chains.bits, 4 * SIZE, rows);
    return Array.from(
      { length: 4 * SIZE },
      (_, u) =>
        rows.reduce((sum, row) => sum + chains.rows[row + u]!, 0) +
        dot(chains.dense, u * DIMS, vectors.values, DIMS, look(form).vector * DIMS),
    );
  });
  const soft = (x: number): number => x / (1 + Math.abs(x));
  const values = words.map(() => new Array<number>(2 * SIZE).fill(0));
  for (const side of [0, 1])
    for (let u = 0; u < SIZE; u++) {
      let last = 0;
      for (const i of side ? [...words.keys()].reverse() : words.keys()) {
        const gate = 0.5 + 0.5 * soft(added[i]![2 * side * SIZE + u]! + 1);
        last = gate * last + (1 - gate) * soft(added[i]![(2 * side + 1) * SIZE + u]!);
        values[i]![side * SIZE + u] = last;
      }
    }
  return values;
}

test('a layer says what its inputs, vectors and chains come to, however long the sentence', () => {
  const kernel = newKernel();
  const slots = reserve(kernel, 12);
  const layer = layerOf(kernel, HIDDEN, TEMPLATES, slots, vectorsIn(kernel, vectors));
  for (const length of [5, 700, 3]) {
    const words = Array.from({ length }, (_, i) => ['dam', 'and', 'levee', 'of', 'dike'][(i * 7) % 5]!);
    const tags = Uint8Array.from(words, (_, i) => i % 4);
    const values = valuesOf(words, tags);
    follow(layer, words.map(look), tags);
    for (let i = 0; i < length; i += Math.ceil(length / 5)) {
      const input = Int32Array.of(0, i * 31, i * 17 + 5);
      const at = [i, i % 2 ? length : i - 1 < 0 ? length + 1 : i - 1];
      const places = [i % 4, (i + 1) % 4];
      kernel.memory.i32.set(input, slots >> 2);
      activate(layer, Int32Array.from(places), Int32Array.from(at));
      const rows = new Int32Array(TEMPLATES.count);
      featureRows(TEMPLATES, input, HIDDEN.bits, WIDTH, rows);
      const units = Array.from({ length: WIDTH }, (_, j) => {
        const own = rows.reduce((sum, row) => sum + HIDDEN.rows[row + j]!, 0);
        const seen = places.map((word, p) =>
          dot(HIDDEN.dense, (p * WIDTH + j) * DIMS, vectors.values, DIMS, word * DIMS),
        );
        const told = at.map((word, p) =>
          dot(HIDDEN.joint, (p * WIDTH + j) * 2 * SIZE, values[word] ?? [], values[word] ? 2 * SIZE : 0),
        );
        return Math.max(
          0,
          [...seen, ...told].reduce((sum, one) => sum + one, own),
        );
      });
      for (let cls = 0; cls < CLASSES; cls++) {
        const said = kernel.run.outOf(layer.record, cls);
        const right = dot(HIDDEN.out, cls * WIDTH, units, WIDTH);
        assert.ok(Math.abs(said - right) < 0.03, `${said} for ${right}`);
      }
    }
  }
});
