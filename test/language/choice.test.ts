import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { chooseAlone, chooserOf, chooseWith, GROUP, leadOf, tableIn } from '../../src/language/choice.ts';
import { layerOf } from '../../src/language/hidden.ts';
import { newKernel, reserve } from '../../src/language/kernel.ts';
import { featureRows, type Templates, templatesOf, WORTH } from '../../src/language/linear.ts';
import { vectorsIn } from '../../src/language/vectors.ts';

const NAMES = [...'abcdefghijklmnopqrst'];
const templates = templatesOf(NAMES, NAMES, ['c', 'a']);
/** Its first group alone. */
const FIRST: Templates = {
  slots: templates.slots.slice(0, 3 * GROUP),
  seeds: templates.seeds.slice(0, GROUP),
  count: GROUP,
};
const BITS = 3;
/** Rows of at most four classes are added up in another way than wider ones. */
const WIDTHS = [3, 7];
const numbersOf = (width: number): fc.Arbitrary<number[]> =>
  fc.array(fc.integer({ min: -9, max: 9 }), { minLength: width << BITS, maxLength: width << BITS });
const slots = fc
  .array(fc.nat(), { minLength: NAMES.length, maxLength: NAMES.length })
  .map((values) => Int32Array.of(0, ...values));
const classesOf = (width: number): fc.Arbitrary<number[]> =>
  fc.uniqueArray(fc.integer({ min: 0, max: width - 1 }), { minLength: 1 });
const worth = (number: number): number => WORTH[number & 255]!;

/** A layer of which every class gets the same. */
const SILENT = {
  width: 8,
  bits: 0,
  rows: new Float32Array(8),
  unit: 1,
  dense: new Float32Array(0),
  joint: new Float32Array(0),
  out: new Float32Array(8 * 8),
  vectors: { values: new Float32Array(1), dims: 1 },
  chains: {
    width: 0,
    bits: 0,
    rows: new Float32Array(0),
    unit: 1,
    dense: new Float32Array(0),
    vectors: { values: new Float32Array(1), dims: 1 },
  },
};

/** A weight of 1 is worth so little that no class is left out. */
const UNIT = 1 / 1024;

interface Choosing {
  readonly width: number;
  readonly numbers: readonly number[];
  readonly lead: number;
  readonly unit?: number;
  readonly asked?: Templates;
}

/** A chooser of the numbers' weights that is sure with a lead in units, and a silent layer. */
function choosing({ width, numbers, lead, unit = UNIT, asked = templates }: Choosing) {
  const kernel = newKernel();
  const at = reserve(kernel, 4 * (NAMES.length + 1));
  const table = tableIn(kernel, { bits: BITS, width, unit }, (bytes) =>
    bytes.set(numbers.map((q) => q & 255)),
  );
  const chooser = chooserOf(kernel, asked, at, table, lead * unit);
  const layer = layerOf(kernel, SILENT, templatesOf(NAMES, ['a']), at, vectorsIn(kernel, SILENT.vectors));
  const alone = (values: Int32Array, among: readonly number[]): number =>
    chooseAlone(chooser, values, Uint8Array.from(among));
  const chosen = (values: Int32Array, among: readonly number[]): number => {
    const sure = alone(values, among);
    return sure < 0 ? chooseWith(chooser, layer, 0) : sure;
  };
  return { alone, chosen, lead: () => leadOf(chooser) };
}

for (const width of WIDTHS) {
  test(`with a lead that nobody has all features are asked, and the best of all ${width} wins`, () => {
    fc.assert(
      fc.property(numbersOf(width), slots, classesOf(width), (numbers, at, among) => {
        const rows = new Int32Array(NAMES.length);
        featureRows(templates, at, BITS, width, rows);
        const sums = among.map((cls) => rows.reduce((sum, row) => sum + worth(numbers[row + cls]!), 0));
        const best = among[sums.indexOf(Math.max(...sums))]!;
        const all = choosing({ width, numbers, lead: 1e9 });
        assert.equal(all.chosen(at, among), best);
        const others = sums.toSorted((a, b) => b - a);
        assert.equal(
          all.lead(),
          others.length > 1 ? (others[0]! - others[1]!) * UNIT : Number.POSITIVE_INFINITY,
        );
      }),
      { numRuns: 50 },
    );
  });

  test(`the first group of features decides alone among ${width} where it leads by enough`, () => {
    fc.assert(
      fc.property(numbersOf(width), slots, classesOf(width), (numbers, at, among) => {
        const first = choosing({ width, numbers, lead: 1, asked: FIRST });
        const alone = first.alone(at, among);
        if (alone < 0) return;
        const all = choosing({ width, numbers, lead: 1 });
        assert.equal(all.chosen(at, among), alone);
        assert.equal(all.lead(), first.lead());
      }),
      { numRuns: 50 },
    );
  });
}

test('a class that falls far behind is left out, whatever the features that follow say for it', () => {
  const width = 3;
  const numbers = new Array<number>(width << BITS).fill(0);
  const rows = new Int32Array(NAMES.length);
  for (let salt = 1; ; salt++) {
    const slots = Int32Array.of(0, ...NAMES.map((_, i) => i * salt));
    featureRows(templates, slots, BITS, width, rows);
    const late = rows.slice(GROUP).find((row) => !rows.subarray(0, GROUP).includes(row));
    if (late === undefined) continue;
    numbers[rows[0]!] = -3;
    numbers[late] = 11;
    const said = (unit: number): number =>
      choosing({ width, numbers, lead: 1000, unit }).chosen(slots, [0, 1, 2]);
    assert.equal(said(1), 1);
    assert.equal(said(0.01), 0, 'where it is not far behind it wins');
    return;
  }
});

test('the only class there is needs no features', () => {
  const any = choosing({ width: 3, numbers: [], lead: 1 });
  assert.equal(any.alone(new Int32Array(0), [2]), 2);
  assert.equal(any.lead(), Number.POSITIVE_INFINITY);
});
