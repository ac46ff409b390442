import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { hearsay, newFolder, ROOT, recordsIn } from './run.ts';

const STORY = join('examples', 'veyra');
const FILES = readdirSync(join(ROOT, STORY)).map((file) => join(STORY, file));
const newStore = (): string => join(newFolder(), 'test.db');
const jsonl = (db: string, ...paths: string[]) =>
  hearsay(['read', ...paths, '--format', 'jsonl', '--db', db]);

describe('hearsay read', () => {
  const db = newStore();
  const first = jsonl(db, STORY);
  const records = recordsIn(first.out);

  test('reads every example and says nothing on standard error', () => {
    assert.deepEqual([first.status, first.said], [0, '']);
    assert.equal(records.filter(({ record }) => record === 'article').length, FILES.length);
  });

  test('pins every span to the words of its article', () => {
    const texts = new Map(
      records.filter(({ record }) => record === 'article').map(({ id, text }) => [id, String(text)]),
    );
    let spans = 0;
    for (const { record, article, figure, chain } of records) {
      if (record !== 'claim') continue;
      for (const { start, end, text } of [figure, ...(chain as unknown[])] as {
        start: number;
        end: number;
        text: string;
      }[]) {
        assert.equal(texts.get(article)?.slice(start, end), text);
        spans++;
      }
    }
    assert.ok(spans > FILES.length);
  });

  test('names only records that are printed', () => {
    const ids = new Set(records.map(({ id }) => id));
    for (const { record, story, question, assertion, article } of records) {
      if (record !== 'claim') continue;
      for (const id of [story, question, assertion, article]) assert.ok(ids.has(id), `${id} is not printed`);
    }
  });

  test('changes nothing when the same is read again', () => {
    assert.equal(jsonl(db, STORY).out, first.out);
  });

  test('gives the same bytes in any order and any split into runs', () => {
    const other = newStore();
    const reversed = [...FILES].reverse();
    jsonl(other, ...reversed.slice(0, 3));
    jsonl(other, ...reversed.slice(3, 4));
    assert.equal(jsonl(other, ...reversed.slice(4), ...reversed.slice(0, 2)).out, first.out);
  });

  test('is whole after a kill at any moment, and the next run finishes it', async () => {
    for (const milliseconds of [150, 300, 450, 600, 900]) {
      const killed = newStore();
      const child = spawn(
        process.execPath,
        ['--disable-warning=ExperimentalWarning', 'bin/hearsay.js', 'read', STORY, '--db', killed],
        { cwd: ROOT, stdio: 'ignore' },
      );
      await wait(milliseconds);
      child.kill('SIGKILL');
      assert.equal(jsonl(killed, STORY).out, first.out, `killed after ${milliseconds} ms`);
    }
  });
});

describe('the terminal ledger', () => {
  const { out, status } = hearsay(['read', STORY, '--db', newStore()]);

  test('keeps to 80 columns, without colour where there is no terminal', () => {
    assert.equal(status, 0);
    for (const line of out.split('\n')) assert.ok(line.length <= 80, line);
    assert.doesNotMatch(out, /\u001b/);
  });

  test('has for each question an estimate and its assertions', () => {
    assert.match(out, /^KILLED OR WOUNDED .*Varonian/m);
    assert.match(out, /originators?, \d+ outlets?; plain$/m);
    assert.match(out, /at least 40/);
    assert.match(out, /Harbour\s+Gazette/);
  });

  test('shows a question with the words behind it', () => {
    const db = newStore();
    const questions = recordsIn(jsonl(db, STORY).out).filter(({ record }) => record === 'question');
    const { out: shown } = hearsay(['show', String(questions[0]?.id).slice(0, 12), '--db', db]);
    assert.match(shown, /\[.+\]/);
    assert.match(shown, /examples\/veyra\/\d/);
  });

  test('exports CSV with a row for each assertion', () => {
    const db = newStore();
    const assertions = recordsIn(jsonl(db, STORY).out).filter(({ record }) => record === 'assertion');
    const rows = hearsay(['export', '--db', db]).out.trim().split('\r\n');
    assert.equal(rows.length, assertions.length + 1);
  });

  test('writes a report', () => {
    const folder = newFolder();
    hearsay(['read', STORY, '--db', join(folder, 'x.db'), '--report', join(folder, 'x.html')]);
    assert.match(readFileSync(join(folder, 'x.html'), 'utf8'), /<mark>at least 40<\/mark>/);
  });

  test('gives one JSON document', () => {
    const { stories } = JSON.parse(hearsay(['read', STORY, '--db', newStore(), '--format', 'json']).out) as {
      stories: { questions: unknown[] }[];
    };
    assert.ok(stories.length >= 1 && stories[0]!.questions.length > 0);
  });
});
