import type { Browser, Page } from 'playwright-core';
import type { FirstSearch } from '../../src/schemas/bench.ts';
import { openPage } from '../../tests/support/browser.ts';
import type { CompressedSite } from '../../tests/support/compressedSite.ts';
import { slow4G } from '../../tests/support/traffic.ts';

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
  { site, path }: { site: CompressedSite; path: string },
  words: string,
  { open, result }: SearchSteps,
): Promise<FirstSearch> {
  const page = await openPage(browser);
  try {
    page.setDefaultTimeout(60_000);
    await page.goto(site.origin + path, { waitUntil: 'networkidle' });
    const session = await page.context().newCDPSession(page);
    await session.send('Network.emulateNetworkConditions', slow4G);
    const before = site.sent();
    const began = performance.now();
    await open(page);
    await page.keyboard.insertText(words);
    await page.locator(result).first().waitFor();
    const time = Math.round(performance.now() - began);
    const { bytes, requests } = site.sent();
    return { words, bytes: bytes - before.bytes, requests: requests - before.requests, time };
  } finally {
    await page.close();
  }
}
