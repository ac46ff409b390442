import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { chart } from '../../src/pages/chart.ts';
import { colourOf } from '../../src/pages/colours.ts';
import { reportPage } from '../../src/pages/report.ts';
import { openBrowser } from './browser.ts';
import { ROWS, told } from './told.ts';

const HOSTILE =
  '<script>document.title="owned"</script><img src=x onerror=alert(1)> "\' & \u202etxet desrever';
const UPDATE = { from: 'a1', to: 'a0', kind: 'updates', why: 'the same originator, a day later' } as const;

describe('the chart', () => {
  const { ledger } = told('Ferry', ROWS, [UPDATE]);
  const svg = chart(ledger.questions[0]!, ledger.assertions, colourOf(ledger.assertions)) ?? '';

  test('has a linked mark for every dated assertion with a value, none for the undated', () => {
    assert.deepEqual([...svg.matchAll(/href="#a-(a\d)"/g)].map(([, id]) => id).sort(), [
      'a0',
      'a1',
      'a2',
      'a3',
    ]);
  });

  test('has a title on every mark with words, originator and day', () => {
    assert.match(svg, /<title>at least 12 — Coastguard, 4 Nov 2025, carried by 1<\/title>/);
  });

  test('joins a figure to the one that updates it', () => {
    const without = chart({ ...ledger.questions[0]!, relations: [] }, ledger.assertions, new Map()) ?? '';
    const links = (drawn: string): number => (drawn.match(/aria-label="link"[^>]*><path/g) ?? []).length;
    assert.deepEqual([links(svg), links(without)], [1, 0]);
  });

  test('is not drawn for one figure', () => {
    assert.equal(chart(ledger.questions[0]!, ledger.assertions.slice(0, 1), new Map()), null);
  });

  test('escapes what it shows', () => {
    const hostile = told(
      'x',
      ROWS.map((row) => ({ ...row, originator: HOSTILE })),
    ).ledger;
    const drawn = chart(hostile.questions[0]!, hostile.assertions, new Map()) ?? '';
    assert.doesNotMatch(drawn, /<script|<img|\u202e/);
  });
});

describe('the report in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-report-'));
  let browser: Browser;
  before(async () => {
    browser = await openBrowser();
  });
  after(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  async function show(
    title: string,
    rows: typeof ROWS,
    options: Parameters<Browser['newPage']>[0] = {},
  ): Promise<{ page: Page; asked: string[]; wrong: string[] }> {
    const file = join(folder, 'report.html');
    writeFileSync(file, reportPage([told(title, rows, [UPDATE])]));
    const page = await browser.newPage(options);
    const asked: string[] = [];
    const wrong: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('pageerror', (error) => wrong.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
    await page.goto(`file://${file}`);
    return { page, asked, wrong };
  }

  test('shows story, estimate, chart and every assertion, and asks nobody for anything', async () => {
    const { page, asked, wrong } = await show('Ferry sinks off Tarn', ROWS);
    assert.equal(await page.textContent('h1'), 'Ferry sinks off Tarn');
    assert.equal(await page.locator('tr[id^=a-]').count(), 5);
    assert.equal(await page.locator('svg.chart').count(), 1);
    assert.match((await page.textContent('.estimate')) ?? '', /low\s*3.*best\s*12.*high\s*40/s);
    assert.equal(asked.length, 1);
    assert.deepEqual(wrong, []);
    await page.close();
  });

  test('opens the words behind an assertion with the figure marked', async () => {
    const { page } = await show('Ferry', ROWS);
    const first = page.locator('#a-a0');
    assert.equal(await first.locator('mark').isVisible(), false);
    await first.locator('summary').click();
    assert.equal(await first.locator('mark').textContent(), 'at least 12');
    assert.match(
      (await first.locator('blockquote').textContent()) ?? '',
      /Officials said at least 12 were killed/,
    );
    await page.close();
  });

  test('follows a mark of the chart to its row', async () => {
    const { page } = await show('Ferry', ROWS);
    await page.locator('svg.chart a').first().click();
    assert.match(page.url(), /#a-a\d$/);
    await page.close();
  });

  test('shows hostile captures as text', async () => {
    const { page, wrong } = await show(
      HOSTILE,
      ROWS.map((row) => ({ ...row, originator: HOSTILE, words: `${HOSTILE} 12` })),
    );
    assert.match(await page.title(), /^<script>/);
    assert.equal(await page.locator('body script, body img').count(), 0);
    assert.match((await page.textContent('h1')) ?? '', /<script>document\.title/);
    assert.doesNotMatch(await page.content(), /\u202e/);
    assert.deepEqual(wrong, []);
    await page.close();
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [360, 1280]) {
      test(`fits ${width} pixels in ${colorScheme}`, async () => {
        const { page } = await show('A ferry with a very long title '.repeat(6), ROWS, {
          colorScheme,
          viewport: { width, height: 800 },
        });
        const [wide, paper] = (await page.evaluate(
          '[document.documentElement.scrollWidth, getComputedStyle(document.body).backgroundColor]',
        )) as [number, string];
        assert.ok(wide <= width, `${wide} pixels wide`);
        assert.equal(paper === 'rgb(23, 22, 19)', colorScheme === 'dark');
        await page.close();
      });
    }
  }
});
