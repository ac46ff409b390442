import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import type { Taken } from '../../src/intake/capture.ts';
import { readInputs } from '../../src/intake/inputs.ts';
import {
  joinOriginators,
  mergeStories,
  partOriginator,
  splitStory,
  type Wish,
  wrongClaim,
} from '../../src/ledger/propose.ts';
import { correct, type Read, readAlone, readInto } from '../../src/pipeline.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import type { Proposed } from '../../src/text/correction.ts';

type Arrival = Extract<Taken, { kind: 'article' }>;

const EXAMPLES = fileURLToPath(new URL('../../examples/', import.meta.url));
const arrivals: Arrival[] = [];
const read = new Map<string, Read>();
let corrections: readonly Proposed[] = [];
let expected = '';

const readSome = (store: Store, some: readonly Arrival[]) =>
  readInto(
    store,
    (async function* () {
      yield* some;
    })(),
    { reader: async ({ id }) => read.get(id)! },
  );

/** All that the store says. */
const told = (store: Store): string =>
  JSON.stringify([store.stories().map(({ id }) => store.ledger(id)), store.corrections()]);

/** One correction of each kind, of what the store holds, a minute after another. */
function wishesOf(store: Store): readonly Proposed[] {
  const [first, second, third] = store.stories().toSorted((a, b) => b.articles.length - a.articles.length);
  const ledger = store.ledger(first!.id);
  const names = [...new Set(ledger.assertions.map(({ originator }) => originator))];
  const claimOf = (name: string) =>
    ledger.assertions.find(({ originator }) => originator === name)!.claims[0]!;
  const twice = names.find((name) => ledger.assertions.filter((one) => one.originator === name).length > 1)!;
  const wishes: readonly Wish[] = [
    joinOriginators(ledger, [claimOf(names[0]!), claimOf(names[1]!)]),
    partOriginator(ledger, [claimOf(twice)]),
    wrongClaim(ledger.entries[3]!),
    splitStory(first!, first!.articles.slice(0, 2)),
    mergeStories([second!, third!]),
    splitStory(second!, second!.articles.slice(1, 2)),
  ];
  return wishes.map((wish, minute) => ({ ...wish, note: '', at: `2031-01-01T10:0${minute}:00Z` }));
}

before(async () => {
  for await (const taken of readInputs([EXAMPLES])) if (taken.kind === 'article') arrivals.push(taken);
  for (const { article } of arrivals) read.set(article.id, readAlone(article));
  const store = openStore(':memory:');
  await readSome(store, arrivals);
  const uncorrected = told(store);
  corrections = wishesOf(store);
  for (const correction of corrections) correct(store, correction);
  expected = told(store);
  assert.notEqual(expected, uncorrected);
  store.close();
});

/** Reads the batches; each correction is made as soon as the store holds what it is about and the draw allows it. */
async function arrive(
  batches: readonly (readonly Arrival[])[],
  patience: readonly number[],
): Promise<string> {
  const store = openStore(':memory:');
  const open = new Map(corrections.map((correction, i) => [correction, patience[i]!]));
  const make = (waited: number): void => {
    for (const [correction, wait] of open) {
      if (wait > waited || !isHeld(store, correction)) continue;
      correct(store, correction);
      open.delete(correction);
    }
  };
  for (const [at, batch] of batches.entries()) {
    await readSome(store, batch);
    make(at);
  }
  make(Number.POSITIVE_INFINITY);
  const said = told(store);
  store.close();
  return said;
}

function isHeld(store: Store, { kind, targets }: Proposed): boolean {
  const ids = targets.flat();
  if (kind === 'merge-stories' || kind === 'split-story') return ids.every((id) => store.has(id));
  return ids.every((id) => store.entry(id) !== null);
}

test('any order and any batches of articles and corrections give the same bytes', async () => {
  assert.ok(corrections.length === 6 && arrivals.length > 15);
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray([...arrivals], { minLength: arrivals.length }),
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 20, maxLength: 20 }),
      fc.array(fc.nat(6), { minLength: 6, maxLength: 6 }),
      async (order, sizes, patience) => {
        const batches: Arrival[][] = [];
        for (let from = 0, i = 0; from < order.length; from += sizes[i++ % sizes.length]!)
          batches.push(order.slice(from, from + sizes[i % sizes.length]!));
        assert.equal(await arrive(batches, patience), expected);
      },
    ),
    { numRuns: 15 },
  );
});
