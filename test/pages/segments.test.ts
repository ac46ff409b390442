import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Layer, segments } from '../../src/pages/segments.ts';
import { PART, partAt, partsOf } from '../../src/pages/text.ts';

const layer = fc
  .tuple(fc.integer({ min: -5, max: 60 }), fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 5 }))
  .map(
    ([start, length, n]): Layer => ({
      start,
      end: start + length,
      kind: 'claim',
      id: `l${n}-${start}-${length}`,
    }),
  );

test('pieces cover the span without gap or overlap, each with the layers over it', () => {
  fc.assert(
    fc.property(fc.uniqueArray(layer, { maxLength: 12, selector: ({ id }) => id }), (layers) => {
      const pieces = segments({ start: 0, end: 50 }, layers);
      assert.equal(pieces[0]?.start, 0);
      assert.equal(pieces.at(-1)?.end, 50);
      pieces.forEach((piece, i) => {
        assert.ok(piece.start < piece.end);
        assert.equal(piece.end, pieces[i + 1]?.start ?? 50);
        const over = layers.filter(({ start, end }) => start <= piece.start && end >= piece.end);
        assert.deepEqual(piece.layers.map(({ id }) => id).sort(), over.map(({ id }) => id).sort());
      });
      const begun = pieces.flatMap(({ ids }) => ids).sort();
      const within = layers.filter(({ start, end }) => start >= 0 && start < 50 && end > start);
      assert.deepEqual(begun, within.map(({ id }) => id).sort());
    }),
  );
});

test('parts of a text join up to it, none longer than a part', () => {
  for (const text of ['', 'short', 'word '.repeat(30_000), 'x'.repeat(150_000)]) {
    const parts = partsOf({ text, blocks: [] });
    assert.equal(parts.map(({ start, end }) => text.slice(start, end)).join(''), text);
    for (const { start, end } of parts) assert.ok(end - start <= PART);
    parts.forEach(({ start }, i) => {
      if (text) assert.equal(partAt(parts, start), i);
    });
  }
});
