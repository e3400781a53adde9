import { existsSync } from 'node:fs';
import sparticuz from '@sparticuz/chromium';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

/** Where a browser is found when `CHROME_PATH` does not name one. */
const installed = [
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  `${process.env['PROGRAMFILES'] ?? ''}\\Google\\Chrome\\Application\\chrome.exe`,
];

/** For every Chrome: no sandbox inside containers, no GPU, nothing that calls home. */
export const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Path of a Chrome: `CHROME_PATH`, else an installed one, else the one that comes from npm. */
export async function chromePath(): Promise<string> {
  const wanted = process.env['CHROME_PATH'];
  if (wanted !== undefined && wanted !== '') return wanted;
  return installed.find((path) => existsSync(path)) ?? (await sparticuz.executablePath());
}

/** Starts a browser without a window. */
export async function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: await chromePath(), args: browserArguments });
}

/** A page of its own, that gives up on waiting sooner than a test does. Closing it closes all of it. */
export async function openPage(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.on('close', () => void context.close().catch(() => {}));
  page.setDefaultTimeout(10_000);
  return page;
}
