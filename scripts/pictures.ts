import { writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { serve } from '@hono/node-server';
import chromium from '@sparticuz/chromium';
import { html, raw } from 'hono/html';
import { type Browser, chromium as driver, type Page } from 'playwright-core';
import type { Role } from '../src/cli/paint.ts';
import { ledgerText } from '../src/cli/terminal.ts';
import { readInputs } from '../src/intake/inputs.ts';
import { readInto } from '../src/pipeline.ts';
import { serverApp } from '../src/server/app.ts';
import { openStore, type Store } from '../src/store/store.ts';
import { reduced } from './png.ts';

/**
 * Takes the README's pictures anew from the stories of `examples/`: the terminal's ledger and the pages. `npm run pictures`; look
 * at what changed before you commit it.
 */
const FOLDER = fileURLToPath(new URL('../docs/pictures/', import.meta.url));
const SIZE = { width: 1120, height: 860 };

/** Lines of the terminal that the picture shows. */
const LINES = 34;

const LOOKS: Readonly<Record<Role, string>> = {
  title: 'font-weight:700;text-decoration:underline',
  number: 'font-weight:700;color:#fff',
  name: 'color:#7fd0de',
  quiet: 'color:#9a958c',
  hedge: 'color:#e2bd5b',
  conflict: 'color:#ff8f84',
  mark: 'background:#e8e4da;color:#1c1b19',
};
const ROLES = Object.keys(LOOKS) as Role[];

/** The ledger as a terminal shows it, as a page. */
function terminalPage(store: Store, story: string): string {
  const begin = (role: Role): string => String.fromCharCode(0xe000 + ROLES.indexOf(role));
  const painted = ledgerText(store.ledger(story), (role, words) => `${begin(role)}${words}\ue0ff`);
  const lines = painted.split('\n').slice(0, LINES).join('\n');
  const escaped = String(html`${lines}`)
    .replace(
      /[\ue000-\ue0fe]/g,
      (mark) => `<b style="font-weight:inherit;${LOOKS[ROLES[mark.charCodeAt(0) - 0xe000]!]}">`,
    )
    .replace(/\ue0ff/g, '</b>');
  return String(html`<!doctype html><meta charset="utf-8"><body style="margin:0;background:#1c1b19"><pre style="margin:0;padding:22px 28px;color:#e8e4da;font:15px/1.45 ui-monospace,'DejaVu Sans Mono',monospace;width:max-content"><b style="color:#9a958c">$</b> npx hearsay read examples/ferry

${raw(escaped)}</pre>`);
}

async function main(): Promise<void> {
  const store = openStore(':memory:');
  await readInto(store, readInputs(['examples']));
  const app = serverApp({
    store,
    token: null,
    codebook: 'plain',
    now: () => '',
    chance: () => '',
    onError: console.error,
  });
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }) as Server;
  await new Promise((done) => server.once('listening', done));
  const browser = await driver.launch({
    executablePath: await chromium.executablePath(),
    args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'],
    headless: true,
  });
  try {
    await pictures(browser, store, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    await browser.close();
    server.close();
    server.closeAllConnections();
    store.close();
  }
}

async function pictures(browser: Browser, store: Store, base: string): Promise<void> {
  const page = await browser.newPage({ viewport: SIZE, colorScheme: 'light' });
  const { id, articles } = store.stories().reduce((a, b) => (b.articles.length > a.articles.length ? b : a));
  const ferry = store
    .stories()
    .find((story) => store.articles(story.articles).some(({ file }) => /01-coastwire/.test(file)))!;
  await page.setContent(terminalPage(store, ferry.id));
  await take('terminal', page, 'pre');
  await page.goto(`${base}/story/${ferry.id}`);
  await page.evaluate(
    `document.querySelector('.question h3').scrollIntoView(); scrollBy(0, -40); document.querySelector('.words details').open = true`,
  );
  await take('story', page);
  const copied =
    articles.find((article) => store.copiesOf(article).some(({ to }) => to === article)) ?? articles[0];
  await page.goto(`${base}/article/${copied}`);
  await take('article', page);
  await page.goto(`${base}/story/${id}/sources`);
  await take('sources', page);
}

async function take(name: string, page: Page, part?: string): Promise<void> {
  const png = part ? await page.locator(part).screenshot() : await page.screenshot();
  writeFileSync(`${FOLDER}${name}.png`, reduced(png));
}

await main();
