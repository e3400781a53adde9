import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openPage } from './support/browser.ts';
import { builtFiles, pageKinds } from './support/site.ts';
import { type Weight, weigh } from './support/weight.ts';
import { started } from './support/started.ts';

const { browser, site } = await started();

/** What a page loads before anybody touches it. */
async function load(path: string) {
  const page = await openPage(browser);
  const addresses: URL[] = [];
  page.on('request', (request) => addresses.push(new URL(request.url())));
  await page.goto(site.origin + path, { waitUntil: 'networkidle' });
  await page.close();
  return addresses;
}

/** Runs in the page: adds up how far it shifts by itself. */
function observeShifts(): void {
  Object.assign(window, { shift: 0 });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      value: number;
      hadRecentInput: boolean;
    })[]) {
      if (!entry.hadRecentInput) (window as unknown as { shift: number }).shift += entry.value;
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

const shiftOf = (page: Page) => page.evaluate(() => (window as unknown as { shift: number }).shift);

// Pages wait more than they work: several at a time.
describe.concurrent('what a page loads', () => {
  it.each(Object.entries(pageKinds).filter(([kind]) => kind !== 'no such page'))(
    '%s comes from this origin alone, and nothing twice',
    async (_, path) => {
      const addresses = await load(path);
      expect(addresses.filter(({ origin }) => origin !== site.origin).map(String)).toEqual([]);
      const paths = addresses.map(({ pathname }) => pathname);
      expect(paths.filter((one, index) => paths.indexOf(one) !== index)).toEqual([]);
    },
  );

  it('is what its markup says', async () => {
    const requested = new Set((await load(pageKinds.note)).map(({ pathname }) => pathname));
    requested.delete('/favicon.svg');
    const { files } = await weigh(pageKinds.note);
    // Fonts of whiteboards come when their letters are met.
    const drawn = [...requested].filter((path) => /excalifont/.test(path));
    expect([...requested].sort()).toEqual([...files, ...drawn].sort());
  });
});

describe('the weight of a design', async () => {
  const pages = (await builtFiles('index.html'))
    .filter((file) => /^designs\/[^/]+\//.test(file))
    .map((file) => `/${file.replace(/index\.html$/, '')}`);
  const weights = await Promise.all(
    pages.map(async (address) => ({ address, weight: await weigh(address) })),
  );
  const page = ({ html, css, script }: Weight) => html + css + script;

  it('is at most 35 kB, 8 kB of it script, and 70 kB of fonts, on every page', () => {
    const heaviest = [...weights].sort((a, b) => page(b.weight) - page(a.weight));
    const rows = heaviest.slice(0, 12).map(({ address, weight }) => {
      const { html, css, script, fonts } = weight;
      const numbers = [html, css, script, page(weight), fonts].map((kB) =>
        kB.toFixed(1).padStart(7),
      );
      return `${numbers.join('')}  ${address}`;
    });
    console.log(
      [
        `The heaviest of ${pages.length} pages, in kB`,
        '   html    css script  whole  fonts',
        ...rows,
      ].join('\n'),
    );
    expect(pages.length).toBeGreaterThan(60);
    const over = weights.filter(
      ({ weight }) => page(weight) > 35 || weight.script > 8 || weight.fonts > 70,
    );
    expect(over.map(({ address }) => address)).toEqual([]);
  });
});

describe('diagrams', () => {
  it('are there without a script of Mermaid', async () => {
    const addresses = await load(pageKinds.note);
    // The name alone: what a bundler hangs on it is made of the content and may spell anything.
    const names = addresses.map(({ pathname }) => pathname.replace(/\.[^./]+(?=\.js$)/, ''));
    expect(names.filter((name) => /mermaid|diagram|elk|dagre/i.test(name))).toEqual([]);
    const page = await openPage(browser, { javaScriptEnabled: false });
    await page.goto(site.origin + pageKinds.note);
    expect(await page.locator('figure.diagram svg').count()).toBeGreaterThanOrEqual(5);
    await page.close();
  });
});

describe.concurrent('layout', () => {
  const places = [
    ...Object.entries(pageKinds),
    ['an anchor below diagrams', `${pageKinds.note}#-13-interview-discussion-points`],
  ];

  /** How far a page shifts by itself on screens of some widths; its fonts come late by some milliseconds. */
  function shiftsOf(path: string, widths: number[], lateness: number): Promise<number[]> {
    return Promise.all(
      widths.map(async (width) => {
        const page = await openPage(browser, { viewport: { width, height: 800 } });
        await page.addInitScript(observeShifts);
        await page.route('**/*.woff2', async (route) => {
          await new Promise((resolve) => setTimeout(resolve, lateness));
          await route.continue();
        });
        await page.goto(site.origin + path, { waitUntil: 'networkidle' });
        await page.evaluate(() => document.fonts.ready);
        await page.waitForTimeout(100);
        const shift = await shiftOf(page);
        await page.close();
        return shift;
      }),
    );
  }

  it.each(places)('%s does not shift', async (_, path = '') => {
    expect(await shiftsOf(path, [1280], 0)).toEqual([0]);
  });

  it.each(places)('%s does not shift when its fonts come late', async (_, path = '') => {
    expect(await shiftsOf(path, [1280, 360], 700)).toEqual([0, 0]);
  });
});
