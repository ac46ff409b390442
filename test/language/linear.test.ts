import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { templatesOf, WORTH } from '../../src/language/linear.ts';
import { addRows } from '../../training/language/rows.ts';

const WIDTH = 5;
const weights = fc.array(fc.integer({ min: -16129, max: 16129 }), { minLength: 50, maxLength: 50 });

test('rows added six at a time give the same sums as one by one', () => {
  const places = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 30 });
  fc.assert(
    fc.property(weights, places, (values, rows) => {
      const sums = new Float64Array(WIDTH).fill(1);
      const starts = Int32Array.from(rows, (row) => row * WIDTH);
      addRows(Float32Array.from(values), starts, starts.length, WIDTH, sums);
      const right = Array.from({ length: WIDTH }, (_, k) =>
        rows.reduce((sum, row) => sum + values[row * WIDTH + k]!, 1),
      );
      assert.deepEqual([...sums], right);
    }),
  );
});

test('a byte stands for its signed number times its size', () => {
  assert.deepEqual([WORTH[0], WORTH[3], WORTH[127], WORTH[253], WORTH[129]], [0, 9, 16129, -9, -16129]);
});

test('early templates come first, and each keeps its seed; one that there is not is named', () => {
  const names = ['word', 'tag'];
  const plain = templatesOf(names, ['word', 'tag', 'word tag']);
  const sorted = templatesOf(names, ['word', 'tag', 'word tag'], ['word tag']);
  assert.deepEqual([...sorted.seeds], [plain.seeds[2], plain.seeds[0], plain.seeds[1]]);
  assert.deepEqual([...sorted.slots], [1, 2, 0, 1, 0, 0, 2, 0, 0]);
  assert.throws(
    () => templatesOf(names, ['word'], ['tag word']),
    /no template "tag word" that could come early/,
  );
});

test('a template of a slot that there is not is named', () => {
  assert.throws(
    () => templatesOf(['word', 'tag'], ['word tga']),
    /no slot "tga" for the template "word tga"/,
  );
});
