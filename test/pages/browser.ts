import chromium from '@sparticuz/chromium';
import { type Browser, chromium as driver } from 'playwright-core';

/** The package's own arguments are for one page in one process; a browser of several pages needs only these. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--disable-background-networking',
];

/** A headless Chromium from npm alone; close it when done. */
export async function openBrowser(): Promise<Browser> {
  return driver.launch({
    executablePath: await chromium.executablePath(),
    args: ARGUMENTS,
    headless: true,
    timeout: 60_000,
  });
}
