import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openPage } from './support/browser.ts';
import { hostileValues } from './support/hostile.ts';
import { builtFiles, dist } from './support/site.ts';
import { started } from './support/started.ts';

const { browser, site } = await started();

const formats = '/compare/?a=url-shortener/spoken&b=url-shortener/note';
const problems = '/compare/?a=url-shortener/dossier&b=news-feed/dossier&topic=data-model';

describe('every page', () => {
  it('is at most 40 kB of HTML, gzipped', async () => {
    const across = (await builtFiles('.html')).filter((file) =>
      /^(topics|components|compare|numbers|anti-patterns)\//.test(file),
    );
    const weights = await Promise.all(
      across.map(async (file) => ({
        file,
        size: gzipSync(await readFile(join(dist, file)), { level: 9 }).length,
      })),
    );
    expect(weights.length).toBeGreaterThan(40);
    expect(weights.filter(({ size }) => size > 40_000)).toEqual([]);
  });
});

describe('topics', () => {
  it('filter by format without a script, and lead to the section', async () => {
    const page = await openPage(browser, { javaScriptEnabled: false });
    await page.goto(`${site.origin}/topics/capacity/`);
    await page.getByRole('navigation', { name: 'Formats' }).getByText('HLD dossier').click();
    await page.waitForURL('**/topics/capacity/dossier/');
    const links = page.locator('main li .head a');
    expect(await links.count()).toBeGreaterThanOrEqual(5);
    for (const href of await links.evaluateAll((all) => all.map((a) => a.getAttribute('href')))) {
      expect(href).toMatch(/^\/designs\/[^/]+\/dossier\/02-capacity-estimation\/#/);
    }
    await page.close();
  });
});

describe('components', () => {
  it('show where they were chosen and rejected, and the number at which that flips', async () => {
    const page = await openPage(browser, { javaScriptEnabled: false });
    await page.goto(`${site.origin}/components/postgresql/`);
    const text = (await page.locator('main').textContent()) ?? '';
    expect(text).toContain('links_5y < 1,000,000,000 link');
    expect(text).toContain('36.5 billion links against 1 billion links');
    expect(text).toContain('Below 10 TB');
    await page.close();
  });
});

describe('numbers', () => {
  it('say how long a service may be down', async () => {
    const page = await openPage(browser, { javaScriptEnabled: false });
    await page.goto(`${site.origin}/numbers/`);
    const row = page.locator('tr', { has: page.getByRole('rowheader', { name: '99.99 %' }) });
    expect(await row.locator('data').allTextContents()).toEqual([
      '8.64 s',
      '60.5 s',
      '4.38 min',
      '52.6 min',
    ]);
    await page.close();
  });

  it('convert what is typed, and say what cannot be converted', async () => {
    const page = await openPage(browser);
    await page.goto(`${site.origin}/numbers/`);
    const field = (name: string) => page.locator(`unit-converter input[name=${name}]`);
    const output = page.locator('unit-converter output');
    await field('amount').fill('1.2 billion');
    await field('from').fill('messages/day');
    await field('to').fill('message/s');
    expect(await output.textContent()).toBe('13.9 k messages/s');
    await field('to').fill('byte');
    expect(await output.textContent()).toBe('…');
    expect(await field('to').getAttribute('aria-invalid')).toBe('true');
    expect(await page.locator('unit-converter [data-note]').textContent()).toContain(
      'measure different things',
    );
    await page.close();
  });

  it('load at most 6 kB of script for that', async () => {
    const page = await openPage(browser);
    const scripts: string[] = [];
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (request.resourceType() === 'script') scripts.push(pathname);
    });
    await page.goto(`${site.origin}/anti-patterns/`, { waitUntil: 'networkidle' });
    const common = new Set(scripts.splice(0));
    await page.goto(`${site.origin}/numbers/`, { waitUntil: 'networkidle' });
    const own = scripts.filter((path) => !common.has(path));
    const sizes = await Promise.all(
      own.map(async (path) => gzipSync(await readFile(join(dist, path)), { level: 9 }).length),
    );
    const inline = await page
      .locator('script[type=module]:not([src])')
      .evaluateAll((all) => all.map((script) => script.textContent ?? ''));
    const converter = inline.filter((text) => text.includes('unit-converter'));
    const total =
      sizes.reduce((sum, size) => sum + size, 0) +
      gzipSync(converter.join(''), { level: 9 }).length;
    console.log(`converter: ${(total / 1000).toFixed(1)} kB gzip`);
    expect(total).toBeLessThanOrEqual(6000);
    expect(total).toBeGreaterThan(500);
    await page.close();
  });
});

