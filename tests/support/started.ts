import type { Browser } from 'playwright-core';
import { afterAll } from 'vitest';
import { launch } from './browser.ts';
import { type Site, serve } from './site.ts';

/** A browser and the built site, for as long as the tests of a file take. */
export async function started(): Promise<{ browser: Browser; site: Site }> {
  const [browser, site] = await Promise.all([launch(), serve()]);
  afterAll(async () => {
    await browser.close();
    await site.close();
  });
  return { browser, site };
}
