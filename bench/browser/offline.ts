import type { Browser, Page } from 'playwright-core';
import type { Peer } from '../../src/schemas/bench.ts';
import { openPage } from '../../tests/support/browser.ts';
import type { SearchSteps } from './firstSearch.ts';

interface OfflineOptions {
  origin: string;
  /** The page that is visited, and one that is not. */
  visited: string;
  unvisited: string;
  search: SearchSteps | null;
  /** What a visitor does to take the site along, where it offers that. */
  takeAlong?: ((page: Page) => Promise<void>) | undefined;
}

/** Visits one page, takes the network away, and tries another page and the search. */
export async function tryOffline(
  browser: Browser,
  { origin, visited, unvisited, search, takeAlong }: OfflineOptions,
): Promise<Peer['offline']> {
  const page = await openPage(browser);
  try {
    await page.goto(origin + visited, { waitUntil: 'networkidle' });
    await takeAlong?.(page);
    // Time for a service worker, if there is one.
    await page.waitForTimeout(2000);
    await page.context().setOffline(true);
    const searches = search !== null && (await succeeds(() => searchFor(page, search)));
    const pages = await succeeds(async () => {
      const response = await page.goto(origin + unvisited, { timeout: 5000 });
      if (response === null || !response.ok()) throw new Error('no page');
    });
    return { pages, search: searches };
  } finally {
    await page.close();
  }
}

async function searchFor(page: Page, { open, result }: SearchSteps): Promise<void> {
  page.setDefaultTimeout(5000);
  await open(page);
  // Letter by letter: some listen to keys, not to what they write.
  await page.keyboard.type('idempotency');
  await page.locator(result).first().waitFor();
}

async function succeeds(act: () => Promise<void>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch {
    return false;
  }
}
