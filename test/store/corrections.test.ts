import assert from 'node:assert/strict';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readInputs } from '../../src/intake/inputs.ts';
import { mergeStories, splitStory, type Wish, wrongClaim } from '../../src/ledger/propose.ts';
import { correct, readInto, undo } from '../../src/pipeline.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { idOf } from '../../src/text/id.ts';

const EXAMPLES = fileURLToPath(new URL('../../examples/', import.meta.url));
const AT = '2025-01-01T10:00:00Z';
const LATER = '2025-01-02T10:00:00Z';

const ask = (store: Store, wish: Wish, at = AT) => correct(store, { ...wish, note: 'seen by me', at });
const readAll = (store: Store, ...paths: readonly string[]) =>
  readInto(store, readInputs(paths.map((path) => join(EXAMPLES, path))));
/** A digest of all that the store says, for comparison. */
const told = (store: Store): string =>
  idOf(...store.stories().map(({ id }) => JSON.stringify({ ...store.ledger(id), corrections: [] })));

describe('a correction in the store', () => {
  let store: Store;
  let untouched = '';
  before(async () => {
    store = openStore(':memory:');
    await readAll(store, 'ferry', 'halden');
    untouched = told(store);
  });

  test('merges stories that nothing else joins, and undoing gives the same bytes as before', () => {
    const stories = store.stories();
    const made = ask(store, mergeStories(stories));
    const [one, ...others] = store.stories();
    assert.deepEqual(one?.articles, stories.flatMap(({ articles }) => articles).toSorted());
    assert.deepEqual(others, []);
    assert.deepEqual(store.ledger(one!.id).corrections, [made]);
    undo(store, made.id, LATER);
    assert.equal(told(store), untouched);
    assert.equal(store.corrections().at(-1)?.undone, LATER);
    assert.deepEqual(undo(store, made.id, AT).undone, LATER);
  });

  test('takes an article out of its story, and gives it back', () => {
    const story = store.stories().find(({ articles }) => articles.length > 3)!;
    const leave = story.articles.slice(1, 2);
    const before = store.stories().length;
    const made = ask(store, splitStory(story, leave));
    assert.deepEqual(store.stories(store.storiesWith(leave))[0]?.articles, leave);
    assert.equal(store.stories().length, before + 1);
    undo(store, made.id, LATER);
    assert.equal(told(store), untouched);
  });

  test('marks a claim wrong, which can be undone though it is in no question', () => {
    const ledger = store.ledger(store.stories()[0]!.id);
    const claim = ledger.entries[0]!;
    const made = ask(store, wrongClaim(claim));
    const now = store.ledger(store.storiesWith([claim.article])[0]!);
    assert.deepEqual(
      now.rejected.map(({ id }) => id),
      [claim.id],
    );
    assert.equal(now.entries.length, ledger.entries.length - 1);
    undo(store, made.id, LATER);
    assert.equal(told(store), untouched);
  });

  test('is refused with the reason', () => {
    const bad =
      (wish: Wish, at = AT) =>
      () =>
        correct(store, { ...wish, note: '', at });
    assert.throws(bad({ kind: 'wrong-claim', targets: [['nope']] }), /no claim "nope" in the store/);
    assert.throws(bad({ kind: 'merge-stories', targets: [['nope'], ['no']] }), /no article "nope"/);
    assert.throws(bad({ kind: 'merge-stories', targets: [['x']] }), /at least 2 groups of ids, 1 given/);
    assert.throws(bad({ kind: 'split-story', targets: [['x'], []] }), /empty group/);
    assert.throws(bad({ kind: 'split-story', targets: [['x'], ['x']] }), /names "x" twice/);
    assert.throws(bad({ kind: 'wrong-claim', targets: [['x']] }, 'noon'), /not "noon"/);
    assert.throws(
      bad({ kind: 'sing' as 'wrong-claim', targets: [['x']] }),
      /no correction "sing"; use one of merge-stories/,
    );
    assert.throws(() => undo(store, 'nope', AT), /no correction "nope"/);
    assert.equal(told(store), untouched);
  });
});

test('a correction holds when more arrives, and the result is that of reading all first', async () => {
  const files = [
    '01-coastwire.txt',
    '02-selby-evening-post.html',
    '03-national-courier.txt',
    '04-islander.txt',
  ];
  const ferry = files.map((file) => `ferry/${file}`);
  const early = openStore(':memory:');
  await readAll(early, ...ferry, 'halden/01-marketline.txt');
  const made = ask(early, mergeStories(early.stories()));
  await readAll(early, 'ferry', 'halden');

  const late = openStore(':memory:');
  await readAll(late, 'halden', 'ferry');
  const again = correct(late, { kind: made.kind, targets: made.targets, note: made.note, at: made.at });
  assert.deepEqual(again, made);
  assert.ok(early.storiesWith(made.articles).length === 1);
  assert.equal(told(early), told(late));
});
