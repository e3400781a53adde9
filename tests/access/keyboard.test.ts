import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openPage } from '../support/browser.ts';
import { watchClipboard } from '../support/clipboard.ts';
import { focusedHref, tabBackTo, tabTo } from './keyboard.ts';
import { started } from '../support/started.ts';

const { browser, site } = await started();

describe('keyboard alone', () => {
  it('skips to the content, changes the theme and keeps it', async () => {
    const page = await openPage(browser, { colorScheme: 'light' });
    await page.goto(`${site.origin}/designs/`);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain(
      'Skip to content',
    );
    await tabTo(page, 'theme-button button');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Space');
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
    const href = await focusedHref(page);
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
    await tabTo(page, 'search-door > a');
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

  it('narrows a search by a facet, and takes the choice back', async () => {
    const page = await openPage(browser, { viewport: { width: 700, height: 800 } });
    await page.goto(`${site.origin}/search/?q=cache`);
    await page.locator('[data-hits] a').first().waitFor();
    await tabTo(page, '[data-facet=format] summary');
    await page.keyboard.press('Enter');
    await tabTo(page, '[data-facet=format] input[value=note]', 10);
    await page.keyboard.press('Space');
    await page.waitForURL('**/search/?q=cache&format=note');
    await expect
      .poll(() =>
        page
          .locator('[data-hits] a')
          .evaluateAll((links) => links.every((one) => /\/note\//.test(String(one)))),
      )
      .toBe(true);
    await page.keyboard.press('Space');
    await page.waitForURL('**/search/?q=cache');
    await page.close();
  });

  it('fills and copies a prompt', async () => {
    const page = await openPage(browser);
    const copied = await watchClipboard(page);
    await page.goto(`${site.origin}/templates/spoken/`);
    await tabTo(page, 'textarea');
    await page.keyboard.type('Design a clock');
    await tabTo(page, '[data-copy-all]');
    await page.keyboard.press('Enter');
    await expect.poll(copied).toContain('Design a clock');
    await page.close();
  });

  const spoken = '/designs/url-shortener/spoken/';
  /** Follows the focused link to the note, and reads the heading where it lands. */
  const enterNote = async (page: Page) => {
    expect(await focusedHref(page)).toContain('/designs/url-shortener/note/');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/note\//);
    const anchor = decodeURIComponent(new URL(page.url()).hash.slice(1));
    return anchor === '' ? '' : page.locator(`[id="${anchor}"]`).textContent();
  };
  const note = 'format-switch a[href*="/note/"]';

  it('switches the format at the section in sight, by Tab alone', async () => {
    const page = await openPage(browser, { viewport: { width: 1280, height: 800 } });
    await page.goto(site.origin + spoken);
    const heading = page.locator('h2', { hasText: '8) Capacity' });
    await heading.evaluate((element) => element.scrollIntoView({ block: 'start' }));
    await tabTo(page, note, 400);
    expect(await enterNote(page)).toContain('Capacity Planning');
    await page.close();
  });

  it('switches the format at the section in the address, by Tab alone', async () => {
    const page = await openPage(browser, { viewport: { width: 1280, height: 800 } });
    await page.goto(`${site.origin}${spoken}#8-capacity--scaling-math-show-your-work`);
    await tabBackTo(page, note);
    expect(await enterNote(page)).toContain('Capacity Planning');
    await page.close();
  });

  it('switches the format at the section to which Tab has led', async () => {
    const page = await openPage(browser, { viewport: { width: 1280, height: 800 } });
    await page.goto(site.origin + spoken);
    const heading = '.sl-heading-wrapper:has([id^="8-capacity"])';
    await tabTo(page, `${heading} ~ * .figure`, 400);
    await tabBackTo(page, note, 400);
    expect(await enterNote(page)).toContain('Capacity Planning');
    await page.close();
  });

  it('converts an amount', async () => {
    const page = await openPage(browser);
    await page.goto(`${site.origin}/numbers/`);
    await tabTo(page, 'unit-converter input[name=amount]');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('8.64 M');
    await expect.poll(() => page.locator('unit-converter output').textContent()).toContain('100 ');
    await page.close();
  });

  it('compares two designs', async () => {
    const page = await openPage(browser);
    await page.goto(`${site.origin}/compare/`);
    await tabTo(page, 'select[name=a-format]');
    await page.keyboard.type('Obsidian');
    await tabTo(page, 'select[name=b-format]', 5);
    await page.keyboard.type('HLD');
    await tabTo(page, 'select[name=topic]', 5);
    await page.keyboard.type('Caching');
    await tabTo(page, 'compare-view button[type=submit]', 5);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/note&b=[^&]*\/dossier&topic=caching/);
    await page.close();
  });

  it('downloads a file', async () => {
    const page = await openPage(browser, { acceptDownloads: true });
    await page.goto(`${site.origin}/downloads/`);
    await tabTo(page, 'a[href$="/downloads/obsidian.zip"]');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.keyboard.press('Enter'),
    ]);
    expect(download.suggestedFilename()).toBe('obsidian.zip');
    await page.close();
  });

  it('saves the site for offline use, and gives it up again', async () => {
    const page = await openPage(browser);
    await page.goto(`${site.origin}/downloads/`);
    await page.locator('offline-panel[data-state=unsaved]').waitFor();
    await tabTo(page, 'offline-panel [data-save]');
    await page.keyboard.press('Enter');
    await page.locator('offline-panel[data-state=saved]').waitFor({ timeout: 40_000 });
    await tabTo(page, 'offline-panel [data-remove]');
    await page.keyboard.press('Enter');
    await page.locator('offline-panel[data-state=removed]').waitFor();
    await page.close();
  });

  it('opens and closes the menu and the contents on a phone', async () => {
    const page = await openPage(browser, { viewport: { width: 360, height: 740 } });
    await page.goto(`${site.origin}/designs/url-shortener/story/`);
    await tabTo(page, '[popovertarget=starlight__sidebar]');
    await page.keyboard.press('Enter');
    const menu = page.locator('#starlight__sidebar');
    await expect.poll(() => menu.isVisible()).toBe(true);
    await tabTo(page, '#starlight__sidebar a', 10);
    await page.keyboard.press('Escape');
    await expect.poll(() => menu.isVisible()).toBe(false);
    await tabTo(page, 'page-contents summary');
    await page.keyboard.press('Enter');
    await tabTo(page, 'page-contents details[open] a', 5);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('page-contents details[open]').count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('summary');
    await page.close();
  });

  it('shows the working of a figure on focus, right below it', async () => {
    const page = await openPage(browser);
    await page.goto(`${site.origin}/designs/url-shortener/dossier/02-capacity-estimation/`);
    const figure = page.locator('li data.figure').first();
    await figure.focus();
    const shown = await figure.evaluate((element) => {
      const { visibility, content } = getComputedStyle(element, '::after');
      return { visibility, content };
    });
    expect(shown.visibility).toBe('visible');
    expect(shown.content.length).toBeGreaterThan(10);
    const isBelow = () =>
      figure.evaluate((element) => {
        const { left, bottom } = [...element.getClientRects()].at(-1) ?? new DOMRect();
        return element === document.elementFromPoint(left + 20, bottom + 20);
      });
    await expect.poll(isBelow).toBe(true);
    await page.close();
  });

  it.each(['/', '/designs/url-shortener/note/', '/search/?q=cache', '/numbers/'])(
    'shows where the focus is, and nothing lies over it, on %s',
    async (path) => {
      const page = await openPage(browser, { viewport: { width: 1280, height: 800 } });
      await page.goto(site.origin + path, { waitUntil: 'networkidle' });
      const hidden: string[] = [];
      for (let step = 0; step < 60; step += 1) {
        await page.keyboard.press('Tab');
        const fault = await page.evaluate(faultOfFocus);
        if (fault !== undefined) hidden.push(fault);
      }
      expect(hidden).toEqual([]);
      await page.close();
    },
  );
});

/** Runs in the page: what is wrong with how the focus is shown. */
function faultOfFocus(): string | undefined {
  const element = document.activeElement;
  if (element === null || element === document.body) return undefined;
  const name = element.outerHTML.slice(0, 80);
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 1) return `no outline: ${name}`;
  const { left, top, right, bottom } = element.getBoundingClientRect();
  const [x, y] = [(left + right) / 2, Math.min(Math.max((top + bottom) / 2, 0), innerHeight - 1)];
  const above = document.elementFromPoint(x, y);
  const isSeen = above !== null && (element.contains(above) || above.contains(element));
  return isSeen ? undefined : `below ${above?.outerHTML.slice(0, 60)}: ${name}`;
}
