import assert from 'node:assert/strict';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { serve } from '@hono/node-server';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Store } from '../../src/store/store.ts';
import { openBrowser } from '../pages/browser.ts';
import { hostileStory, longStory, wideStory } from './hostile.ts';
import { exampleStore, shelve, siteOf } from './site.ts';

let browser: Browser;
let server: Server;
let base: string;
let store: Store;

before(async () => {
  store = await exampleStore();
  for (const story of [hostileStory(), longStory(), wideStory()]) shelve(store, story);
  server = serve({ fetch: siteOf(store).app.fetch, port: 0, hostname: '127.0.0.1' }) as Server;
  await new Promise((done) => server.once('listening', done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await openBrowser();
});
after(async () => {
  await browser.close();
  server.close();
  server.closeAllConnections();
});

/** A page that tells of every error and of every request to elsewhere. */
async function open(
  path: string,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; wrong: string[] }> {
  const page = await browser.newPage(options);
  const wrong: string[] = [];
  page.on('request', (request) => request.url().startsWith(base) || wrong.push(request.url()));
  page.on('pageerror', (error) => wrong.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
  await page.goto(base + path);
  return { page, wrong };
}

const storyNamed = (pattern: RegExp) => store.stories().find(({ title }) => pattern.test(title))!;
const LOOKS: Readonly<Record<string, BrowserContextOptions>> = {
  'light, on a desk': { colorScheme: 'light', viewport: { width: 1280, height: 900 } },
  'dark, on a phone': { colorScheme: 'dark', viewport: { width: 375, height: 800 }, hasTouch: true },
};

/** Serious findings of axe-core, in a line each. */
async function findings(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const { violations } = (await page.evaluate('axe.run()')) as axe.AxeResults;
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .slice(0, 3)
          .map(({ html }) => html.slice(0, 160))
          .join(' | ')}`,
    );
}

/** Every kind of page, full and empty, kind and hostile. */
const paths = (): readonly string[] => {
  const { id, articles } = storyNamed(/Veyra/);
  const hostile = storyNamed(/^<script>/);
  return [
    '/',
    `/story/${id}`,
    `/story/${id}/sources`,
    `/article/${articles.at(-2)}`,
    '/search?q=ferry&measure=killed',
    '/search?q=ferry',
    '/search?q=xyzzy',
    '/add',
    '/corrections',
    `/correct/story/${id}`,
    `/correct/assertion/${store.ledger(id).assertions[0]!.id}`,
    `/story/${hostile.id}`,
    `/article/${hostile.articles[0]}`,
    '/nope',
  ];
};

describe('every page', () => {
  for (const [look, options] of Object.entries(LOOKS)) {
    test(`${look}: is accessible, fits its width, asks nobody else`, async () => {
      for (const path of paths()) {
        const { page, wrong } = await open(path, options);
        const wide = (await page.evaluate('document.documentElement.scrollWidth')) as number;
        assert.ok(wide <= options.viewport!.width, `${path} is ${wide} pixels wide`);
        assert.deepEqual(await findings(page), [], path);
        assert.deepEqual(path === '/nope' ? [] : wrong, [], path);
        await page.close();
      }
    });
  }

  test('a page that is not accessible is found out', async () => {
    const { page } = await open('/');
    await page.evaluate(
      `document.querySelector('main').innerHTML = '<img src="/icon.svg"><p style="color:#bbb">pale</p><input>'`,
    );
    assert.deepEqual((await findings(page)).map((one) => one.split(':')[0]).sort(), ['image-alt', 'label']);
    await page.close();
  });
});

describe('a visitor', () => {
  test('finds a word, opens the article, lands on a claim and its ledger, by keyboard alone', async () => {
    const { page } = await open('/');
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate('document.activeElement.className'), 'skip');
    await page.locator('#site-search').focus();
    await page.keyboard.type('ferry');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/search\?q=ferry/);
    await page.locator('.hits a').first().focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/article\//);
    await page.locator('aside a[href^="#c-"]').first().focus();
    await page.keyboard.press('Enter');
    const id = new URL(page.url()).hash.slice(1);
    assert.match(id, /^c-[0-9a-f]+$/);
    assert.ok(await page.locator(`#${id} + a.l-claim`).isVisible());
    await page.locator(`#${id} + a.l-claim`).press('Enter');
    await page.waitForURL(/\/story\/.*#a-/);
    assert.equal(await page.locator('tbody:target').count(), 1);
    await page.close();
  });

  test('hides what is marked in an article, kind by kind, without a script', async () => {
    const { articles } = storyNamed(/Veyra/);
    const { page } = await open(`/article/${articles.at(-2)}`, { javaScriptEnabled: false });
    const paint = async (): Promise<string> =>
      (await page.locator('.text .l-claim').first().screenshot()).toString('base64');
    const marked = await paint();
    await page.locator('#show-claim').uncheck();
    assert.notEqual(await paint(), marked);
    await page.close();
  });

  test('pastes a report, sees it read, and finds it in its story', async () => {
    const { page, wrong } = await open('/add');
    await page
      .getByLabel('Text of the report')
      .fill('Rescuers said on Friday that 23 miners were killed when a shaft fell in at Brackel.');
    await page.getByRole('button', { name: 'Read the text' }).click();
    await page.waitForSelector('[data-work=done]');
    await page.locator('[data-work] a[href^="/story/"]').first().click();
    assert.match((await page.textContent('.assertions')) ?? '', /23/);
    assert.deepEqual(wrong, []);
    await page.close();
  });

  test('sees an addition through without a script', async () => {
    const { page } = await open('/add', { javaScriptEnabled: false });
    await page
      .getByLabel('Text of the report')
      .fill('Rescuers said on Friday that 24 miners were wounded when a shaft fell in at Brackel.');
    await page.getByRole('button', { name: 'Read the text' }).click();
    await page.waitForSelector('[data-work=done]');
    await page.close();
  });

  test('drops a file on the page', async () => {
    const { page } = await open('/add');
    await page.evaluate(`{
      const files = new DataTransfer();
      files.items.add(new File(['Officials said 31 people were displaced by the flood at Ostrey on Monday.'], 'flood.txt'));
      document.querySelector('.drop').dispatchEvent(new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }));
    }`);
    await page.waitForSelector('[data-work=done]');
    assert.match((await page.textContent('main')) ?? '', /flood/);
    await page.close();
  });

  test('marks a claim wrong, sees it said, and takes it back', async () => {
    const story = storyNamed(/Halden/);
    const { page } = await open(`/story/${story.id}`);
    await page.locator('.words summary').first().click();
    await page.locator('.words a', { hasText: 'correct' }).first().click();
    await page.locator('input[type=radio]').first().check();
    await page.getByRole('button', { name: 'Mark it wrong' }).click();
    await page.waitForURL(/\/corrections#x-/);
    assert.match((await page.textContent('main')) ?? '', /this claim is wrong/);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.waitForSelector('tr.undone');
    assert.equal(await page.getByRole('button', { name: 'Undo' }).count(), 0);
    await page.close();
  });

  test('points at a mark and sees its row', async () => {
    const { page } = await open(`/story/${storyNamed(/Veyra/).id}`);
    const mark = page.locator('a.mark').first();
    const row = ((await mark.getAttribute('href')) ?? '').slice(1);
    await mark.hover();
    assert.match((await page.locator(`[id="${row}"]`).getAttribute('class')) ?? '', /pointed/);
    await page.close();
  });

  test('finds any question of a long story from its first page', async () => {
    const { page } = await open(`/story/${storyNamed(/thousand/).id}`);
    await page.locator('.index summary').click();
    const link = page.locator('.index li a').nth(200);
    const words = await link.textContent();
    await link.click();
    await page.waitForURL(/page=\d+#q-/);
    assert.equal(await page.locator('.question:target h3').textContent(), words);
    await page.close();
  });

  test('prints a story without the site around it', async () => {
    const { page } = await open(`/story/${storyNamed(/Veyra/).id}`);
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator('.site').isVisible(), false);
    assert.equal(await page.locator('.assertions').first().isVisible(), true);
    await page.close();
  });
});

describe('hostile captures', () => {
  test('are shown as text and do nothing', async () => {
    const { id, articles } = storyNamed(/^<script>/);
    const { assertions } = store.ledger(id);
    for (const path of [
      '/',
      `/story/${id}`,
      `/story/${id}/sources`,
      `/article/${articles[0]}`,
      '/search?q=owned',
      `/correct/story/${id}`,
      `/correct/assertion/${assertions[0]!.id}`,
    ]) {
      const { page, wrong } = await open(path);
      assert.notEqual(await page.title(), 'owned', path);
      assert.equal(await page.locator('main script, main img, main [onerror]').count(), 0, path);
      assert.match((await page.textContent('main')) ?? '', /<script>document\.title="owned"/, path);
      assert.doesNotMatch(await page.content(), /[\u202a-\u202e\u2066-\u2069]/, path);
      assert.equal(await page.locator('a[href^="javascript" i]').count(), 0, path);
      assert.deepEqual(wrong, [], path);
      await page.close();
    }
  });

  test('name the marks that would turn a line around', async () => {
    const { page } = await open(`/article/${storyNamed(/^<script>/).articles[0]}`);
    assert.equal(await page.locator('.text .hidden').first().getAttribute('title'), 'U+202E');
    await page.close();
  });

  test('of five million characters come in parts, each small, and a claim far down is reached', async () => {
    const { id, articles } = storyNamed(/very long/);
    const long = store.articles(articles).find(({ text }) => text.length > 5_000_000)!;
    const { page } = await open(`/article/${long.id}`);
    assert.match((await page.textContent('.pager')) ?? '', /Part 1 of 8\d/);
    assert.ok((await page.content()).length < 300_000);
    await page.locator('aside a').first().click();
    await page.waitForURL(/part=8\d#c-/);
    assert.equal(await page.locator('.text .l-claim').first().textContent(), 'at least 12');
    assert.equal((await page.goto(`${base}/story/${id}`))?.status(), 200);
    assert.ok((await page.content()).length < 300_000);
    await page.close();
  });

  test('of a thousand questions stay under 300 kB a page, all of them to be reached', async () => {
    const { page } = await open(`/story/${storyNamed(/thousand/).id}`);
    const pages = Number(/page 1 of (\d+)/.exec((await page.textContent('.pager')) ?? '')?.[1]);
    assert.ok(pages > 10);
    for (const n of [1, pages]) {
      await page.goto(`${base}/story/${storyNamed(/thousand/).id}?page=${n}`);
      assert.ok((await page.content()).length < 300_000);
      assert.ok((await page.locator('.question').count()) > 0);
    }
    await page.close();
  });
});
