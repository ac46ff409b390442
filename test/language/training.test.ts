import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { activate, follow, type Hidden, layerOf } from '../../src/language/hidden.ts';
import { newKernel, reserve } from '../../src/language/kernel.ts';
import { lexemes } from '../../src/language/lexeme.ts';
import { templatesOf } from '../../src/language/linear.ts';
import { type Vectors, vectorsIn, wordVectorsOf } from '../../src/language/vectors.ts';
import { chained } from '../../training/language/chains.ts';
import {
  activateSome,
  averagedHidden,
  hiddenLearner,
  rememberHidden,
  someOutOf,
  stepIn,
  stepOut,
  stepSentence,
} from '../../training/language/hidden.ts';
import { writeVectors } from '../../training/language/vectors.ts';
import { randomFrom } from '../../training/random.ts';

const folder = mkdtempSync(join(tmpdir(), 'hearsay-training-'));

/** The vectors learned from texts, by word. */
function vectorsFrom(texts: readonly string[]): Map<string, readonly number[]> {
  const out = join(folder, 'vectors.bin.gz');
  const count = writeVectors(texts, out);
  const { numbers, vectors } = wordVectorsOf(gunzipSync(readFileSync(out)));
  const { values, dims } = vectors;
  assert.equal(numbers.size, count);
  return new Map([...numbers].map(([word, n]) => [word, [...values.subarray(n * dims, (n + 1) * dims)]]));
}

const far = (a: readonly number[], b: readonly number[]): number => Math.hypot(...a.map((x, i) => x - b[i]!));

test('words in like company have vectors near each other, the same each time; rare ones share those of their looks', () => {
  const barriers = ['dam', 'levee', 'weir'];
  const moves = ['fled', 'ran'];
  const told = barriers.flatMap((barrier) =>
    moves.map((move) => `They ${move} home.\nThe ${barrier} broke near Holtmark.\nThe old ${barrier} held.`),
  );
  const texts = [...told, ...told, 'They walked home.'];
  const of = vectorsFrom(texts);
  const [dam, levee, fled, ran] = ['dam', 'levee', 'fled', 'ran'].map((word) => of.get(word)!);
  assert.equal(of.get('walked'), undefined, 'once is rare');
  assert.ok(far(dam!, levee!) < far(dam!, ran!));
  assert.ok(far(ran!, fled!) < far(fled!, levee!));
  assert.ok(of.has('?xed'), 'walked is known by its looks');
  assert.deepEqual(vectorsFrom(texts), of);
});

/** What two words look like; the place of their vectors is their number. */
const look = lexemes({
  tags: new Map(),
  clusters: new Map([
    ['dam', 1],
    ['levee', 2],
  ]),
  vectors: new Map([
    ['dam', 1],
    ['levee', 2],
  ]),
  nameTags: new Uint8Array(0),
});
const VECTORS: Vectors = { values: Float32Array.from([0, 0, 1, -1, -1, 1]), dims: 2 };
const SIZE = { width: 16, classes: 2, bits: 1, places: 2, joints: 2, chainWidth: 4, chainBits: 4 };
const INPUTS = Int32Array.of(0);
const tagsOf = (forms: readonly string[]): Uint8Array => new Uint8Array(forms.length);

interface Case {
  readonly forms: readonly string[];
  readonly right: number;
  readonly places: readonly number[];
}

/** A layer that has learned the classes of the cases; the chains count at the last word. */
function learned(cases: readonly Case[], rounds: number) {
  const learner = hiddenLearner(SIZE, VECTORS, 7, 0.05);
  const random = randomFrom(1);
  let times = 0;
  for (let round = 0; round < rounds; round++) {
    const { forms, right, places } = cases[round % cases.length]!;
    const sentence = chained(learner.chains, forms.map(look), tagsOf(forms), random);
    const seen = {
      words: Int32Array.from(places),
      at: Int32Array.of(forms.length - 1, forms.length - 1),
      sentence,
    };
    activateSome(learner, INPUTS, 1, seen, random);
    const share = 1 / (1 + Math.exp(someOutOf(learner, 0) - someOutOf(learner, 1)));
    stepOut(learner, 1, share - right);
    stepOut(learner, 0, right - share);
    stepIn(learner, INPUTS, 1, seen);
    stepSentence(learner, sentence);
    if (round < rounds / 2 || round % 100) continue;
    rememberHidden(learner);
    times++;
  }
  return averagedHidden(learner, times);
}

/** The class that a layer gives to each case. */
function classesOf(hidden: Hidden, cases: readonly Case[]): readonly number[] {
  const kernel = newKernel();
  const one = templatesOf(['a'], ['a']);
  const layer = layerOf(kernel, hidden, one, reserve(kernel, 8), vectorsIn(kernel, VECTORS));
  const outOf = (cls: number): number => kernel.run.outOf(layer.record, cls);
  return cases.map(({ forms, places }) => {
    follow(layer, forms.map(look), tagsOf(forms));
    activate(layer, Int32Array.from(places), Int32Array.of(forms.length - 1, forms.length - 1));
    return outOf(1) > outOf(0) ? 1 : 0;
  });
}

const LEARNED: readonly (readonly [string, number, readonly Case[]])[] = [
  [
    'whether the words at two places differ, which no sum of the two can tell',
    4000,
    [1, 2].flatMap((a) => [1, 2].map((b) => ({ forms: ['x'], right: a === b ? 0 : 1, places: [a, b] }))),
  ],
  [
    'which word stood first, long before the last',
    4000,
    ['dam', 'levee'].map((first, right) => ({
      forms: [first, 'and', 'so', 'on', 'and', 'on'],
      right,
      places: [0, 0],
    })),
  ],
];

for (const [name, rounds, cases] of LEARNED)
  test(`a hidden layer learns ${name}, the same each time`, () => {
    const hidden = learned(cases, rounds);
    assert.deepEqual(
      classesOf(hidden, cases),
      cases.map(({ right }) => right),
    );
    assert.deepEqual(learned(cases, rounds).rows, hidden.rows);
  });
