import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addRows, sumOf, templatesOf } from '../../src/language/linear.ts';

const WIDTH = 5;
const weights = fc.array(fc.integer({ min: -16129, max: 16129 }), { minLength: 50, maxLength: 50 });

test('rows added six at a time give the same sums as one by one', () => {
  const places = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 30 });
  fc.assert(
    fc.property(weights, places, (values, rows) => {
      const sums = new Float64Array(WIDTH).fill(1);
      const starts = Int32Array.from(rows, (row) => row * WIDTH);
      addRows(Int16Array.from(values), starts, starts.length, WIDTH, sums);
      const right = Array.from({ length: WIDTH }, (_, k) =>
        rows.reduce((sum, row) => sum + values[row * WIDTH + k]!, 1),
      );
      assert.deepEqual([...sums], right);
    }),
  );
});

test('the sum of one class is that of all classes at its place', () => {
  const starts = Int32Array.of(0, 10, 45, 10);
  fc.assert(
    fc.property(weights, (numbers) => {
      const values = Int16Array.from(numbers);
      const sums = new Float64Array(WIDTH);
      addRows(values, starts, starts.length, WIDTH, sums);
      const table = { values, bits: 0, width: WIDTH, unit: 1 };
      for (let cls = 0; cls < WIDTH; cls++) assert.equal(sumOf(table, starts, starts.length, cls), sums[cls]);
    }),
  );
});

test('a template of a slot that there is not is named', () => {
  assert.throws(
    () => templatesOf(['word', 'tag'], ['word tga']),
    /no slot "tga" for the template "word tga"/,
  );
});
