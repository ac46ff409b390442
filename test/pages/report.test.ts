import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import type { Relation } from '../../src/ledger/ledger.ts';
import { chart } from '../../src/pages/chart.ts';
import { answersIn, colourOf } from '../../src/pages/colours.ts';
import { reportPage } from '../../src/pages/report.ts';
import { openBrowser } from './browser.ts';
import { ROWS, type Row, told } from './told.ts';

const HOSTILE =
  '<script>document.title="owned"</script><img src=x onerror=alert(1)> "\' & \u202etxet desrever';
const UPDATE = { from: 'a1', to: 'a0', kind: 'updates', why: 'the same originator, a day later' } as const;

describe('the chart', () => {
  const drawn = (
    rows: typeof ROWS,
    relations: readonly Relation[] = [],
    carried: Readonly<Record<string, readonly string[]>> = {},
  ): string => {
    const { ledger } = told('Ferry', rows, relations);
    return String(
      chart({
        question: ledger.questions[0]!,
        assertions: ledger.assertions,
        colours: colourOf(answersIn(ledger.assertions)),
        carried: new Map(Object.entries(carried)),
      }) ?? '',
    );
  };
  const many = (svg: string, pattern: RegExp): number => [...svg.matchAll(pattern)].length;

  test('has a linked mark for every dated assertion with a value, none for the undated', () => {
    assert.deepEqual([...drawn(ROWS).matchAll(/href="#a-(a\d)"/g)].map(([, id]) => id).sort(), [
      'a0',
      'a1',
      'a2',
      'a3',
    ]);
  });

  test('has a title on every mark with words, originator and day', () => {
    assert.match(drawn(ROWS), /<title>at least 12 — Coastguard, 4 Nov 2025, carried by 1<\/title>/);
  });

  test('joins a figure to the one that updates it, and no others', () => {
    const lines = (svg: string): number => many(svg.split('class="updates"')[1]!.split('</g>')[0]!, /<path/g);
    assert.deepEqual([lines(drawn(ROWS, [UPDATE])), lines(drawn(ROWS))], [1, 0]);
  });

  test('rings figures in conflict and says so in their titles', () => {
    const svg = drawn(ROWS, [{ from: 'a2', to: 'a1', kind: 'differs', why: '9 against 18' }]);
    assert.equal(many(svg, /<circle class="ring"/g), 2);
    assert.equal(many(svg, /, in conflict<\/title>/g), 2);
    assert.equal(many(drawn(ROWS), /class="ring"/g), 0);
  });

  test('ticks the later days on which others carried a figure, once a day', () => {
    const svg = drawn(ROWS, [], { a0: ['2025-11-04', '2025-11-06', '2025-11-06', '2025-11-08'] });
    const [, path = ''] = /class="repeat" d="([^"]+)"/.exec(svg) ?? [];
    assert.equal(many(path, /M/g), 2);
  });

  test('spreads vague words and ranges, and points away from floors and ceilings', () => {
    const svg = drawn(ROWS);
    assert.equal(many(svg, /<rect class="vague"/g), 1);
    assert.equal(many(svg, /class="open"/g), 2);
    assert.equal(many(svg, /class="range"/g), 0);
    const range = {
      originator: 'x',
      words: '10 to 15',
      low: 10,
      high: 15,
      bound: 'range',
      day: '2025-11-06',
    };
    assert.equal(many(drawn([...ROWS, range as Row]), /class="range"/g), 1);
  });

  test('is logarithmic from a tenfold span on', () => {
    const row = (low: number): Row => ({ ...ROWS[1]!, low, high: low });
    assert.match(drawn([row(10), row(101)]), /logarithmic/);
    assert.doesNotMatch(drawn([row(10), row(99)]), /logarithmic/);
    assert.doesNotMatch(drawn([row(0), row(900)]), /logarithmic|NaN|Infinity/);
  });

  test('keeps marks of one day apart', () => {
    const same = Array.from({ length: 5 }, (_, i): Row => ({ ...ROWS[1]!, originator: `speaker ${i}` }));
    const places = [...drawn(same).matchAll(/translate\(([\d.]+),/g)].map(([, x]) => x);
    assert.equal(new Set(places).size, 5);
  });

  test('shows the most carried of very many, and says so', () => {
    const rows = Array.from({ length: 130 }, (_, i): Row => ({ ...ROWS[1]!, low: i + 9, high: i + 9 }));
    const svg = drawn(rows);
    assert.equal(many(svg, /<a class="mark/g), 120);
    assert.match(svg, /the 120 most carried of 130/);
  });

  test('is not drawn for one figure', () => {
    assert.equal(drawn(ROWS.slice(0, 1)), '');
  });

  test('escapes what it shows', () => {
    assert.doesNotMatch(drawn(ROWS.map((row) => ({ ...row, originator: HOSTILE }))), /<script|<img|\u202e/);
  });
});

describe('colours', () => {
  test('differ among those who answer the same question, as long as there are any', () => {
    const rows = Array.from({ length: 12 }, (_, i): Row => ({ ...ROWS[1]!, originator: `speaker ${i}` }));
    const colours = [...colourOf(answersIn(told('x', rows).ledger.assertions)).values()].sort(
      (a, b) => a - b,
    );
    assert.deepEqual(colours, [0, 1, 2, 3, 4, 5, 6, 7, 8, 8, 8, 8]);
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
    assert.equal(await page.locator('tbody[id^=a-]').count(), 5);
    assert.equal(await page.locator('.chart svg[role=group]').count(), 1);
    assert.match((await page.textContent('.by0 .estimate')) ?? '', /low\s*3.*best\s*12.*high\s*40/s);
    assert.equal(asked.length, 1);
    assert.deepEqual(wrong, []);
    await page.close();
  });

  test('opens the words behind an assertion with the figure marked', async () => {
    const { page } = await show('Ferry', ROWS);
    const first = page.locator('#a-a0');
    assert.equal(await first.locator('mark').isVisible(), false);
    await first.locator('.words summary').click();
    assert.equal(await first.locator('mark').textContent(), 'at least 12');
    assert.match(
      (await first.locator('blockquote').textContent()) ?? '',
      /Officials said at least 12 were killed/,
    );
    await page.close();
  });

  test('switches the codebook without a script', async () => {
    const { page } = await show('Ferry', ROWS);
    const best = (): Promise<string[]> => page.locator('.estimate .best dd:visible').allTextContents();
    assert.deepEqual(await best(), ['12']);
    await page.getByLabel('airwars').check();
    assert.deepEqual(await best(), ['?']);
    assert.match((await page.locator('.rule:visible').textContent()) ?? '', /^airwars/);
    await page.close();
  });

  test('follows a mark of the chart to its row', async () => {
    const { page } = await show('Ferry', ROWS);
    await page.locator('.chart a.mark').first().click();
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
        assert.equal(paper === 'rgb(22, 21, 19)', colorScheme === 'dark');
        await page.close();
      });
    }
  }
});
