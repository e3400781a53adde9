import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, openPage } from './support/browser.ts';
import { hostileValues } from './support/hostile.ts';
import { type Site, serve } from './support/site.ts';

let browser: Browser;
let site: Site;

beforeAll(async () => {
  [browser, site] = await Promise.all([launch(), serve()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

async function open(search: string): Promise<Page> {
  const page = await openPage(browser);
  await page.goto(`${site.origin}/search/${search}`);
  await page.locator('search-view details').first().waitFor();
  return page;
}

const hits = (page: Page) => page.locator('[data-hits] a');

describe('search', () => {
  it('finds sections, marks the words and counts', async () => {
    const page = await open('?q=idempotency');
    await hits(page).first().waitFor();
    expect(await page.locator('[data-hits] mark').first().textContent()).toMatch(/idempot/i);
    expect(await page.textContent('[data-status]')).toMatch(/^\d+ sections?$/);
    expect(await hits(page).first().getAttribute('href')).toContain('#');
    await page.close();
  });

  it('narrows by format and problem, and keeps the state in the address', async () => {
    const page = await open('?q=cache');
    await hits(page).first().waitFor();
    const all = Number.parseInt((await page.textContent('[data-status]')) ?? '', 10);
    await page.click('[data-facet=format] summary');
    await page.click('[data-facet=format] label:has-text("HLD dossier")');
    await page.waitForURL(/format=HLD\+dossier/);
    await page.waitForFunction(
      (before) =>
        Number.parseInt(document.querySelector('[data-status]')?.textContent ?? '', 10) < before,
      all,
    );
    for (const href of await hits(page).evaluateAll((links) =>
      links.map((link) => link.getAttribute('href')),
    )) {
      expect(href).toMatch(/\/dossier\//);
    }
    const shared = await open(new URL(page.url()).search);
    await hits(shared).first().waitFor();
    expect(await shared.textContent('[data-status]')).toBe(await page.textContent('[data-status]'));
    await page.close();
    await shared.close();
  });

  it('says when nothing is found', async () => {
    const page = await open('?q=zzzzqqqq');
    await page.locator('[data-status]', { hasText: 'Nothing found' }).waitFor();
    expect(await hits(page).count()).toBe(0);
    await page.close();
  });

  it('shows more when asked', async () => {
    const page = await open('?q=the');
    await hits(page).first().waitFor();
    const before = await hits(page).count();
    await page.click('[data-more]');
    await page.waitForFunction(
      (count) => document.querySelectorAll('[data-hits] a').length > count,
      before,
    );
    await page.close();
  });

  it('is calm about strange queries and never makes markup of them', async () => {
    const page = await open('');
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('dialog', () => errors.push('a dialog opened'));
    for (const value of hostileValues) {
      await page.fill('main input[type=search]', value.replace(/[\r\n]/g, ' ').slice(0, 200));
    }
    await page.fill('main input[type=search]', 'cache');
    await hits(page).first().waitFor();
    expect(errors).toEqual([]);
    expect(await page.locator('search-view :is(script, img, h1)').count()).toBe(0);
    await page.close();
  });

  it('loads nothing of the engine before it is used', async () => {
    const page = await openPage(browser);
    const requests: string[] = [];
    page.on('request', (request) => requests.push(new URL(request.url()).pathname));
    await page.goto(`${site.origin}/designs/url-shortener/story/`, { waitUntil: 'networkidle' });
    expect(requests.filter((path) => path.startsWith('/pagefind/'))).toEqual([]);
    await page.keyboard.press('/');
    await page.locator('dialog details').first().waitFor();
    expect(requests.some((path) => path.startsWith('/pagefind/'))).toBe(true);
    await page.close();
  });
});
