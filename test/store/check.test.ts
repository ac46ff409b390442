import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { check } from '../../src/check.ts';
import { readInputs } from '../../src/intake/inputs.ts';
import { wrongClaim } from '../../src/ledger/propose.ts';
import { correct, readInto } from '../../src/pipeline.ts';
import { openStore, type Store } from '../../src/store/store.ts';

const FERRY = fileURLToPath(new URL('../../examples/ferry/', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'hearsay-check-'));
after(() => rmSync(folder, { recursive: true }));

/** Each damage, done behind the store's back, and what must be said of it. */
const DAMAGES: readonly (readonly [string, string, RegExp])[] = [
  [
    'a text that was changed',
    `UPDATE article SET value = json_set(value, '$.text', replace(value ->> 'text', 'ferry', 'fairy'))
       WHERE value ->> 'text' LIKE '%ferry%'`,
    /its text is not what its bytes give/,
  ],
  [
    'a figure that is not in the text',
    `UPDATE article SET claims = json_set(claims, '$[0].figure.text', '9,999') WHERE json_array_length(claims) > 0`,
    /a figure is "9,999", the text has/,
  ],
  [
    'a number of the ledger that no claim says',
    `UPDATE assertion SET value = json_set(value, '$.figure.low', 77777, '$.figure.high', 77777)`,
    /none of its claims says 77777 to 77777/,
  ],
  [
    'an estimate that its claims do not give',
    `UPDATE question SET value = json_set(value, '$.best', 4711)`,
    /questions: \w+ is not what its claims give/,
  ],
  ['an assertion without its question', 'DELETE FROM question', /its question \w+ is missing|does not/],
  [
    'a claim in no question',
    'DELETE FROM entry WHERE id = (SELECT id FROM entry LIMIT 1)',
    /claim \w+ is in no question/,
  ],
  [
    'bytes of another article',
    `UPDATE bytes SET packed = (SELECT packed FROM bytes ORDER BY article LIMIT 1)`,
    /its bytes/,
  ],
  [
    'a row of a story that is gone',
    `INSERT INTO answer VALUES ('dead', 'nowhere', '{}')`,
    /response dead: lacks its story/,
  ],
  [
    'a copy of an article that is gone',
    `INSERT INTO copy VALUES ('a', 'b', '{}')`,
    /copy a b: lacks one of its articles/,
  ],
];

describe('check', () => {
  const file = join(folder, 'ferry.db');
  before(async () => {
    const store = openStore(file);
    await readInto(
      store,
      readInputs(
        ['01-coastwire.txt', '02-selby-evening-post.html', '04-islander.txt'].map((name) =>
          join(FERRY, name),
        ),
      ),
    );
    const [story] = store.stories();
    correct(store, {
      ...wrongClaim(store.ledger(story!.id).entries[0]!),
      note: '',
      at: '2026-04-01T00:00:00Z',
    });
    store.close();
  });
  const faultsOf = (store: Store): string =>
    check(store)
      .faults.map(({ place, reason }) => `${place}: ${reason}`)
      .join('\n');

  test('a sound store, corrections included, has no fault', () => {
    const store = openStore(file);
    const { faults, articles, claims, stories } = check(store);
    assert.deepEqual(faults, []);
    assert.ok(articles === 3 && claims > 5 && stories > 0);
    store.close();
  });

  DAMAGES.forEach(([name, sql, said], i) => {
    test(`finds ${name}`, () => {
      const copy = join(folder, `damaged-${i}.db`);
      const db = new DatabaseSync(file);
      db.exec(`VACUUM INTO '${copy}'`);
      db.close();
      const damaged = new DatabaseSync(copy);
      damaged.exec(`PRAGMA foreign_keys = OFF; ${sql}`);
      damaged.close();
      const store = openStore(copy);
      assert.match(faultsOf(store), said);
      store.close();
    });
  });
});
