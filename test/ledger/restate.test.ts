import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readInputs } from '../../src/intake/inputs.ts';
import { codebookNames, loadCodebook } from '../../src/ledger/codebook.ts';
import { estimatesBy } from '../../src/ledger/restate.ts';
import { readInto } from '../../src/pipeline.ts';
import { shownLedger } from '../../src/shown.ts';
import { openStore } from '../../src/store/store.ts';

describe('the numbers of another codebook, from the ledger alone', async () => {
  const store = openStore(':memory:');
  await readInto(store, readInputs(['examples']));
  const ledgers = store.stories().map(({ id }) => store.ledger(id));
  const published = new Map(
    ledgers
      .flatMap(({ story }) => story.articles)
      .map((id) => [id, store.article(id).article.published] as const),
  );

  for (const name of codebookNames()) {
    test(`are those of a ledger drawn anew with ${name}`, () => {
      const codebook = loadCodebook(name);
      const restated = ledgers.flatMap((ledger) =>
        [...estimatesBy(ledger, published, codebook)].map(([id, { low, best, high, rule }]) => ({
          id,
          low,
          best,
          high,
          rule,
        })),
      );
      const anew = ledgers
        .flatMap(({ story }) => shownLedger(store, story.id, codebook).questions)
        .map(({ id, low, best, high, rule }) => ({ id, low, best, high, rule }));
      const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
      assert.deepEqual(restated.toSorted(byId), anew.toSorted(byId));
      assert.ok(restated.length > 30);
    });
  }
});
