import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, openPage } from './support/browser.ts';
import { dist, pageKinds, type Site, serve } from './support/site.ts';

let browser: Browser;
let site: Site;

beforeAll(async () => {
  [browser, site] = await Promise.all([launch(), serve()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

/** What a page loads before anybody touches it. */
async function load(path: string) {
  const page = await openPage(browser);
  const addresses: URL[] = [];
  page.on('request', (request) => addresses.push(new URL(request.url())));
  await page.goto(site.origin + path, { waitUntil: 'networkidle' });
  await page.close();
  return addresses;
}

/** Kilobytes of a built file, gzipped at level 9, pages without their diagrams; fonts are as they are. */
async function weigh({ pathname }: URL): Promise<number> {
  const file = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
  const body = await readFile(join(dist, file));
  if (file.endsWith('.woff2')) return body.length / 1000;
  const text = body.toString('utf8').replace(/<figure class="diagram[\s\S]*?<\/figure>/g, '');
  return gzipSync(text, { level: 9 }).length / 1000;
}

describe('what a page loads', () => {
  it.each(Object.entries(pageKinds).filter(([kind]) => kind !== 'no such page'))(
    '%s comes from this origin alone, and nothing twice',
    async (_, path) => {
      const addresses = await load(path);
      expect(addresses.filter(({ origin }) => origin !== site.origin).map(String)).toEqual([]);
      const paths = addresses.map(({ pathname }) => pathname);
      expect(paths.filter((one, index) => paths.indexOf(one) !== index)).toEqual([]);
    },
  );

  it('is at most 40 kB for a design without its diagrams, and 70 kB of fonts', async () => {
    const addresses = await load(pageKinds.story);
    let [page, fonts] = [0, 0];
    for (const address of addresses) {
      if (address.pathname.endsWith('.woff2')) fonts += await weigh(address);
      else page += await weigh(address);
    }
    console.log(`story page: ${page.toFixed(1)} kB gzip, fonts ${fonts.toFixed(1)} kB`);
    expect(page).toBeLessThanOrEqual(40);
    expect(fonts).toBeLessThanOrEqual(70);
  });
});

describe('diagrams', () => {
  it('are there without a script of Mermaid', async () => {
    const addresses = await load(pageKinds.note);
    expect(addresses.filter(({ pathname }) => /mermaid|diagram|elk|dagre/i.test(pathname))).toEqual(
      [],
    );
    const page = await openPage(browser, { javaScriptEnabled: false });
    await page.goto(site.origin + pageKinds.note);
    expect(await page.locator('figure.diagram svg').count()).toBeGreaterThanOrEqual(5);
    await page.close();
  });
});

describe('layout', () => {
  const places = [
    ...Object.entries(pageKinds),
    ['an anchor below diagrams', `${pageKinds.note}#-13-interview-discussion-points`],
  ];

  it.each(places)('%s does not shift', async (_, path = '') => {
    const page = await openPage(browser, { viewport: { width: 1280, height: 800 } });
    await page.addInitScript(() => {
      Object.assign(window, { shift: 0 });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & {
          value: number;
          hadRecentInput: boolean;
        })[]) {
          if (!entry.hadRecentInput) (window as unknown as { shift: number }).shift += entry.value;
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(site.origin + path, {
      waitUntil: 'networkidle',
    });
    await page.waitForTimeout(100);
    expect(await page.evaluate(() => (window as unknown as { shift: number }).shift)).toBeLessThan(
      0.01,
    );
    await page.close();
  });
});
