import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readInputs } from '../src/intake/inputs.ts';
import type { Told } from '../src/pages/report.ts';
import { readInto } from '../src/pipeline.ts';
import { serverApp } from '../src/server/app.ts';
import { openStore, type Store } from '../src/store/store.ts';
import { profileOf } from '../src/stories/profile.ts';
import { idOf } from '../src/text/id.ts';

/**
 * The server's pages over a large store: milliseconds until an answer is made, its weight, and both at their worst.
 * `node bench/pages.ts [ARTICLES [FILE]]`; 100,000 articles in a store that is thrown away where not given. The store is made of varied
 * copies of the examples' ledgers and of one story of a thousand articles whose questions have hundreds of assertions; a FILE that
 * exists is measured as it is.
 */
const [articles = '100000', kept] = process.argv.slice(2);
const CROWDED = 1000;
const file = kept ?? join(mkdtempSync(join(tmpdir(), 'hearsay-bench-')), 'pages.db');
const RUNS = 15;

/** The ledger and articles of every example. */
async function examples(): Promise<readonly Told[]> {
  const store = openStore(':memory:');
  await readInto(store, readInputs(['examples']));
  return store.stories().map(({ id }) => ({
    ledger: store.ledger(id),
    articles: store.articles(store.stories([id])[0]!.articles),
  }));
}

/** Keys of the values that hold ids, which each copy has of its own. */
const IDS = /"([0-9a-f]{28}|[0-9a-f]{32})"/g;

/** The story once more: its own ids, days of its own, names that differ. `same` are ids that stay. */
function varied(story: Told, n: number, same: ReadonlySet<string>): Told {
  const json = JSON.stringify(story)
    .replace(IDS, (whole, id: string) => (same.has(id) ? whole : `"${idOf(id, String(n))}"`))
    .replace(
      /"(20\d\d)-(\d\d)-(\d\d)"/g,
      (_, year, month) => `"${year}-${month}-${String(1 + (n % 28)).padStart(2, '0')}"`,
    )
    .replace(/\b(Veyra|Tarn|Halden|Kestria|Varonia)\b/g, (name) => `${name}${(n * 7919) % 5000}`);
  return JSON.parse(json) as Told;
}

function shelve(store: Store, { ledger, articles }: Told): void {
  const byArticle = Map.groupBy(ledger.entries, ({ article }) => article);
  for (const article of articles) {
    const profile = { ...profileOf({ ...article, text: '', blocks: [] }, []), keys: [] };
    store.add({ article, claims: byArticle.get(article.id) ?? [], responses: [] }, profile, {
      bytes: new Uint8Array(),
      source: null,
    });
    store.addCapture(article.file, article.id);
  }
  store.settle(
    articles.map(({ id }) => id),
    [ledger],
  );
}

/** One story of a thousand articles: every copy answers the same questions. */
function crowded(story: Told): Told {
  const copies = Math.ceil(CROWDED / story.articles.length);
  const { id } = story.ledger.story;
  const same = new Set([id, ...story.ledger.questions.map((question) => question.id)]);
  const all = Array.from({ length: copies }, (_, i) => varied(story, 1_000_000 + i, same));
  const ledgers = all.map(({ ledger }) => ledger);
  return {
    articles: all.flatMap((one) => one.articles),
    ledger: {
      ...story.ledger,
      story: {
        ...story.ledger.story,
        title: 'A crowded story',
        articles: all.flatMap((one) => one.articles.map((article) => article.id)).sort(),
      },
      questions: story.ledger.questions.map((question, i) => ({
        ...question,
        assertions: ledgers.flatMap(({ questions }) => questions[i]!.assertions),
        relations: ledgers.flatMap(({ questions }) => questions[i]!.relations),
      })),
      assertions: ledgers.flatMap(({ assertions }) => assertions),
      entries: ledgers.flatMap(({ entries }) => entries),
      responses: ledgers.flatMap(({ responses }) => responses),
      copies: [],
    },
  };
}

