import { describe, expect, it } from 'vitest';
import { hits, openSearch, total } from './support.ts';
import { started } from '../support/started.ts';

const { browser, site } = await started();

const open = (query?: string) => openSearch(browser, site.origin, query);

describe('hits', () => {
  it('are sections, grouped by problem, with the words marked', async () => {
    const page = await open('?q=idempotency');
    await hits(page).first().waitFor();
    expect(await page.locator('[data-hits] mark').first().textContent()).toMatch(/idempot/i);
    expect(await page.textContent('[data-status]')).toMatch(/^\d+ sections$/);
    for (const href of await hits(page).evaluateAll((links) =>
      links.map((a) => a.getAttribute('href')),
    )) {
      expect(href).toContain('#');
    }
    const titles = await page.locator('[data-group] h2').allTextContents();
    expect(new Set(titles).size).toBe(titles.length);
    await page.close();
  });

  it('become more where it is asked for', async () => {
    const page = await open('?q=cache');
    const group = page.locator('[data-group]').first();
    await group.locator('[data-more]').waitFor();
    const before = await group.locator('a').count();
    await group.locator('[data-more]').click();
    await page.waitForFunction(
      (count) =>
        (document.querySelector('[data-group]')?.querySelectorAll('a').length ?? 0) > count,
      before,
    );
    expect(
      await group
        .locator('a')
        .nth(before)
        .evaluate((a) => a === document.activeElement),
    ).toBe(true);
    await page.close();
  });

  it('lead to their section, with the words highlighted', async () => {
    const page = await open('?q=idempotency');
    await hits(page).first().click();
    await page.waitForURL(/\/designs\/.*#/);
    await page.waitForFunction(() => CSS.highlights.has('search'));
    const marked = await page.evaluate(() =>
      [...(CSS.highlights.get('search') ?? [])].map((range) => range.toString()),
    );
    expect(marked.join(' ')).toMatch(/idempot/i);
    const anchor = new URL(page.url()).hash.slice(1);
    const top = await page.evaluate(
      (id) => document.getElementById(decodeURIComponent(id))?.getBoundingClientRect().top,
      anchor,
    );
    expect(top).toBeLessThan(400);
    await page.close();
  });
});

describe('facets', () => {
  it('narrow, count, and stand in the address with their ids', async () => {
    const page = await open('?q=cache');
    await hits(page).first().waitFor();
    const all = await total(page);
    const box = page.locator('[data-facet=format] input[value=dossier]');
    await page.locator('[data-facet=format]').evaluate((details: HTMLDetailsElement) => {
      details.open = true;
    });
    const promised = Number(await box.locator('xpath=..').locator('.count').textContent());
    await box.check();
    await page.waitForURL('**/search/?q=cache&format=dossier');
    await expect.poll(() => total(page)).toBe(promised);
    expect(promised).toBeLessThan(all);
    // Its own counts stay, so that a second value can be added.
    const other = page.locator('[data-facet=format] input[value=note]');
    const more = Number(await other.locator('xpath=..').locator('.count').textContent());
    await other.check();
    await expect.poll(() => total(page)).toBe(promised + more);
    // Back takes away one choice after the other.
    await page.goBack();
    await expect.poll(() => total(page)).toBe(promised);
    await page.goBack();
    await expect.poll(() => total(page)).toBe(all);
    expect(await box.isChecked()).toBe(false);
    await page.close();
  });

  it('work from a shared address, two facets together, and without words', async () => {
    const page = await open('?q=idempotency&topic=api&format=dossier');
    await hits(page).first().waitFor();
    for (const href of await hits(page).evaluateAll((links) =>
      links.map((a) => a.getAttribute('href')),
    )) {
      expect(href).toMatch(/\/dossier\/03-api/);
    }
    await page.goto(`${site.origin}/search/?component=kafka&level=senior`);
    await hits(page).first().waitFor();
    expect(await total(page)).toBeGreaterThan(5);
    await page.close();
  });
});

describe('words', () => {
  it.each([
    ['LB', /load balanc/i],
    ['pub-sub', /kafka|event log/i],
    ['RPS', /QPS|requests/i],
    ['Postgres', /PostgreSQL/],
  ])('%s finds what it is called elsewhere', async (query, expected) => {
    const page = await open(`?q=${query}`);
    await hits(page).first().waitFor();
    expect((await page.locator('[data-hits] mark').allTextContents()).join(' ')).toMatch(expected);
    await page.close();
  });

  it.each([
    ['kafak', 'kafka'],
    ['reddis', 'redis'],
    ['elasticsaerch', 'elasticsearch'],
    ['casandra', 'cassandra'],
  ])('%s is taken for %s, and says so', async (typed, meant) => {
    const page = await open(`?q=${typed}`);
    await hits(page).first().waitFor();
    expect(await page.textContent('[data-status]')).toContain(`“${typed}”. Searched for ${meant}`);
    expect((await page.locator('[data-hits] mark').allTextContents()).join(' ')).toMatch(
      new RegExp(meant, 'i'),
    );
    await page.close();
  });

  it('that nobody knows find nothing, and what is near is offered', async () => {
    const page = await open('?q=zzzzqqqq');
    await page.locator('[data-status]', { hasText: 'Nothing found' }).waitFor();
    expect(await hits(page).count()).toBe(0);
    await page.goto(`${site.origin}/search/?q=idempotency&component=no-such`);
    await page.locator('[data-near] [data-clear]').click();
    await hits(page).first().waitFor();
    await page.close();
  });
});

describe('keys', () => {
  it('open, walk, follow, close; the focus returns', async () => {
    const page = await browser.newPage();
    await page.goto(`${site.origin}/designs/url-shortener/story/`);
    await page.locator('a[href="/templates/"]').first().focus();
    await page.keyboard.press('/');
    await page.keyboard.type('idempotency');
    await expect
      .poll(() => page.textContent('[data-announce]'), { timeout: 8_000 })
      .toMatch(/^\d+ sections/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(
      await hits(page)
        .nth(1)
        .evaluate((a) => a === document.activeElement),
    ).toBe(true);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
    await page.keyboard.press('Escape');
    expect(
      await page.locator('search-door dialog').evaluate((d: HTMLDialogElement) => d.open),
    ).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe(
      '/templates/',
    );
    await page.keyboard.press('Control+k');
    await page.keyboard.press('ArrowDown');
    const [href] = await hits(page).evaluateAll((links) =>
      links.map((a) => (a as HTMLAnchorElement).href),
    );
    await page.keyboard.press('Enter');
    await page.waitForURL(String(href));
    await page.close();
  });

  it('fit on 320 px', async () => {
    const page = await browser.newPage({ viewport: { width: 320, height: 640 } });
    await page.goto(`${site.origin}/search/?q=partition`);
    await hits(page).first().waitFor();
    for (const facet of await page.locator('search-view details:not([hidden]) summary').all()) {
      await facet.click();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        320,
      );
    }
    await page.close();
  });
});
