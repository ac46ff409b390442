import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { buildLedger } from '../../src/ledger/build.ts';
import { type Line, type Report, storyOf } from './table.ts';

const line = fc.record(
  {
    text: fc.constantFrom('5', '14', 'at least 14', '15', '200', 'dozens', 'up to 40', '10 to 20'),
    measure: fc.constantFrom('killed', 'wounded', 'deployed', 'other'),
    group: fc.constantFrom(
      'people',
      'Chadian soldiers',
      'soldiers',
      'children',
      'Harbour Board officers',
      '',
    ),
    by: fc.constantFrom(
      'Dorn police',
      'police',
      'Chad',
      "Chad's defence ministry",
      'Anna Berg',
      'Berg',
      'a source',
    ),
    kind: fc.constantFrom('official', 'agency', 'unnamed', 'government'),
    when: fc.constantFrom('2024-05-01', '2024-04-01', '..2024-05-02', '2024-01-01..2024-05-01'),
    on: fc.constantFrom('2024-05-01', '2024-05-03', '2024-05-07'),
    place: fc.constantFrom('Arlo', 'Benton'),
    scope: fc.constantFrom('incident', 'cumulative', 'state'),
    headline: fc.boolean(),
  },
  { requiredKeys: ['text'] },
) as fc.Arbitrary<Line>;

const reports = fc.array(
  fc.record({
    published: fc.constantFrom('2024-05-02', '2024-05-03', null),
    claims: fc.array(line, { maxLength: 5 }),
  }),
  { minLength: 1, maxLength: 6 },
) as fc.Arbitrary<readonly Report[]>;

const shuffles = reports.chain((all) => {
  const { articles, claims } = storyOf(all);
  return fc.record({
    articles: fc.constant(articles),
    claims: fc.constant(claims),
    otherArticles: fc.shuffledSubarray([...articles], { minLength: articles.length }),
    otherClaims: fc.shuffledSubarray([...claims], { minLength: claims.length }),
  });
});

const story = { id: 'story', title: '', articles: [], from: null, to: null };

test('any order of articles and claims gives the same bytes', () =>
  fc.assert(
    fc.property(shuffles, ({ articles, claims, otherArticles, otherClaims }) => {
      const build = (a: typeof articles, c: typeof claims) =>
        JSON.stringify(buildLedger({ story, articles: a, claims: c, responses: [], copies: [] }));
      assert.equal(build(otherArticles, otherClaims), build(articles, claims));
    }),
    { numRuns: 200 },
  ));

test('every claim is in one assertion and every assertion in one question', () =>
  fc.assert(
    fc.property(reports, (all) => {
      const { articles, claims } = storyOf(all);
      const ledger = buildLedger({ story, articles, claims, responses: [], copies: [] });
      assert.deepEqual(
        ledger.assertions.flatMap((one) => one.claims).toSorted(),
        claims.map(({ id }) => id).toSorted(),
      );
      assert.deepEqual(
        ledger.questions.flatMap((one) => one.assertions).toSorted(),
        ledger.assertions.map(({ id }) => id).toSorted(),
      );
      for (const { low, best, high } of ledger.questions)
        assert.ok(
          (low ?? best ?? 0) <= (best ?? Number.POSITIVE_INFINITY) &&
            (best ?? 0) <= (high ?? Number.POSITIVE_INFINITY),
        );
    }),
  ));
