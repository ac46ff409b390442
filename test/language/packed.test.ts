import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  addPacked,
  FULL,
  firstOf,
  packed,
  secondOf,
  wideFirst,
  widePacked,
  wideSecond,
} from '../../src/language/packed.ts';

const whole = (most: number): fc.Arbitrary<number> => fc.integer({ min: -most, max: most });
const pairs = (most: number): fc.Arbitrary<[number, number]> => fc.tuple(whole(most), whole(most));

test('two numbers in one come out as they went in, and sums of pairs are the pairs of sums', () => {
  fc.assert(
    fc.property(fc.array(pairs(Math.floor(FULL / 20)), { maxLength: 20 }), (numbers) => {
      const sum = numbers.reduce((total, [first, second]) => (total + packed(first, second)) | 0, 0);
      assert.deepEqual(
        [firstOf(sum), secondOf(sum)],
        [numbers.reduce((n, [first]) => n + first, 0), numbers.reduce((n, [, second]) => n + second, 0)],
      );
    }),
  );
});

test('pairs in doubles may be multiplied too', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(pairs(2047), whole(255)), { maxLength: 64 }), (terms) => {
      const sum = terms.reduce((total, [[first, second], by]) => total + widePacked(first, second) * by, 0);
      const right = terms.reduce(
        ([one, two], [[first, second], by]) => [one! + first * by, two! + second * by],
        [0, 0],
      );
      assert.equal(wideFirst(sum), right[0]);
      assert.equal(wideSecond(sum), right[1]);
    }),
  );
});

test('rows are added as they would be one by one', () => {
  const places = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 30 });
  fc.assert(
    fc.property(fc.array(pairs(500), { minLength: 20, maxLength: 20 }), places, (numbers, rows) => {
      const table = Int32Array.from(numbers, ([first, second]) => packed(first, second));
      const sums = new Int32Array(2);
      addPacked(
        table,
        Int32Array.from(rows, (row) => row * 4),
        rows.length,
        sums,
      );
      for (const j of [0, 1]) {
        assert.equal(
          firstOf(sums[j]!),
          rows.reduce((n, row) => n + numbers[row * 2 + j]![0], 0),
        );
        assert.equal(
          secondOf(sums[j]!),
          rows.reduce((n, row) => n + numbers[row * 2 + j]![1], 0),
        );
      }
    }),
  );
});
