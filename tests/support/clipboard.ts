import type { Page } from 'playwright-core';

/** Puts a variable in the place of a page's clipboard, before it is opened; returns a reader of it. */
export async function watchClipboard(page: Page): Promise<() => Promise<string | undefined>> {
  await page.addInitScript(() => {
    const copy = (copied: string | undefined) => Object.assign(window, { copied });
    Object.defineProperty(navigator, 'clipboard', {
      value: {
        writeText: async (text: string) => copy(text),
        write: async ([item]: ClipboardItem[]) =>
          copy(await (await item?.getType('text/plain'))?.text()),
      },
    });
  });
  return () => page.evaluate(() => (window as { copied?: string }).copied);
}
