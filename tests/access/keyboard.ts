import type { Page } from 'playwright-core';

/** Presses Tab until what a selector names has the focus. Throws when it is not reached. */
export function tabTo(page: Page, selector: string, limit = 150): Promise<void> {
  return pressTo(page, 'Tab', selector, limit);
}

/** The same with Shift and Tab: backward. */
export function tabBackTo(page: Page, selector: string, limit = 150): Promise<void> {
  return pressTo(page, 'Shift+Tab', selector, limit);
}

async function pressTo(page: Page, key: string, selector: string, limit: number): Promise<void> {
  for (let step = 0; step < limit; step += 1) {
    await page.keyboard.press(key);
    const isThere = await page.evaluate(
      (wanted) => document.activeElement?.matches(wanted) ?? false,
      selector,
    );
    if (isThere) return;
  }
  throw new Error(`${selector} is not reached by ${limit} presses of ${key}`);
}

/** The address that the focused link leads to. */
export function focusedHref(page: Page): Promise<string | null> {
  return page.evaluate(() => document.activeElement?.getAttribute('href') ?? null);
}
