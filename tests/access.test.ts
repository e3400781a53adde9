import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, openPage } from './support/browser.ts';
import { pageKinds, type Site, serve } from './support/site.ts';

let browser: Browser;
let site: Site;

beforeAll(async () => {
  [browser, site] = await Promise.all([launch(), serve()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const kinds = Object.entries(pageKinds);

describe.each(['light', 'dark'] as const)('axe, %s', (colorScheme) => {
  it.each(kinds)('finds nothing on %s', async (_, path) => {
    const page = await openPage(browser, { colorScheme });
    await page.goto(site.origin + path);
    await page.waitForLoadState('networkidle');
    const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
    const found = violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(' ; ')}`,
    );
    expect(found).toEqual([]);
    await page.close();
  });

  it('finds nothing in the open search dialog', async () => {
    const page = await openPage(browser, { colorScheme });
    await page.goto(`${site.origin}/designs/`);
    await page.keyboard.press('/');
    await page.keyboard.type('cache');
    await page.locator('dialog [data-hits] a').first().waitFor();
    const { violations } = await new AxeBuilder({ page })
      .include('dialog')
      .withTags(tags)
      .analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await page.close();
  });
});
