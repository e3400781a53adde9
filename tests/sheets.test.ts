import { describe, expect, it } from 'vitest';
import { openPage } from './support/browser.ts';
import { pageTexts } from './support/pdf.ts';
import { areaOf, findClipped, sizesOf } from './support/print.ts';
import { builtFiles } from './support/site.ts';
import { started } from './support/started.ts';

const { browser, site } = await started();

const sheets = (await builtFiles('index.html'))
  .filter((path) => path.endsWith('/sheet/index.html'))
  .map((path) => `/${path.replace(/index\.html$/, '')}`);
const all = '/sheets/';

/** Millimetres of a sheet's margins: both sides together, above and below together. */
const margins = [18, 17] as const;

/** Pixels of the smallest type on paper: 7.5 pt. */
const smallest = 10;

describe.each(['A4', 'Letter'] as const)('on %s', (format) => {
  const viewport = areaOf(format, margins);

  it.each([...sheets, all])('%s is one page a problem, whole and legible', async (path) => {
    const page = await openPage(browser, { viewport, colorScheme: 'dark' });
    await page.goto(site.origin + path);
    // A hand has been near, as before any printing: each heading has its button, and a wrapper for it.
    await page.mouse.move(200, 200);
    await page.locator('.copy-section').last().waitFor({ state: 'attached' });
    const pdf = await page.pdf({ format });
    const printed = pageTexts(pdf).join('');
    const said = await page.locator('.sheet li, .sheet dd').allTextContents();
    const lost = said.filter((text) => !printed.includes(text.replace(/\s+/g, '')));
    expect(lost).toEqual([]);
    const pages = sizesOf(pdf);
    expect(pages).toHaveLength(path === all ? sheets.length : 1);
    await page.emulateMedia({ media: 'print' });
    expect(await findClipped(page, viewport.height)).toEqual([]);
    const sizes = await page
      .locator('.sheet *')
      .evaluateAll((elements) =>
        elements
          .filter((one) => [...one.childNodes].some((node) => /\S/.test(node.nodeValue ?? '')))
          .map((one) => Number.parseFloat(getComputedStyle(one).fontSize)),
      );
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(smallest);
    const blank = page.locator('.sheet-tools, .page-title .lead, header.header');
    for (const element of await blank.all()) expect(await element.isVisible()).toBe(false);
    await page.close();
  });
});

describe('every sheet', () => {
  it.each(sheets)('%s says what the problem’s page says', async (path) => {
    const page = await openPage(browser, { javaScriptEnabled: false });
    await page.goto(site.origin + path.replace(/sheet\/$/, ''));
    const figures = await page.locator('dl.figures data.value').allTextContents();
    const questions = await page.locator('.decision h3').allTextContents();
    const rivals = await page.locator('.decision details li').count();
    const flips = await page.locator('.decision .flip').count();
    await page.goto(site.origin + path);
    const sheet = page.locator('.sheet');
    const trimmed = async (selector: string) =>
      (await sheet.locator(selector).allTextContents()).map((text) => text.trim());
    expect(await trimmed('.figures data')).toEqual(figures.map((text) => text.trim()));
    expect(await trimmed('.decision > b')).toEqual(questions);
    expect(await sheet.locator('.flip').count()).toBe(flips);
    expect((await trimmed('.flip')).filter((text) => !/\(now \S+.*\): \S/.test(text))).toEqual([]);
    expect(rivals).toBeGreaterThanOrEqual(questions.length);
    for (const [selector, least] of [
      ['.failure', 4],
      ['.question', 5],
    ] as const) {
      const texts = await trimmed(selector);
      expect(texts.length).toBeGreaterThanOrEqual(least);
      expect(Math.min(...texts.map(({ length }) => length))).toBeGreaterThan(60);
    }
    await page.close();
  });

  it('is printed by its button', async () => {
    const page = await openPage(browser);
    await page.addInitScript(() => {
      window.print = () => Object.assign(window, { printed: true });
    });
    await page.goto(site.origin + all);
    await page.getByRole('button', { name: 'Print' }).press('Enter');
    expect(await page.evaluate(() => (window as { printed?: boolean }).printed)).toBe(true);
    await page.close();
  });

  it('is reached from its problem, from home and from the downloads', async () => {
    const page = await openPage(browser, { javaScriptEnabled: false });
    for (const path of sheets) {
      await page.goto(site.origin + path.replace(/sheet\/$/, ''));
      expect(await page.locator(`main a[href="${path}"]`).count()).toBeGreaterThan(0);
    }
    for (const path of ['/', '/downloads/']) {
      await page.goto(site.origin + path);
      expect(await page.locator(`.sl-markdown-content a[href="${all}"]`).count(), path).toBe(1);
    }
    await page.close();
  });
});
