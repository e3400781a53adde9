import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tuned } from '../search/golden.ts';
import { isAnswered, topThree } from '../search/support.ts';
import { violations } from '../access/axe.ts';
import { launch } from '../support/browser.ts';
import { watchClipboard } from '../support/clipboard.ts';
import { builtFiles, dist } from '../support/site.ts';
import {
  cut,
  fetchText,
  type Host,
  kept,
  openPanel,
  saveSite,
  startHost,
  waitForState,
  waitForWords,
} from './support.ts';

let browser: Browser;
/** One copy is saved and goes through all tests below, in their order. */
let host: Host;
let context: BrowserContext;
let page: Page;
let sectionsOnline: string;
beforeAll(async () => {
  [browser, host] = await Promise.all([launch(), startHost()]);
  context = await browser.newContext();
});
afterAll(async () => {
  await browser?.close();
  await host?.close();
});

const facetSearch = '/search/?q=idempotency&topic=api&format=dossier';

async function countSections(page: Page, origin: string): Promise<string> {
  await page.goto(origin + facetSearch);
  await page.locator('[data-status]', { hasText: /\d/ }).waitFor();
  return (await page.textContent('[data-status]')) ?? '';
}

it('before anybody asks registers no worker, keeps nothing and fetches nothing but sizes', async () => {
  page = await context.newPage();
  page.setDefaultTimeout(10_000);
  sectionsOnline = await countSections(page, host.origin);
  for (const path of ['/', '/designs/chat/note/', '/downloads/']) {
    await page.goto(host.origin + path, { waitUntil: 'networkidle' });
  }
  expect(await kept(page)).toEqual({ workers: 0, files: 0 });
  expect(host.asked.filter((path) => /offline|visit|worker/i.test(path))).toEqual([
    expect.stringMatching(/OfflinePanel/),
    '/offline.json',
  ]);
  expect(await waitForState(page, 'unsaved')).toBe('Not saved.');
  expect(await page.textContent('offline-panel [data-sizes]')).toMatch(
    /^\d,\d{3} files: \d\.\d MB to fetch, \d\d\.\d MB on the device\.$/,
  );
});

