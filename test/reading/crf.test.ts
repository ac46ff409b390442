import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bestPath, type Chain, marginalsOf } from '../../src/reading/statements/crf.ts';

const LABELS = 3;

const chains: fc.Arbitrary<Chain> = fc
  .integer({ min: 1, max: 5 })
  .chain((length) => fc.tuple(fc.constant(length), scores(length * LABELS), scores(LABELS * LABELS)))
  .map(([length, emissions, transitions]) => ({ length, labels: LABELS, emissions, transitions }));

function scores(size: number): fc.Arbitrary<Float64Array> {
  return fc
    .array(fc.integer({ min: -500, max: 500 }), { minLength: size, maxLength: size })
    .map((values) => Float64Array.from(values, (value) => value / 100));
}

/** Every path of the chain with its score. */
function paths({ length, labels, emissions, transitions }: Chain): readonly (readonly [number[], number])[] {
  let all: (readonly [number[], number])[] = [[[], 0]];
  for (let i = 0; i < length; i++)
    all = all.flatMap(([path, score]) =>
      Array.from({ length: labels }, (_, y) => {
        const step = i ? transitions[path[i - 1]! * labels + y]! : 0;
        return [[...path, y], score + step + emissions[i * labels + y]!] as const;
      }),
    );
  return all;
}

const scoreOf = (chain: Chain, path: Int32Array): number =>
  paths(chain).find(([other]) => other.every((label, i) => label === path[i]))![1];

test('the best path is the best of all', () => {
  fc.assert(
    fc.property(chains, (chain) => {
      const top = Math.max(...paths(chain).map(([, score]) => score));
      assert.ok(Math.abs(scoreOf(chain, bestPath(chain)) - top) < 1e-9);
    }),
  );
});

test('chances of the labels at a place are shares of the paths by their weight', () => {
  fc.assert(
    fc.property(chains, (chain) => {
      const weighed = paths(chain).map(([path, score]) => [path, Math.exp(score)] as const);
      const total = weighed.reduce((sum, [, weight]) => sum + weight, 0);
      const { labels } = marginalsOf(chain);
      for (const [at, chance] of labels.entries()) {
        const place = Math.floor(at / LABELS);
        const share =
          weighed.reduce((sum, [path, w]) => sum + (path[place] === at % LABELS ? w : 0), 0) / total;
        assert.ok(Math.abs(share - chance) < 1e-6);
      }
    }),
  );
});

test('chances of pairs are how often the paths by their weight take them', () => {
  fc.assert(
    fc.property(chains, (chain) => {
      const weighed = paths(chain).map(([path, score]) => [path, Math.exp(score)] as const);
      const total = weighed.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [pair, chance] of marginalsOf(chain).pairs.entries()) {
        const times = (path: readonly number[]): number =>
          path.filter((label, i) => i > 0 && path[i - 1]! * LABELS + label === pair).length;
        const expected = weighed.reduce((sum, [path, weight]) => sum + times(path) * weight, 0) / total;
        assert.ok(Math.abs(expected - chance) < 1e-6);
      }
    }),
  );
});
