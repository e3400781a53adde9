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

/** Whether to look at every page in every state, which takes six minutes. */
const isThorough = process.env['EVERY_PAGE'] !== undefined;

/** One page of every kind, and those that show more when they are asked. */
const examples = new Set([
  ...Object.values(pageKinds),
  '/search/?q=partition',
  '/search/?q=zzzzqqqq',
  '/compare/?a=url-shortener/spoken&b=url-shortener/note',
]);

/** Examples in every state; all other pages as well where one is thorough. */
const others = (await builtFiles('.html'))
  .map((file) => `/${file.replace(/index\.html$/, '')}`)
  .filter((path) => !examples.has(path));
const visits = [...examples, ...(isThorough ? others : [])].map((path) => ({
  path,
  shown: states,
}));

/** How many pages are looked at side by side: one a core of a small machine. */
const hands = 2;

describe('axe', () => {
  it('finds nothing on a page of any kind, light and dark, wide and narrow', async () => {
    const found: string[] = [];
    const used = new Set<Undecided>();
    const left = [...visits].reverse();

    const lookAtPages = async () => {
      const page = await openPage(browser);
      page.setDefaultTimeout(30_000);
      for (let visit = left.pop(); visit !== undefined; visit = left.pop()) {
        const { path, shown } = visit;
        await page.goto(site.origin + path, { waitUntil: 'load' });
        if (path.includes('?')) await page.waitForLoadState('networkidle');
        // A hand on the page: all of it is drawn, and what copies sections is fetched.
        await page.keyboard.press('Shift');
        for (const state of shown) {
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
