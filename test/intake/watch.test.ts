import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import test, { after, before, beforeEach } from 'node:test';
import { openStore, type Store } from '../../src/store/store.ts';
import { type Catch, openWatch, type WatchOptions } from '../../src/watching.ts';

const page = (day: string): string =>
  `<html><head><title>Flood</title></head><body><h1>Flood of ${day}</h1><p>Twelve people drowned near Tamsk on ${day}, the rescue service said.</p>
   <p>The service looks for four more people in the river, it said.</p></body></html>`;

/** What the server has, and what it was asked. */
let items: string[] = [];
let robots = '';
let asked: string[] = [];
let busy = false;
let open = 0;
let most = 0;

let server: Server;
let base = '';
let now = 0;
let store: Store;

const clock = {
  now: () => now,
  sleep: async (milliseconds: number) => {
    now += milliseconds;
  },
};
const options: WatchOptions = { every: 900_000, allowPrivate: true, clock };

before(async () => {
  server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    most = Math.max(most, ++open);
    response.on('close', () => open--);
    const tag = `"${items.length}"`;
    if (path === '/robots.txt') response.writeHead(robots ? 200 : 404).end(robots);
    else if (busy) response.writeHead(503, { 'retry-after': '7200' }).end();
    else if (path === '/gone') response.writeHead(410).end();
    else if (path === '/list.opml')
      response.end(`<opml version="2.0"><body><outline type="rss" xmlUrl="${base}/feed"/></body></opml>`);
    else if (path === '/feed' && request.headers['if-none-match'] === tag) response.writeHead(304).end();
    else if (path === '/feed')
      response
        .writeHead(200, { etag: tag })
        .end(
          `<rss version="2.0"><channel><title>Courier</title>${items.map((one) => `<item><title>${one}</title><link>${base}/${one}</link><description>Only in short: ${one}</description></item>`).join('')}</channel></rss>`,
        );
    else if (path.startsWith('/lost')) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': 'text/html' }).end(page(path.slice(1)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  [items, robots, asked, busy, open, most, now] = [['Monday', 'Tuesday'], '', [], false, 0, 0, 1_000_000];
  store = openStore(':memory:');
});

async function round(feeds: readonly string[] = [`${base}/feed`]): Promise<Catch[]> {
  const caught: Catch[] = [];
  for await (const one of openWatch(store, feeds, options).round()) caught.push(one);
  return caught;
}

test('what a feed newly names is fetched once, over restarts', async () => {
  const [first] = await round();
  assert.equal(first?.added, 2);
  assert.deepEqual(asked, ['/robots.txt', '/feed', '/Monday', '/Tuesday']);
  now += 900_000;
  items.push('Wednesday');
  asked = [];
  const [second] = await round();
  assert.equal(second?.added, 1);
  assert.deepEqual(asked, ['/robots.txt', '/feed', '/Wednesday']);
  assert.equal(store.counts().articles, 3);
});

test('a feed that is not due is not asked, one that has not changed sends nothing', async () => {
  await round();
  assert.deepEqual(await round(), []);
  now += 900_000;
  asked = [];
  const [same] = await round();
  assert.deepEqual([same?.articles.length, same?.problems.length], [0, 0]);
  assert.deepEqual(asked, ['/robots.txt', '/feed']);
});

test('captures keep their bytes, address and time', async () => {
  const [first] = await round();
  const { bytes, source } = store.capture(first!.articles[0]!);
  assert.match(Buffer.from(bytes).toString(), /Flood of Monday/);
  assert.equal(source?.known.url, `${base}/Monday`);
  assert.match(source?.known.at ?? '', /^\d{4}-\d\d-\d\dT/);
});

test('what robots.txt forbids is told and read from the feed itself', async () => {
  robots = 'User-agent: hearsay\nDisallow: /Tuesday\n';
  const [first] = await round();
  assert.ok(!asked.includes('/Tuesday'));
  assert.match(first!.problems[0]!.reason, /may not be fetched by programs, says its robots\.txt/);
  const texts = first!.articles.map((id) => store.article(id).article.text.trim());
  assert.ok(texts.includes('Only in short: Tuesday'));
});

test('a page that is gone is told, read from the feed, and not asked for again', async () => {
  items = ['lost'];
  const [first] = await round();
  assert.match(first!.problems[0]!.reason, /is gone \(status 404\)/);
  assert.equal(first!.added, 1);
  now += 900_000;
  items.push('Friday');
  asked = [];
  await round();
  assert.ok(!asked.includes('/lost'));
});

