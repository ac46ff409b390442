import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Chooser, chooseAlone, chooseWith, GROUP, lastLead } from '../../src/language/choice.ts';
import { layerOf } from '../../src/language/hidden.ts';
import { featureRows, templatesOf } from '../../src/language/linear.ts';

const NAMES = [...'abcdefghijklmnopqrst'];
const CLASSES = 3;
const SIZE = 8 * CLASSES;
const templates = templatesOf(NAMES, NAMES, ['c', 'a']);
const numbers = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: SIZE, maxLength: SIZE });
const slots = fc
  .array(fc.nat(), { minLength: NAMES.length, maxLength: NAMES.length })
  .map((values) => Int32Array.of(0, ...values));
const classes = fc.uniqueArray(fc.integer({ min: 0, max: CLASSES - 1 }), { minLength: 1 });

/** A layer of which every class gets the same. */
const silent = layerOf(
  {
    width: 8,
    bits: 0,
    rows: new Float32Array(8),
    unit: 1,
    dense: new Float32Array(0),
    joint: new Float32Array(0),
    out: new Float32Array(CLASSES * 8),
    vectors: { values: new Float32Array(1), dims: 1 },
    chains: {
      width: 0,
      bits: 0,
      rows: new Float32Array(0),
      unit: 1,
      dense: new Float32Array(0),
      vectors: { values: new Float32Array(1), dims: 1 },
    },
  },
  1,
);

/** A weight of 1 is worth so little that no class is left out. */
const UNIT = 1 / 1024;

const chooserOf = (values: readonly number[], lead: number): Chooser => ({
  templates,
  weights: { values: Float32Array.from(values), bits: 3, width: CLASSES, unit: UNIT },
  lead: lead * UNIT,
});

function chosen(chooser: Chooser, values: Int32Array, among: readonly number[]): number {
  const can = Uint8Array.from(among);
  const alone = chooseAlone(chooser, values, can);
  return alone < 0 ? chooseWith(chooser, silent, 0) : alone;
}

test('with a lead that nobody has all features are asked, and the best of all wins', () => {
  fc.assert(
    fc.property(numbers, slots, classes, (values, at, among) => {
      const rows = new Int32Array(NAMES.length);
      featureRows(templates, at, 3, CLASSES, rows);
      const sums = among.map((cls) => rows.reduce((sum, row) => sum + values[row + cls]!, 0));
      const best = among[sums.indexOf(Math.max(...sums))]!;
      assert.equal(chosen(chooserOf(values, 1e9), at, among), best);
      const others = sums.toSorted((a, b) => b - a);
      assert.equal(
        lastLead(),
        others.length > 1 ? (others[0]! - others[1]!) * UNIT : Number.POSITIVE_INFINITY,
      );
    }),
  );
});

test('the first group of features decides alone where it leads by enough', () => {
  fc.assert(
    fc.property(numbers, slots, classes, (values, at, among) => {
      const first = { ...chooserOf(values, 1), templates: { ...templates, count: GROUP } };
      const alone = chooseAlone(first, at, Uint8Array.from(among));
      const lead = lastLead();
      if (alone < 0) return;
      assert.equal(chosen(chooserOf(values, 1), at, among), alone);
      assert.equal(lastLead(), lead);
    }),
  );
});

test('a class that falls far behind is left out, whatever the features that follow say for it', () => {
  const values = new Array<number>(SIZE).fill(0);
  const slots = Int32Array.of(0, ...NAMES.map((_, i) => i + 1));
  const rows = new Int32Array(NAMES.length);
  featureRows(templates, slots, 3, CLASSES, rows);
  const last = rows.at(-1)!;
  const early = rows.find((row) => row !== last)!;
  values[early] = -5;
  values[early + 2] = -1;
  values[last] = 9;
  const strict = { ...chooserOf(values, 0), lead: 100 };
  const weights = { ...strict.weights, unit: 1 };
  assert.equal(chosen({ ...strict, weights }, slots, [0, 1, 2]), 1);
});

test('the only class there is needs no features', () => {
  assert.equal(chooseAlone(chooserOf([], 1), new Int32Array(0), Uint8Array.of(2)), 2);
  assert.equal(lastLead(), Number.POSITIVE_INFINITY);
});