describe('compare', () => {
  it('shows two formats a topic at a time, and fetches only what is opened', async () => {
    const page = await openPage(browser, { viewport: { width: 1280, height: 900 } });
    const pages: string[] = [];
    page.on('request', (request) => pages.push(new URL(request.url()).pathname));
    await page.goto(site.origin + formats, { waitUntil: 'networkidle' });
    expect(pages.filter((path) => path === '/compare/url-shortener.json')).toHaveLength(1);
    expect(pages.filter((path) => path.startsWith('/designs/'))).toEqual([]);
    const row = page.locator('compare-view details', { hasText: 'Capacity' }).first();
    await row.locator('summary').focus();
    await page.keyboard.press('Enter');
    await row.locator('.side').nth(1).locator('data.figure').first().waitFor();
    expect(await row.locator('.side h3.section').allTextContents()).toEqual([
      '8) Capacity & scaling math (show your work)',
      '3. Capacity Planning & Back-of-Envelope Calculations',
    ]);
    const tops = await row
      .locator('.side')
      .evaluateAll((sides) => sides.map((side) => side.getBoundingClientRect().top));
    expect(tops[0]).toBe(tops[1]);
    await page.close();
  });

  it('opens one topic of two problems by its address, stacked on a phone', async () => {
    const page = await openPage(browser, { viewport: { width: 360, height: 700 } });
    await page.goto(site.origin + problems, { waitUntil: 'networkidle' });
    const sides = page.locator('compare-view .side');
    await sides.nth(1).locator('table').first().waitFor();
    const [a, b] = await sides.evaluateAll((all) =>
      all.map((side) => side.getBoundingClientRect()),
    );
    expect(b?.top).toBeGreaterThanOrEqual(a?.bottom ?? Infinity);
    const ids = await page.evaluate(() =>
      [...document.querySelectorAll('[id]')].map(({ id }) => id),
    );
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    await page.close();
  });

  it('keeps the choice in the address, and follows the way back', async () => {
    const page = await openPage(browser);
    await page.goto(`${site.origin}/compare/`);
    await page.selectOption('[name=b-format]', 'story');
    await page.selectOption('[name=topic]', 'api');
    await page.getByRole('button', { name: 'Compare', exact: true }).click();
    await page.locator('compare-view .side h3.section').nth(1).waitFor();
    const { search } = new URL(page.url());
    expect(search).toBe('?a=url-shortener/spoken&b=url-shortener/story&topic=api');
    await page.goBack();
    await page.locator('compare-view details').waitFor({ state: 'detached' });
    await page.goForward();
    await page.locator('compare-view .side h3.section').nth(1).waitFor();
    await page.close();
  });

  it('says what is wrong with an address, whatever it is', async () => {
    const page = await openPage(browser);
    const status = page.locator('compare-view [data-status]');
    const faults: string[] = [];
    page.on('pageerror', ({ message }) => faults.push(message));
    await page.goto(`${site.origin}/compare/?a=nothing/note&b=chat/note`);
    await expect.poll(() => status.textContent()).toContain('There is no problem “nothing”');
    await page.goto(`${site.origin}/compare/?a=chat/toString&b=chat/note`);
    await expect.poll(() => status.textContent()).toContain('does not say what to compare');
    await page.goto(`${site.origin}/compare/?a=chat/sung&b=chat/note`);
    await expect.poll(() => status.textContent()).toContain('is not worked out as “sung”');
    for (const value of hostileValues.filter(({ length }) => length < 200).slice(0, 60)) {
      const asked = new URLSearchParams({ a: value, b: 'chat/note', topic: value });
      await page.evaluate((search) => {
        history.pushState(null, '', `/compare/?${search}`);
        dispatchEvent(new PopStateEvent('popstate'));
      }, String(asked));
      await expect.poll(() => status.textContent()).toContain('does not say what to compare');
    }
    expect(faults).toEqual([]);
    await page.close();
  });

  it('says so without a script, and links to the pages', async () => {
    const page = await openPage(browser, { javaScriptEnabled: false });
    await page.goto(site.origin + formats);
    expect(await page.locator('compare-view noscript p').isVisible()).toBe(true);
    expect(await page.locator('compare-view form').isVisible()).toBe(false);
    expect(await page.locator('compare-view noscript a').count()).toBe(2);
    await page.close();
  });
});
