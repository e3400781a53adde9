import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, openPage } from './support/browser.ts';
import { builtFiles, type Site, serve } from './support/site.ts';

let browser: Browser;
let site: Site;

beforeAll(async () => {
  [browser, site] = await Promise.all([launch(), serve()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

/** Pixels of a page's print area, less than the sheet by the margins of print.css; points of the sheet. */
const sheets = {
  A4: { width: ((210 - 32) / 25.4) * 96, height: ((297 - 34) / 25.4) * 96, points: [595, 842] },
  Letter: {
    width: ((215.9 - 32) / 25.4) * 96,
    height: ((279.4 - 34) / 25.4) * 96,
    points: [612, 792],
  },
} as const;

const designs = (
  await builtFiles('index.html', new URL('../dist/designs/', import.meta.url).pathname)
)
  .map((path) => `/designs/${path.replace(/index\.html$/, '')}`)
  .filter((path) => /^\/designs\/[^/]+\/(?:spoken|story|architect|note|dossier\/.+)\/$/.test(path));
const others = ['/designs/url-shortener/', '/templates/dossier/', '/guide/', '/downloads/'];

/** What would be cut off: wider than the sheet, hidden by its frame, or a drawing higher than a sheet. */
function findClipped(page: Page, height: number): Promise<string[]> {
  return page.evaluate((sheetHeight) => {
    const name = (element: Element) =>
      `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} ${element.textContent?.trim().slice(0, 40)}`;
    const clipped: string[] = [];
    for (const element of document.querySelectorAll('main *')) {
      const box = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      if (box.width < 2 || box.height < 2 || style.display === 'none') continue;
      const isDrawing = element.tagName.toLowerCase() === 'svg';
      if (element.closest('svg') !== null && !isDrawing) continue;
      if (box.right > innerWidth + 1 || box.left < -1) clipped.push(`wide: ${name(element)}`);
      if (isDrawing && box.height > sheetHeight) clipped.push(`high: ${name(element)}`);
      const isFrame = style.overflowX !== 'visible' || style.overflowY !== 'visible';
      const isShort =
        element.scrollWidth > element.clientWidth + 1 ||
        element.scrollHeight > element.clientHeight + 1;
      if (isFrame && isShort && !isDrawing) clipped.push(`framed: ${name(element)}`);
    }
    return clipped;
  }, height);
}

describe.each(['A4', 'Letter'] as const)('on %s', (format) => {
  const { width, height, points } = sheets[format];

  it.each([...designs, ...others])('%s is not clipped', async (path) => {
    const page = await openPage(browser, {
      viewport: { width: Math.floor(width), height: Math.floor(height) },
      colorScheme: 'dark',
    });
    await page.goto(site.origin + path);
    await page.emulateMedia({ media: 'print' });
    expect(await findClipped(page, height)).toEqual([]);
    const pdf = (await page.pdf({ format, preferCSSPageSize: false })).toString('latin1');
    const [, across, down] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
    expect(Math.abs(Number(across) - points[0])).toBeLessThan(1);
    expect(Math.abs(Number(down) - points[1])).toBeLessThan(1);
    await page.close();
  });
});

describe('a printed design', () => {
  async function open(path: string): Promise<Page> {
    const page = await openPage(browser, { colorScheme: 'dark' });
    await page.goto(site.origin + path);
    await page.emulateMedia({ media: 'print' });
    return page;
  }

  it('is black on white, whatever the theme', async () => {
    const page = await open('/designs/url-shortener/note/');
    const colours = await page.evaluate(() => {
      const of = (selector: string) => {
        const element = document.querySelector(selector);
        return element === null ? '' : getComputedStyle(element).color;
      };
      return {
        paper: getComputedStyle(document.body).backgroundColor,
        ink: [of('h1'), of('.sl-markdown-content p'), of('.ec-line span'), of('td')],
      };
    });
    expect(['rgb(255, 255, 255)', 'rgba(0, 0, 0, 0)']).toContain(colours.paper);
    expect(new Set(colours.ink)).toEqual(new Set(['rgb(0, 0, 0)']));
    await page.close();
  });

  it('shows where its links lead, and its title on each sheet', async () => {
    const page = await open('/templates/spoken/');
    const target = await page
      .locator('.sl-markdown-content ul a')
      .last()
      .evaluate((link) => getComputedStyle(link, '::after').content);
    expect(target).toMatch(/\/designs\/[^/]+\/spoken\//);
    const sheet = await page.locator('style[media=print]').first().textContent();
    expect(sheet).toMatch(
      /^@page\{@top-left\{content:"Spoken answer"\}@bottom-left\{content:"https:\S+\/templates\/spoken\/"\}\}$/,
    );
    await page.close();
  });

  it('leaves out what only a screen can use', async () => {
    const page = await open('/designs/url-shortener/dossier/02-capacity-estimation/');
    for (const selector of [
      'header.header',
      'format-switch',
      'copy-page',
      '.copy-section',
      'footer',
    ]) {
      for (const element of await page.locator(selector).all()) {
        expect(await element.isVisible(), selector).toBe(false);
      }
    }
    await page.close();
  });

  it('opens what is closed', async () => {
    const page = await open('/designs/url-shortener/');
    const items = await page.locator('.decision details li').all();
    expect(items.length).toBeGreaterThan(0);
    for (const item of items) {
      expect(await item.evaluate((li) => li.getBoundingClientRect().height)).toBeGreaterThan(5);
    }
    await page.close();
  });
});
