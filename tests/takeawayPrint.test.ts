import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openPage } from './support/browser.ts';
import { pageTexts } from './support/pdf.ts';
import { areaOf, findClipped, type Paper, paper, sizesOf } from './support/print.ts';
import { builtFiles } from './support/site.ts';
import { started } from './support/started.ts';

const { browser, site } = await started();

const designs = (
  await builtFiles('index.html', new URL('../dist/designs/', import.meta.url).pathname)
)
  .map((path) => `/designs/${path.replace(/index\.html$/, '')}`)
  .filter((path) => /^\/designs\/[^/]+\/(?:spoken|story|architect|note|dossier\/.+)\/$/.test(path));
const others = ['/designs/url-shortener/', '/templates/dossier/', '/guide/', '/downloads/'];

/** Millimetres of the margins of print.css: both sides together, above and below together. */
const margins = [32, 34] as const;

describe.each(['A4', 'Letter'] as const)('on %s', (format) => {
  const viewport = areaOf(format, margins);

  it.each([...designs, ...others])('%s is not clipped', async (path) => {
    const page = await openPage(browser, { viewport, colorScheme: 'dark' });
    await page.goto(site.origin + path);
    await page.emulateMedia({ media: 'print' });
    expect(await findClipped(page, viewport.height)).toEqual([]);
    const title = (await page.locator('h1').textContent()) ?? '';
    const links = await page
      .locator('.sl-markdown-content a[href]:not([href^="#"], .not-content .copy *)')
      .evaluateAll((all) =>
        all
          .filter((link) => link.checkVisibility() && link.closest('svg') === null)
          .map((link) => link.getAttribute('href') ?? ''),
      );
    const pdf = await page.pdf({ format });
    for (const size of sizesOf(pdf)) expectPaper(size, format);
    const sheets = pageTexts(pdf);
    const bare = (text: string) => text.replace(/\s+/g, '');
    for (const [index, text] of sheets.entries()) {
      expect(text, `title on page ${index + 1}`).toContain(bare(title));
      expect(text, `number of page ${index + 1}`).toContain(`${index + 1}/${sheets.length}`);
    }
    const whole = sheets.join('');
    expect(links.filter((href) => !whole.includes(bare(href)))).toEqual([]);
    await page.close();
  });
});

function expectPaper(size: readonly number[], format: Paper): void {
  const { width, height } = paper[format];
  for (const [index, millimetres] of [width, height].entries()) {
    expect(Math.abs((size[index] ?? 0) - (millimetres / 25.4) * 72)).toBeLessThan(1);
  }
}

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
        ink: [of('h1'), of('.sl-markdown-content p'), of('.code span'), of('td')],
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
