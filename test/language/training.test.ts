import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { activate, layerOf, outOf, type Vectors } from '../../src/language/hidden.ts';
import { wordVectorsOf } from '../../src/language/vectors.ts';
import {
  activateSome,
  averagedHidden,
  hiddenLearner,
  rememberHidden,
  someOutOf,
  stepIn,
  stepOut,
} from '../../training/language/hidden.ts';
import { writeVectors } from '../../training/language/vectors.ts';
import { randomFrom } from '../../training/random.ts';

const folder = mkdtempSync(join(tmpdir(), 'hearsay-training-'));

function vectorsFrom(lines: string): Map<string, readonly number[]> {
  const [file, out] = [join(folder, 'vectors.txt'), join(folder, 'vectors.bin.gz')];
  writeFileSync(file, lines);
  writeVectors(file, out);
  const { numbers, vectors } = wordVectorsOf(gunzipSync(readFileSync(out)));
  const { values, dims } = vectors;
  return new Map([...numbers].map(([word, n]) => [word, [...values.subarray(n * dims, (n + 1) * dims)]]));
}

const far = (a: readonly number[], b: readonly number[]): number => Math.hypot(...a.map((x, i) => x - b[i]!));

test('vectors that are brought down keep who is near whom; words with the same vector share it', () => {
  const of = vectorsFrom('dam 1 0 0.1\nlevee 0.9 0.1 0\nran 0 1 0.2\nfled 0.1 0.9 0\nweir 1 0 0.1\n');
  const [dam, levee, ran, fled] = ['dam', 'levee', 'ran', 'fled'].map((word) => of.get(word)!);
  assert.ok(far(dam!, levee!) < far(dam!, ran!));
  assert.ok(far(ran!, fled!) < far(fled!, levee!));
  assert.deepEqual(of.get('weir'), dam);
});

test('a line that is no vector is named', () => {
  assert.throws(() => vectorsFrom('dam 1 0 0\nlevee 1 0\n'), /line 2: "levee 1 0" is not a word/);
  assert.throws(() => vectorsFrom('dam 1 zero 0\n'), /line 1: "dam 1 zero 0"/);
  assert.throws(() => vectorsFrom(''), /has no vectors/);
});

/** Two places, each with one of two words: the class is whether they differ, which no sum of the two can tell. */
test('a hidden layer learns what a linear model cannot, the same each time', () => {
  const vectors: Vectors = { values: Float32Array.from([0, 0, 1, -1, -1, 1]), dims: 2 };
  const learn = () => {
    const learner = hiddenLearner(16, 2, 1, 2, vectors, 7);
    const random = randomFrom(1);
    const inputs = Int32Array.of(0);
    for (let round = 0; round < 4000; round++) {
      const words = Int32Array.of(1 + (round & 1), 1 + ((round >> 1) & 1));
      activateSome(learner, inputs, 1, words, random);
      const right = words[0] === words[1] ? 0 : 1;
      const share = 1 / (1 + Math.exp(someOutOf(learner, 0) - someOutOf(learner, 1)));
      stepOut(learner, 1, share - right);
      stepOut(learner, 0, right - share);
      stepIn(learner, inputs, 1, words);
      if (round > 2000 && round % 100 === 0) rememberHidden(learner);
    }
    return averagedHidden(learner, 19);
  };
  const hidden = learn();
  const layer = layerOf(hidden);
  for (const words of [
    [1, 1],
    [1, 2],
    [2, 1],
    [2, 2],
  ]) {
    activate(layer, Int32Array.of(0), 1, Int32Array.from(words));
    const differ = outOf(layer, 1) > outOf(layer, 0);
    assert.equal(differ, words[0] !== words[1], words.join());
  }
  assert.deepEqual(learn().rows, hidden.rows);
});