test('a server in trouble is left alone for as long as it asks', async () => {
  busy = true;
  const [first] = await round();
  assert.match(first!.problems[0]!.reason, /server in trouble \(status 503\)/);
  const watch = openWatch(store, [`${base}/feed`], options);
  assert.equal(watch.untilDue(), 7_200_000);
  busy = false;
  now += 7_200_000;
  assert.equal((await round())[0]?.added, 2);
});

test('failures are waited out for longer and longer, a feed that is gone for ever', async () => {
  const dead = 'http://127.0.0.1:9/feed';
  const waits: (number | null)[] = [];
  for (let i = 0; i < 3; i++) {
    await round([dead]);
    const wait = openWatch(store, [dead], options).untilDue();
    waits.push(wait);
    now += wait ?? 0;
  }
  assert.deepEqual(waits, [900_000, 1_800_000, 3_600_000]);
  await round([`${base}/gone`]);
  assert.equal(openWatch(store, [`${base}/gone`], options).untilDue(), null);
});

test('lists of feeds are followed', async () => {
  const caught = await round([`${base}/list.opml`]);
  assert.deepEqual(
    caught.map(({ added }) => added),
    [0, 2],
  );
});

test('a host gets one request at a time, a second apart', async () => {
  const began = now;
  await round();
  assert.equal(most, 1);
  assert.equal(now - began, (asked.length - 1) * 1000);
});

/** Servers of a feed and its two pages each, that answer for a feed only when `together` of them were asked for theirs. */
async function withServers(
  count: number,
  together: number,
  work: (feeds: readonly string[], seen: { most: number; mostOfOne: number }) => Promise<void>,
  shared: string | null = null,
): Promise<void> {
  const seen = { most: 0, mostOfOne: 0 };
  const waiting: (() => void)[] = [];
  let all = 0;
  const servers = Array.from({ length: count }, (_, i) => {
    let own = 0;
    return createServer((request, response) => {
      seen.most = Math.max(seen.most, ++all);
      seen.mostOfOne = Math.max(seen.mostOfOne, ++own);
      response.on('close', () => {
        all--;
        own--;
      });
      if (request.url === '/robots.txt') return response.writeHead(404).end();
      if (request.url !== '/feed')
        return response.writeHead(200, { 'content-type': 'text/html' }).end(page(`${request.url} of ${i}`));
      const links = [...(shared ? [shared] : []), '/a', '/b'].map(
        (link) => `<item><link>${link}</link></item>`,
      );
      waiting.push(() => response.end(`<rss version="2.0"><channel>${links.join('')}</channel></rss>`));
      if (waiting.length === together) for (const answer of waiting.splice(0)) answer();
    });
  });
  await Promise.all(
    servers.map((one) => new Promise<void>((resolve) => one.listen(0, '127.0.0.1', () => resolve()))),
  );
  try {
    const feeds = servers.map((one) => `http://127.0.0.1:${(one.address() as AddressInfo).port}/feed`);
    await work(feeds, seen);
  } finally {
    for (const one of servers) {
      one.closeAllConnections();
      one.close();
    }
  }
}

test('hosts are polled side by side, each with one request at a time', () =>
  withServers(3, 3, async (feeds, seen) => {
    const caught = await round(feeds);
    assert.deepEqual(caught.map(({ feed }) => feed).sort(), [...feeds].sort());
    assert.equal(store.counts().articles, 6);
    assert.equal(seen.most, 3);
    assert.equal(seen.mostOfOne, 1);
  }));

test('no more hosts are asked at once than is allowed', () =>
  withServers(4, 2, async (feeds, seen) => {
    for await (const one of openWatch(store, feeds, { ...options, atOnce: 2 }).round())
      assert.equal(one.added, 2);
    assert.equal(seen.most, 2);
    assert.equal(store.counts().articles, 8);
  }));

test('an address that two feeds name at once is fetched once', () =>
  withServers(
    2,
    2,
    async (feeds) => {
      await round(feeds);
      assert.equal(store.counts().articles, 5);
      assert.equal(asked.filter((path) => path === '/Shared').length, 1);
    },
    `${base}/Shared`,
  ));

test('a watch that is ended keeps what came, and asks again for the rest', async () => {
  const stop = new AbortController();
  const ended = { ...options, signal: stop.signal };
  const stopping: WatchOptions = {
    ...ended,
    clock: {
      now: clock.now,
      sleep: async (milliseconds) => {
        now += milliseconds;
        if (asked.includes('/Monday')) stop.abort();
      },
    },
  };
  for await (const one of openWatch(store, [`${base}/feed`], stopping).round())
    assert.deepEqual([one.added, one.problems.length], [1, 0]);
  now += 60_000;
  asked = [];
  const [again] = await round();
  assert.deepEqual(asked, ['/robots.txt', '/feed', '/Monday', '/Tuesday']);
  assert.equal(again?.added, 1);
});
