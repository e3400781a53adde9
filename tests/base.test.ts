import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, openPage } from './support/browser.ts';
import { watchClipboard } from './support/clipboard.ts';
import { brokenLinks, readPages } from './support/links.ts';
import { builtFiles, type Site, serve } from './support/site.ts';

const run = promisify(execFile);
const root = new URL('..', import.meta.url).pathname;
// It begins like a folder of the site, so that a careless cut of the base shows.
const place = { origin: 'https://host.example', base: '/designs-base/' };
const folder = join(root, 'test-results', place.base);
const isRemote = /^https?:/;

let browser: Browser;
let site: Site;

/** Runs a script of the project for a site at `base`. */
async function runFor(base: string, ...script: string[]): Promise<void> {
  await run(process.execPath, script, {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      VITEST: '',
      // Vitest's own base, which Astro would take for the site's.
      BASE_URL: undefined,
      BASE_PATH: base,
      SITE_ORIGIN: place.origin,
    },
    maxBuffer: 64 * 1024 * 1024,
  });
}

beforeAll(async () => {
  await rm(folder, { recursive: true, force: true });
  try {
    await runFor(place.base, 'scripts/build-prompts.ts');
    await runFor(place.base, 'node_modules/astro/bin/astro.mjs', 'build', '--outDir', folder);
  } finally {
    await runFor('/', 'scripts/build-prompts.ts');
  }
  [browser, site] = await Promise.all([launch(), serve(folder, place.base)]);
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await site?.close();
  await rm(folder, { recursive: true, force: true });
});

const read = (path: string) => readFile(join(folder, path), 'utf8');

/** Whether a path on the host is a file of the site. */
async function holds(path: string): Promise<boolean> {
  if (!path.startsWith(place.base)) return false;
  const file = path.slice(place.base.length).replace(/[?#].*$/, '');
  const index = file === '' || file.endsWith('/') ? `${file}index.html` : file;
  return read(index).then(
    () => true,
    () => false,
  );
}

/** Those of some addresses, full or from the host's root, that lead nowhere. */
async function lost(addresses: Iterable<string>): Promise<string[]> {
  const checked = [...new Set(addresses)].map(async (address) => {
    if (isRemote.test(address) && !address.startsWith(`${place.origin}/`)) return [];
    return (await holds(address.replace(place.origin, ''))) ? [] : [address];
  });
  return (await Promise.all(checked)).flat();
}

describe('a site under another base', () => {
  it('has no broken link or anchor in its pages', async () => {
    const pages = await readPages(folder);
    expect(pages.size).toBeGreaterThan(20);
    expect(await brokenLinks(folder, pages, place)).toEqual([]);
  });

  it('has no broken address in its styles', async () => {
    const styles = await Promise.all((await builtFiles('.css', folder)).map(read));
    const found = styles.flatMap((css) =>
      [...css.matchAll(/url\(["']?(\/[^"')]+)/g)].map(([, url = '']) => url),
    );
    expect(found.length).toBeGreaterThan(0);
    expect(await lost(found)).toEqual([]);
  });

  it('has no broken link in its Markdown, nor in what is made for language models', async () => {
    const files = [
      ...(await builtFiles('index.md', folder)),
      ...(await builtFiles('.txt', folder)),
    ];
    const texts = await Promise.all(files.filter((file) => !file.startsWith('prompts/')).map(read));
    const found = texts.flatMap((text) => [
      ...[...text.matchAll(/\]\((\/[^)\s]*)/g)].map(([, url = '']) => url),
      ...[...text.matchAll(/https:\/\/host\.example[^\s)]*\w\/?/g)].map(([url]) => url),
    ]);
    expect(found.length).toBeGreaterThan(100);
    expect(await lost(found)).toEqual([]);
  });

  it('has no broken address in its JSON and its site map', async () => {
    const prompts: { url: string }[] = JSON.parse(await read('prompts/index.json'));
    const maps = await Promise.all((await builtFiles('.xml', folder)).map(read));
    const locations = maps.join('').matchAll(/<loc>([^<]*)<\/loc>/g);
    expect(prompts).toHaveLength(5);
    const found = [...prompts.map(({ url }) => url), ...[...locations].map(([, url = '']) => url)];
    expect(await lost(found)).toEqual([]);
  });
});

/** Opens a page and notes what it asks for in vain. */
async function open(path: string): Promise<{ page: Page; failed: string[] }> {
  const page = await openPage(browser);
  const failed: string[] = [];
  page.on('response', (response) => {
    if (response.status() >= 400) failed.push(response.url());
  });
  await watchClipboard(page);
  await page.goto(site.origin + place.base + path);
  return { page, failed };
}

/** What was copied last. */
async function copied(page: Page): Promise<string> {
  await page.waitForFunction(() => 'copied' in window);
  return page.evaluate(() => String((window as { copied?: string }).copied));
}

describe('scripts under another base', () => {
  it('search, and lead to what was found', async () => {
    const { page, failed } = await open('');
    await page.keyboard.press('/');
    await page.keyboard.type('partition key');
    const hit = page.locator('dialog [data-hits] a').first();
    await hit.waitFor();
    await hit.click();
    await page.waitForURL(/#/);
    const { pathname, hash } = new URL(page.url());
    expect(pathname.startsWith(place.base)).toBe(true);
    expect(await page.locator(`[id="${decodeURIComponent(hash.slice(1))}"]`).count()).toBe(1);
    expect(failed).toEqual([]);
    await page.close();
  });

  it('copy a page, a section and a prompt', async () => {
    const { page, failed } = await open('designs/url-shortener/spoken/');
    await page.locator('copy-page button').click();
    expect(await copied(page)).toContain('# URL shortener');
    await page.locator('copy-prompt button').click();
    await page.waitForFunction(
      () => !String((window as { copied?: string }).copied).startsWith('#'),
    );
    expect(failed).toEqual([]);
    await page.close();
  });

  it('switch the format and stay at the topic', async () => {
    const { page, failed } = await open('designs/url-shortener/spoken/');
    const heading = page.locator('h2', { hasText: '8) Capacity' });
    await heading.evaluate((element) => element.scrollIntoView({ block: 'start' }));
    await page.locator('format-switch a', { hasText: 'Obsidian note' }).click();
    await page.waitForURL(/designs-base\/designs\/url-shortener\/note\/#/);
    expect(failed).toEqual([]);
    await page.close();
  });

  it('compare two designs', async () => {
    const { page, failed } = await open('compare/?a=chat/spoken&b=chat/note&topic=caching');
    await page.locator('compare-view .sl-markdown-content p').first().waitFor();
    const links = await page
      .locator('compare-view h3 a')
      .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).pathname));
    expect(links.length).toBeGreaterThan(1);
    expect(await lost(links)).toEqual([]);
    expect(failed).toEqual([]);
    await page.close();
  });
});
