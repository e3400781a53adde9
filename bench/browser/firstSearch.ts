import type { Browser, Page } from 'playwright-core';
import type { FirstSearch } from '../../src/schemas/bench.ts';
import { openPage } from '../../tests/support/browser.ts';
import { record, slow4G } from '../../tests/support/traffic.ts';

/** How one searches somewhere. */
export interface SearchSteps {
  /** Opens the search and puts the cursor into its field. */
  open: (page: Page) => Promise<void>;
  /** The first result, as a selector. */
  result: string;
}

/** Opens a page, lets it settle, then searches on Slow 4G: what goes over the wire, and how long it takes. */
export async function firstSearch(
  browser: Browser,
  address: string,
  words: string,
  { open, result }: SearchSteps,
): Promise<FirstSearch> {
  const page = await openPage(browser);
  try {
    page.setDefaultTimeout(60_000);
    await page.goto(address, { waitUntil: 'networkidle' });
    const session = await page.context().newCDPSession(page);
    const traffic = await record(session);
    await session.send('Network.emulateNetworkConditions', slow4G);
    const began = performance.now();
    await open(page);
    await page.keyboard.insertText(words);
    await page.locator(result).first().waitFor();
    const time = Math.round(performance.now() - began);
    const bytes = traffic.requests.reduce((sum, request) => sum + request.bytes, 0);
    return {
      words,
      bytes: Math.round(bytes),
      requests: traffic.requests.length,
      time,
    };
  } finally {
    await page.close();
  }
}
