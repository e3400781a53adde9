import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, openPage } from '../support/browser.ts';
import { builtFiles, pageKinds, type Site, serve } from '../support/site.ts';
import { inspect, show, states } from './axe.ts';
import { type Undecided, undecided } from './undecided.ts';

let browser: Browser;
let site: Site;

beforeAll(async () => {
  [browser, site] = await Promise.all([launch(), serve()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

/** Whether to look at every page, which takes five minutes, or at one of every kind. */
const isThorough = process.env['EVERY_PAGE'] !== undefined;

/** Built pages, and those that show more when they are asked. */
const paths = [
  ...(isThorough
    ? (await builtFiles('.html')).map((file) => `/${file.replace(/index\.html$/, '')}`)
    : Object.values(pageKinds)),
  '/search/?q=partition',
  '/search/?q=zzzzqqqq',
  '/compare/?a=url-shortener/spoken&b=url-shortener/note',
  ...(isThorough ? [pageKinds['one topic of two designs']] : []),
];

/** How many pages are looked at side by side: one a core of a small machine. */
const hands = 2;

describe('axe', () => {
  it('finds nothing, light and dark, wide and narrow', async () => {
    const found: string[] = [];
    const used = new Set<Undecided>();
    const left = [...paths].reverse();

    const lookAtPages = async () => {
      const page = await openPage(browser);
      page.setDefaultTimeout(30_000);
      for (let path = left.pop(); path !== undefined; path = left.pop()) {
        await page.goto(site.origin + path, { waitUntil: 'load' });
        if (path.includes('?')) await page.waitForLoadState('networkidle');
        for (const state of states) {
          await show(page, state);
          const verdict = await inspect(page, state);
          found.push(
            ...verdict.found.map((one) => `${path} ${state.theme} ${state.width}: ${one}`),
          );
          for (const decision of verdict.used) used.add(decision);
        }
      }
      await page.close();
    };
    await Promise.all(Array.from({ length: hands }, lookAtPages));

    expect(found).toEqual([]);
    if (isThorough) expect(undecided.filter((entry) => !used.has(entry))).toEqual([]);
  }, 900_000);

  it.each(states)('finds nothing in the open search dialog, $theme $width', async (state) => {
    const page = await openPage(browser);
    await page.goto(`${site.origin}/designs/`);
    await show(page, state);
    await page.keyboard.press('/');
    await page.keyboard.type('cache');
    await page.locator('dialog [data-hits] a').first().waitFor();
    expect((await inspect(page, { ...state, isRecoloured: false })).found).toEqual([]);
    await page.close();
  });

  it('finds what is wrong on a page that has a fault', async () => {
    const page = await openPage(browser);
    await page.goto(`${site.origin}/designs/`);
    await page.locator('.lead').evaluate((lead: HTMLElement) => {
      lead.style.color = '#999';
      lead.style.backgroundColor = '#aaa';
    });
    const { found } = await inspect(page, { width: 1280, isRecoloured: true });
    expect(found.join('\n')).toContain('color-contrast: .lead');
    await page.close();
  });
});
