import type { Browser, Page } from 'playwright-core';

/** Opens the search page with a query, and waits until it has an answer. */
export async function openSearch(browser: Browser, origin: string, query = ''): Promise<Page> {
  const page = await browser.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(`${origin}/search/${query}`);
  await page.locator('search-view details').first().waitFor({ state: 'attached' });
  return page;
}

/** The links of all hits, in the order in which they stand. */
export const hits = (page: Page) => page.locator('[data-hits] a');

/** How many sections the status line says there are. */
export async function total(page: Page): Promise<number> {
  return Number.parseInt((await page.textContent('[data-status]')) ?? '', 10);
}
