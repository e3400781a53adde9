import type { Browser, Page } from 'playwright-core';
import type { GoldenQuery } from './golden.ts';

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

/**
 * Types texts letter by letter into the field of the search page, and waits for the results of each.
 * Milliseconds from each keystroke to its results.
 */
export function typeQueries(page: Page, texts: readonly string[]): Promise<number[]> {
  return page.evaluate(async (all) => {
    const field = document.querySelector<HTMLInputElement>('main input[type=search]');
    const frame = document.querySelector('[data-status]');
    if (field === null || frame === null) throw new Error('there is no field');
    const times: number[] = [];
    for (const text of all) {
      for (let length = 2; length <= text.length; length += 1) {
        const shown = new Promise<void>((resolve) => {
          const observer = new MutationObserver(() => {
            observer.disconnect();
            resolve();
          });
          observer.observe(frame, { childList: true, characterData: true, subtree: true });
        });
        field.value = text.slice(0, length);
        const began = performance.now();
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        await shown;
        times.push(performance.now() - began);
      }
    }
    return times;
  }, texts);
}

/** The first three hits of a question, in the order in which they stand on the search page. */
export async function topThree(
  page: Page,
  origin: string,
  { query }: GoldenQuery,
): Promise<string[]> {
  await page.goto(`${origin}/search/?q=${encodeURIComponent(query)}`);
  await page.locator('[data-status]', { hasText: /\d|Nothing/ }).waitFor();
  const links = await hits(page).evaluateAll((all) =>
    all.slice(0, 3).map((link) => link.getAttribute('href') ?? ''),
  );
  return links.map((link) => link.replace('/designs/', ''));
}

/** Whether one of the sections that answer a question is among those found. */
export function isAnswered({ anyOf }: GoldenQuery, found: readonly string[]): boolean {
  return found.some((address) => anyOf.includes(address));
}
