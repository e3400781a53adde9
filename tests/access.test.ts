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

describe('narrow screens', () => {
  it.each(kinds.flatMap(([kind, path]) => [320, 360].map((width) => [kind, width, path] as const)))(
    '%s does not scroll sideways at %i px',
    async (_, width, path) => {
      const page = await openPage(browser, { viewport: { width, height: 700 } });
      await page.goto(site.origin + path);
      await page.waitForLoadState('networkidle');
      const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(excess).toBeLessThanOrEqual(0);
      await page.close();
    },
  );
});

describe('keyboard alone', () => {
  it('skips to the content, changes the theme and keeps it', async () => {
    const page = await openPage(browser, { colorScheme: 'light' });
    await page.goto(`${site.origin}/designs/`);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain(
      'Skip to content',
    );
    await page.locator('theme-button button').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    expect(await page.getAttribute('html', 'data-theme')).toBe('dark');
    await page.reload();
    expect(await page.getAttribute('html', 'data-theme')).toBe('dark');
    await page.close();
  });

  it('finds a section by search and lands on it', async () => {
    const page = await openPage(browser);
    await page.goto(`${site.origin}/`);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('partition key');
    await page.locator('dialog [data-hits] a').first().waitFor();
    await page.keyboard.press('ArrowDown');
    const href = await page.evaluate(() => document.activeElement?.getAttribute('href'));
    expect(href).toMatch(/#/);
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname + url.hash === href);
    const anchor = new URL(page.url()).hash.slice(1);
    expect(await page.locator(`[id="${anchor}"]`).count()).toBe(1);
    await page.close();
  });

  it('closes the search with Escape and gives the focus back', async () => {
    const page = await openPage(browser);
    await page.goto(`${site.origin}/designs/`);
    await page.locator('search-door > a').focus();
    await page.keyboard.press('Enter');
    await page.locator('dialog input[type=search]').waitFor();
    await page.keyboard.press('Escape');
    expect(await page.locator('dialog').evaluate((dialog: HTMLDialogElement) => dialog.open)).toBe(
      false,
    );
    expect(await page.evaluate(() => document.activeElement?.closest('search-door') !== null)).toBe(
      true,
    );
    await page.close();
  });

  it('fills and copies a prompt', async () => {
    const page = await openPage(browser);
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', {
        value: { writeText: async (text: string) => Object.assign(window, { copied: text }) },
      });
    });
    await page.goto(`${site.origin}/templates/spoken/`);
    await page.locator('textarea').focus();
    await page.keyboard.type('Design a clock');
    for (let step = 0; step < 40; step += 1) {
      await page.keyboard.press('Tab');
      const isThere = await page.evaluate(() => document.activeElement?.matches('[data-copy-all]'));
      if (isThere) break;
    }
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => (window as { copied?: string }).copied)).toContain(
      'Design a clock',
    );
    await page.close();
  });

  it('switches the format and lands on the section of the same topic', async () => {
    const page = await openPage(browser, { viewport: { width: 1280, height: 800 } });
    await page.goto(`${site.origin}/designs/url-shortener/spoken/`);
    const heading = page.locator('h2', { hasText: '8) Capacity' });
    await heading.evaluate((element) => element.scrollIntoView({ block: 'start' }));
    await page.locator('format-switch a', { hasText: 'Obsidian note' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/note\/#/);
    const anchor = decodeURIComponent(new URL(page.url()).hash.slice(1));
    expect(await page.locator(`[id="${anchor}"]`).textContent()).toContain('Capacity Planning');
    await page.close();
  });

  it('shows the working of a figure on focus', async () => {
    const page = await openPage(browser);
    await page.goto(`${site.origin}/designs/url-shortener/dossier/02-capacity-estimation/`);
    const figure = page.locator('data.figure').first();
    await figure.focus();
    const shown = await figure.evaluate((element) => {
      const { visibility, content } = getComputedStyle(element, '::after');
      return { visibility, content };
    });
    expect(shown.visibility).toBe('visible');
    expect(shown.content.length).toBeGreaterThan(10);
    await page.close();
  });
});