async function fill(store: Store, total: number): Promise<void> {
  const stories = await examples();
  const most = stories.reduce((a, b) => (b.articles.length > a.articles.length ? b : a));
  store.transaction(() => shelve(store, crowded(most)));
  let done = CROWDED;
  for (let n = 1; done < total; ) {
    store.transaction(() => {
      for (let i = 0; i < 200 && done < total; i++, n++) {
        const story = varied(stories[n % stories.length]!, n, new Set());
        shelve(store, story);
        done += story.articles.length;
      }
    });
    process.stderr.write(`\r${done} articles`);
  }
  process.stderr.write('\r\u001b[K');
}

const fresh = !existsSync(file);
const store = openStore(file);
if (fresh) await fill(store, Number(articles));
const app = serverApp({
  store,
  token: null,
  codebook: 'plain',
  now: () => '2026-01-01T00:00:00Z',
  chance: () => 'abcdef0123456789',
  onError: (error) => {
    throw error;
  },
});
const latest = store.latestStories(0, 40).found.map(({ story }) => story);
const big = store.stories().find(({ title }) => title === 'A crowded story')!;
const [claim] = store.entriesIn(big.articles[0]!);
const PATHS: Readonly<Record<string, readonly string[]>> = {
  'all stories': ['/', '/?page=40'],
  'a story': latest.slice(0, RUNS).map(({ id }) => `/story/${id}`),
  'its sources': latest.slice(0, RUNS).map(({ id }) => `/story/${id}/sources`),
  'an article': latest.slice(0, RUNS).map(({ articles: [id] }) => `/article/${id}`),
  'the crowded story': [`/story/${big.id}`, `/story/${big.id}?page=3`],
  'one of its questions': [`/story/${big.id}?question=${store.questionsOf(big.id)[0]!.id}&rows=2`],
  'its sources, crowded': [`/story/${big.id}/sources`],
  'search: a common word': ['/search?q=said', '/search?q=people&page=3'],
  'search: a rare word': [`/search?q=Veyra${(4 * 7919) % 5000}`, '/search?q=nowhere'],
  'search: a phrase': [
    '/search?q=%22could+not+independently+verify%22',
    '/search?q=ferry+coastguard+rescued',
  ],
  'search: filters': [
    '/search?measure=killed',
    '/search?hedge=anonymous',
    `/search?originator=${encodeURIComponent(claim!.originator)}`,
    '/search?outlet=the+&from=2025-11-03',
  ],
  'search: words and filters': [
    '/search?q=ferry&measure=rescued',
    '/search?q=said&measure=killed&hedge=estimate',
  ],
};

interface Timed {
  readonly first: number;
  /** Of the processor, which other work on the machine does not stretch. */
  readonly busy: number;
  readonly median: number;
  readonly kilobytes: number;
}

async function timed(paths: readonly string[]): Promise<Timed> {
  const times: number[] = [];
  const busy: number[] = [];
  let bytes = 0;
  for (let i = 0; i < RUNS; i++) {
    const path = paths[i % paths.length]!;
    const [start, before] = [performance.now(), process.cpuUsage()];
    const answer = await app.request(`http://127.0.0.1${path}`, { headers: { host: '127.0.0.1' } });
    const body = await answer.text();
    times.push(performance.now() - start);
    const { user, system } = process.cpuUsage(before);
    busy.push((user + system) / 1000);
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
    bytes = Math.max(bytes, new TextEncoder().encode(body).length);
  }
  const middle = (some: readonly number[]): number => some.toSorted((a, b) => a - b)[RUNS >> 1]!;
  return { first: times[0]!, median: middle(times), busy: middle(busy), kilobytes: bytes / 1000 };
}

const { articles: total, stories, questions } = store.counts();
console.log(
  `${total} articles, ${stories} stories, ${questions} questions, ${Math.round(statSync(file).size / 1_000_000)} MB`,
);
const rows: Record<string, object> = {};
await timed(['/add', '/corrections']);
for (const [name, paths] of Object.entries(PATHS)) {
  const { first, median, busy, kilobytes } = await timed(paths);
  rows[name] = {
    'first, ms': Math.round(first),
    'median, ms': Math.round(median),
    'of the processor, ms': Math.round(busy),
    'heaviest, kB': Math.round(kilobytes),
  };
}
console.table(rows);
store.close();
if (!kept) rmSync(join(file, '..'), { recursive: true });
