import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bestPath, type Chain, chancesOf } from '../../src/reading/statements/crf.ts';
import { readTwice, type TwoLooks } from '../../src/reading/statements/looks.ts';
import { rowsOf } from '../../src/reading/statements/model.ts';

const LABELS = 3;

const scores = (size: number): fc.Arbitrary<Float64Array> =>
  fc
    .array(fc.integer({ min: -500, max: 500 }), { minLength: size, maxLength: size })
    .map((values) => Float64Array.from(values, (value) => value / 100));

/** Models, and what each of them says of every label of some tokens. */
const cases = fc.integer({ min: 1, max: 8 }).chain((length) =>
  fc.record({
    glanced: scores(length * LABELS),
    looked: scores(length * LABELS),
    models: fc
      .tuple(scores(LABELS * LABELS), scores(LABELS * LABELS))
      .map(([glance, look]): TwoLooks => ({ glance: modelWith(glance), look: modelWith(look) })),
  }),
);

const modelWith = (transitions: Float64Array) => ({
  name: 'made',
  labels: LABELS,
  bits: 5,
  scale: 1,
  ...rowsOf(new Int8Array(LABELS << 5), LABELS, 5),
  transitions,
});

const chainOf = (emissions: Float64Array, transitions: Float64Array) => ({
  length: emissions.length / LABELS,
  labels: LABELS,
  emissions,
  transitions,
});

/** What a path comes to. */
const scoreOf = ({ emissions, transitions }: Chain, path: Int32Array): number =>
  path.reduce(
    (sum, label, i) =>
      sum + emissions[i * LABELS + label]! + (i ? transitions[path[i - 1]! * LABELS + label]! : 0),
    0,
  );

function assertNear(said: Float64Array, wanted: Float64Array): void {
  for (const [i, chance] of said.entries()) assert.ok(Math.abs(chance - wanted[i]!) < 1e-6);
}

test('without doubt the second look is not asked', () => {
  fc.assert(
    fc.property(cases, ({ glanced, models }) => {
      const { chances } = readTwice(models, glanced, 1, () => assert.fail('asked'));
      assertNear(chances, chancesOf(chainOf(glanced, models.glance.transitions)));
    }),
  );
});

test('where all is in doubt the second look alone is heard', () => {
  fc.assert(
    fc.property(cases, ({ glanced, looked, models }) => {
      const { path, chances } = readTwice(models, glanced, -1, (_, emissions) => emissions.set(looked));
      const chain = chainOf(looked, models.look.transitions);
      assert.ok(scoreOf(chain, path) > scoreOf(chain, bestPath(chain)) - 1e-6);
      assertNear(chances, chancesOf(chain));
    }),
  );
});

test('what is in doubt is read by the second look between the labels that stand', () => {
  fc.assert(
    fc.property(
      cases,
      fc.double({ min: 0.05, max: 0.45, noNaN: true }),
      ({ glanced, looked, models }, doubt) => {
        const first = chancesOf(chainOf(glanced, models.glance.transitions));
        const pinned = looked.slice();
        const said = readTwice(models, glanced, doubt, (open, emissions) => {
          for (const [i, isOpen] of open.entries())
            for (let y = 0; y < LABELS; y++) {
              const top = Math.max(...first.subarray(i * LABELS, (i + 1) * LABELS));
              assert.equal(isOpen === 1, top <= 1 - doubt);
              if (isOpen) emissions[i * LABELS + y] = looked[i * LABELS + y]!;
              else if (first[i * LABELS + y] !== top) pinned[i * LABELS + y]! -= 500;
            }
        });
        const top = (i: number) => Math.max(...first.subarray(i * LABELS, (i + 1) * LABELS));
        const chain = chainOf(pinned, models.look.transitions);
        const wanted = chancesOf(chain);
        for (let i = 0; i < chain.length; i++)
          if (top(i) > 1 - doubt) wanted.set(first.subarray(i * LABELS, (i + 1) * LABELS), i * LABELS);
        if (said.path.some((_, i) => top(i) <= 1 - doubt)) {
          assertNear(said.chances, wanted);
          assert.ok(scoreOf(chain, said.path) > scoreOf(chain, bestPath(chain)) - 1e-6);
        }
      },
    ),
  );
});
