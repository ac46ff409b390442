import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { featureRow } from '../../src/reading/statements/features.ts';
import {
  addScores,
  type ChainModel,
  packModels,
  placeOf,
  rowsOf,
  unpackModels,
} from '../../src/reading/statements/model.ts';

const BITS = 7;

/** A model whose rows are given place by place, most of them empty. */
function modelWith(dense: Int8Array, labels: number): ChainModel {
  const transitions = new Float64Array(labels * labels).fill(0.5);
  return { name: 'made', labels, bits: BITS, scale: 2, ...rowsOf(dense, labels, BITS), transitions };
}

const models = fc.integer({ min: 1, max: 7 }).chain((labels) =>
  fc
    .array(fc.tuple(fc.nat((1 << BITS) - 1), fc.array(fc.integer({ min: -127, max: 127 }))), {
      maxLength: 30,
    })
    .map((rows) => {
      const dense = new Int8Array(labels << BITS);
      for (const [place, weights] of rows) dense.set(weights.slice(0, labels), place * labels);
      return { labels, dense };
    }),
);

test('the score of a label is the sum of its weights of all features', () => {
  fc.assert(
    fc.property(models, fc.array(fc.integer(), { maxLength: 60 }), ({ labels, dense }, features) => {
      const row = featureRow();
      for (const feature of features) row.names[row.count++] = feature;
      const scores = new Float64Array(labels + 2).fill(1);
      addScores(modelWith(dense, labels), row, scores, 1);
      for (let label = 0; label < labels; label++) {
        const bytes = features.map((feature) => dense[placeOf(feature, BITS) * labels + label]!);
        const sum = bytes.reduce((total, byte) => total + (byte * Math.abs(byte) * 2) / 16129, 1);
        assert.ok(Math.abs(scores[label + 1]! - sum) < 1e-9);
      }
      assert.deepEqual([scores[0], scores[labels + 1]], [1, 1]);
    }),
  );
});

test('a packed model unpacks to itself', () => {
  fc.assert(
    fc.property(models, ({ labels, dense }) => {
      const model = modelWith(dense, labels);
      assert.deepEqual(unpackModels(packModels([model, model])), [model, model]);
    }),
  );
});
