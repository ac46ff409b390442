import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { literal } from '../../src/text/literal.ts';

test('a literal matches its words, whatever marks they have, and nothing else', () => {
  const marks = fc.string({ unit: fc.constantFrom(...'ab$.*+?^{}()|[]\\/-') });
  for (const flags of ['', 'u'])
    fc.assert(
      fc.property(marks, marks, (words, other) => {
        assert.equal(new RegExp(`^${literal(words)}$`, flags).test(other), words === other);
        assert.ok(new RegExp(`^${literal(words)}$`, flags).test(words));
      }),
    );
});
