import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openPage } from './support/browser.ts';
import { watchClipboard } from './support/clipboard.ts';
import { dist } from './support/site.ts';
import { started } from './support/started.ts';

const { browser, site } = await started();

const design = '/designs/url-shortener/story/';

/** Opens a page whose clipboard is a variable. */
async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await openPage(browser, options);
  await watchClipboard(page);
  await page.goto(site.origin + path);
  return page;
}

const copied = (page: Page) =>
  page
    .waitForFunction(() => (window as { copied?: string }).copied)
    .then((handle) => handle.jsonValue());

/** What copies is loaded at the first sign of a hand. */
async function comeNear(page: Page): Promise<void> {
  await page.mouse.move(200, 200);
  await page.locator('.copy-section').first().waitFor();
}

describe('copying', () => {
  it('gives the page as its twin', async () => {
    const page = await open(design);
    await page.getByRole('button', { name: 'Copy page as Markdown' }).press('Enter');
    expect(await copied(page)).toBe(await readFile(join(dist, `${design}index.md`), 'utf8'));
    expect(await page.locator('copy-page [role=status]').textContent()).toBe('Copied');
    await page.close();
  });

  it.each([
    design,
    '/designs/url-shortener/',
    '/designs/url-shortener/sheet/',
    '/topics/capacity/',
    '/components/',
    '/components/kafka/',
    '/anti-patterns/',
    '/numbers/',
    '/downloads/',
    '/templates/spoken/',
    '/designs/',
  ])('gives each section of %s under its heading', async (path) => {
    const page = await open(path);
    await comeNear(page);
    const buttons = page.locator('.copy-section');
    const headings = await page
      .locator('.sl-markdown-content :is(h2, h3, h4):not([hidden] *, dialog *, [aria-hidden] *)')
      .allTextContents();
    expect(headings.length).toBeGreaterThan(2);
    expect(await buttons.count()).toBe(headings.length);
    const plain = (text: string) =>
      text
        .replace(/\]\([^)]*\)/g, '')
        .replace(/[\s\\`*#[\]]/g, '')
        .replace(/[’]/g, "'");
    for (const [index, heading] of headings.entries()) {
      await page.evaluate(() => Object.assign(window, { copied: undefined }));
      await buttons.nth(index).focus();
      await page.keyboard.press('Enter');
      const [first = ''] = String(await copied(page)).split('\n');
      expect(plain(first)).toBe(plain(heading));
    }
    await page.close();
  });

  it('fetches the Markdown when asked to, once', async () => {
    const page = await open(design);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.waitForLoadState('networkidle');
    expect(asked).not.toContain(`${design}index.md`);
    await comeNear(page);
    await page.locator('.copy-section').first().focus();
    await page.keyboard.press('Enter');
    await copied(page);
    await page.getByRole('button', { name: 'Copy page as Markdown' }).click();
    await page.locator('copy-page button', { hasText: 'Copied' }).waitFor();
    expect(asked.filter((path) => path.endsWith('.md'))).toHaveLength(1);
    await page.close();
  });

  it('offers the Markdown where it cannot be fetched, and where there is no script', async () => {
    const page = await open(design);
    await page.route('**/index.md', (route) => route.abort());
    await page.getByRole('button', { name: 'Copy page as Markdown' }).click();
    await page.locator('copy-page a').waitFor();
    await page.close();
    const bare = await openPage(browser, { javaScriptEnabled: false });
    await bare.goto(site.origin + design);
    expect(await bare.locator('copy-page a').isVisible()).toBe(true);
    expect(await bare.locator('copy-page button').isVisible()).toBe(false);
    await bare.close();
  });
});