describe('saved, and the network cut', () => {
  beforeAll(async () => {
    await page.close();
    page = await saveSite(context, host);
    cut(host);
  });

  it('says when it was saved', async () => {
    expect(await page.textContent('offline-panel p[data-state]')).toMatch(
      /^Saved on \d+ \w+ \d{4}, up to date\.$/,
    );
    await page.reload();
    await waitForWords(page, /^Saved on .*not known without a network\.$/);
  });

  it('opens every page of the sitemap, byte for byte', async () => {
    const sitemap = await readFile(`${dist}sitemap-0.xml`, 'utf8');
    const paths = [...sitemap.matchAll(/<loc>([^<]+)/g)].map(
      ([, url = '']) => new URL(url).pathname,
    );
    expect(paths.length).toBeGreaterThan(200);
    const different: string[] = [];
    const queue = paths.values();
    const walk = async () => {
      const tab = await context.newPage();
      for (const path of queue) {
        const response = await tab.goto(host.origin + path, { waitUntil: 'commit' });
        const built = await readFile(`${dist}${path}index.html`);
        if (!response?.fromServiceWorker() || !built.equals(await response.body())) {
          different.push(path);
        }
      }
      await tab.close();
    };
    await Promise.all([walk(), walk(), walk()]);
    expect(different).toEqual([]);
  });

  it('has every prompt, every twin and every whiteboard', async () => {
    const files = [
      ...(await builtFiles('.txt')).filter((file) => file.startsWith('prompts/')),
      ...(await builtFiles('index.md')),
      ...(await builtFiles('.excalidraw')),
    ];
    expect(files.length).toBeGreaterThan(220);
    const different: string[] = [];
    for (const file of files) {
      if ((await fetchText(page, `/${file}`)) !== (await readFile(dist + file, 'utf8'))) {
        different.push(file);
      }
    }
    expect(different).toEqual([]);
  });

  it('answers the golden questions, facets included', async () => {
    const tab = await context.newPage();
    tab.setDefaultTimeout(10_000);
    expect(await countSections(tab, host.origin)).toBe(sectionsOnline);
    const missed: string[] = [];
    for (const golden of tuned) {
      if (!isAnswered(golden, await topThree(tab, host.origin, golden))) missed.push(golden.query);
    }
    expect(missed).toEqual([]);
    await tab.close();
  });

  it('shows a page with its fonts, styles, scripts and diagrams, and no request fails', async () => {
    const tab = await context.newPage();
    const failed: string[] = [];
    tab.on('requestfailed', (request) => failed.push(request.url()));
    await tab.goto(`${host.origin}/designs/chat/note/`, { waitUntil: 'networkidle' });
    expect(failed).toEqual([]);
    expect(await tab.locator('figure.diagram svg').count()).toBeGreaterThan(4);
    expect(await tab.evaluate(() => document.fonts.check('16px Inter'))).toBe(true);
    await tab.close();
  });

  it('copies a page, a section and a prompt', async () => {
    const tab = await context.newPage();
    const copied = await watchClipboard(tab);
    await tab.goto(`${host.origin}/designs/chat/spoken/`);
    await tab.locator('copy-page button').click();
    await expect.poll(copied).toMatch(/^---\n[\s\S]*## 1/);
    await tab.locator('.copy-section').first().click({ force: true });
    await expect.poll(copied).toMatch(/^#+ 1/);
    await tab.locator('copy-prompt button').first().click();
    await expect.poll(copied).toContain('chat');
    await tab.close();
  });

  it('checks an answer: its format, its arithmetic and its diagrams', async () => {
    const tab = await context.newPage();
    tab.setDefaultTimeout(20_000);
    const failed: string[] = [];
    tab.on('requestfailed', (request) => failed.push(request.url()));
    await tab.goto(`${host.origin}/check/`);
    await tab.locator('.tools [data-act=example]').click();
    await tab.locator('[data-state=report]').waitFor();
    expect(await tab.locator('button.jump').count()).toBeGreaterThan(2);
    const field = tab.locator('check-view textarea');
    const text = await field.inputValue();
    await field.fill(`${text}\n\n\`\`\`mermaid\nflowchart LR\n  a --> [[\n\`\`\`\n`);
    await tab.locator('.jump', { hasText: 'Mermaid cannot read this diagram' }).waitFor();
    expect(failed).toEqual([]);
    await tab.close();
  });

  it('says honestly what is not saved', async () => {
    const tab = await context.newPage();
    for (const path of ['/designs/nowhere/', '/downloads/obsidian.zip']) {
      await tab.goto(host.origin + path);
      expect(await tab.textContent('h1')).toBe('Not on this device');
    }
    await tab.getByRole('link', { name: 'All worked designs' }).click();
    expect(await tab.textContent('h1')).not.toBe('Not on this device');
    expect(await fetchText(tab, '/llms-full.txt')).toBeUndefined();
    await tab.close();
  });

  it('has nothing for axe to find', async () => {
    for (const path of ['/downloads/', '/designs/nowhere/']) {
      const tab = await context.newPage();
      await tab.goto(host.origin + path, { waitUntil: 'networkidle' });
      expect(await violations(tab)).toEqual([]);
      await tab.close();
    }
  });
});

describe('saved, and the network back', () => {
  it('takes downloads along by choice, and gives them up again', async () => {
    const { files: pagesAlone } = await kept(page);
    const choose = async () => {
      await page.locator('offline-panel [data-choice]').click();
      await page.locator('offline-panel [data-save]').click();
      // The page is loaded anew when the other worker has taken over.
      await page.waitForEvent('load');
      return waitForState(page, 'saved');
    };
    host.rootOf = () => dist;
    host.asked.length = 0;
    expect(await choose()).toMatch(/^Saved with downloads on /);
    expect(host.asked.filter((path) => path.startsWith('/designs/'))).toEqual([]);
    expect((await kept(page)).files).toBeGreaterThan(pagesAlone + 15);

    cut(host);
    const zip = await readFile(`${dist}downloads/obsidian.zip`);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('a[href$="obsidian.zip"]').click(),
    ]);
    expect(zip.equals(await readFile(await download.path()))).toBe(true);

    host.rootOf = () => dist;
    expect(await choose()).toMatch(/^Saved on /);
    await expect.poll(async () => (await kept(page)).files, { timeout: 10_000 }).toBe(pagesAlone);
  });

  it('is removed without a rest, and can be saved again', async () => {
    await page.locator('offline-panel [data-remove]').click();
    expect(await waitForState(page, 'removed')).toMatch(/keeps nothing/);
    // A page that the worker still serves must not bring anything back.
    await page.evaluate(() => fetch('/designs/chat/'));
    expect(await kept(page)).toEqual({ workers: 0, files: 0 });

    await page.locator('offline-panel [data-save]').click();
    await waitForState(page, 'saved');
    cut(host);
    await page.goto(`${host.origin}/designs/chat/`);
    expect(await page.textContent('h1')).toBe('Chat');

    const panel = await openPanel(context, host);
    await waitForState(panel, 'saved');
    await panel.locator('offline-panel [data-remove]').click();
    await waitForState(panel, 'removed');
    await panel.close();
    await page.close();
    const gone = await context.newPage();
    await expect(gone.goto(`${host.origin}/designs/chat/`)).rejects.toThrow();
  });
});
