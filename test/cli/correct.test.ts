import assert from 'node:assert/strict';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { hearsay, newFolder, recordsIn } from './run.ts';

const db = join(newFolder(), 'test.db');
const run = (...words: readonly string[]) => hearsay([...words, '--db', db]);
const exported = () => {
  const records = recordsIn(run('export', '--as', 'jsonl').out);
  return (kind: string) => records.filter(({ record }) => record === kind);
};
const FERRY = 'examples/ferry/02-selby-evening-post.html';

describe('hearsay story and hearsay correct', () => {
  let all = exported;
  before(() => {
    run('read', 'examples/ferry', 'examples/halden/01-marketline.txt');
    const first = exported();
    all = () => first;
  });

  test('merge, list and undo', () => {
    const stories = all()('story').map(({ id }) => String(id).slice(0, 12));
    const made = run('story', 'merge', ...stories, '--note', 'one week', '--at', '2025-01-01T10:00:00Z');
    assert.deepEqual([made.status, made.said], [0, '']);
    assert.match(made.out, /these stories are one: .*\(one week\)/);
    const now = exported();
    assert.equal(now('story').length, 1);
    assert.equal(now('correction')[0]?.note, 'one week');
    const id = made.out.slice(0, 12);
    assert.match(run('correct', 'undo', id).out, /undone /);
    assert.match(run('correct', 'list').out, new RegExp(`^${id} .*one week.*undone`));
  });

  test('split by the name of a file', () => {
    const of = all();
    const { id } = of('article').find(({ file }) => file === FERRY)!;
    const story = of('story').find(({ articles }) => (articles as string[]).includes(String(id)))!;
    const done = run('story', 'split', String(story.id), FERRY);
    assert.equal(done.status, 0, done.said);
    assert.match(done.out, /these articles are a story of their own/);
    assert.equal(run('story', 'list').out.match(/^\w/gm)?.length, of('story').length + 1);
    run('correct', 'undo', done.out.slice(0, 12));
  });

  test('wrong, join and part take claims as they are shown', () => {
    const of = all();
    const [claim] = of('claim') as { id: string; file: string; figure: { start: number } }[];
    const made = run('correct', 'wrong', `${claim!.file}:${claim!.figure.start}`);
    assert.equal(made.status, 0, made.said);
    assert.equal(exported()('rejected')[0]?.id, claim!.id);
    run('correct', 'undo', made.out.slice(0, 12));

    const assertions = of('assertion') as { originator: string; claims: string[]; story: string }[];
    const storyOf = new Map(of('claim').map(({ id, story }) => [id, story]));
    const first = assertions[0]!;
    const other = assertions.find(
      ({ originator, claims }) =>
        originator !== first.originator && storyOf.get(claims[0]) === storyOf.get(first.claims[0]),
    )!;
    const joined = run('correct', 'join', first.claims[0]!, other.claims[0]!);
    assert.equal(joined.status, 0, joined.said);
    assert.ok(exported()('assertion').every(({ originator }) => originator !== other.originator));
    const parted = run('correct', 'part', other.claims[0]!);
    assert.equal(parted.status, 0, parted.said);
    assert.ok(exported()('assertion').some(({ originator }) => originator === other.originator));
  });

  for (const [words, said] of [
    [['story', 'mend'], /use list, merge, split, not "mend"/],
    [['story', 'merge', 'x'], /merge needs two stories/],
    [['story', 'merge', 'x', 'y'], /no story "x"; "hearsay story list" lists them/],
    [['correct', 'wrong', 'x.txt:1'], /no claim "x\.txt:1"/],
    [['correct', 'undo', 'zz'], /no corrections begin with "zz"/],
    [['correct', 'undo', '', '--at', 'noon'], /corrections begin with ""|--at wants a time/],
  ] as const)
    test(`hearsay ${words.join(' ')} is wrong usage`, () => {
      const ran = run(...words);
      assert.match(ran.said, said);
      assert.deepEqual([ran.status, ran.out], [2, '']);
    });
});
