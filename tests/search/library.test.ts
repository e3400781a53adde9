import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listSavedFiles } from '../../src/offline/savedFiles.ts';
import { problemsAtOnce } from '../../src/search/shelves/scope.ts';
import { launch } from '../support/browser.ts';
import { builtFiles, dist, type Site, serve } from '../support/site.ts';
import { type MadeLibrary, madeRecords, makeLibrary, problemCount } from './library.ts';
import { hits, openSearch, total } from './support.ts';

let browser: Browser;
let site: Site;
let library: MadeLibrary;
beforeAll(async () => {
  [browser, library] = await Promise.all([launch(), makeLibrary()]);
  // The site as it is, with an index of many problems.
  site = await serve((path) => (path.startsWith('/pagefind/') ? library.folder : dist));
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
  await library?.remove();
});

const open = (query?: string) => openSearch(browser, site.origin, query);
const status = (page: Page) => page.locator('[data-status]');
const groups = (page: Page) =>
  page
    .locator('[data-group]')
    .evaluateAll((all) => all.map((group) => (group as HTMLElement).dataset['group'] ?? ''));
const problems = async (page: Page) => (await groups(page)).filter((id) => id !== '');

describe('a search of many problems', () => {
  it('finds what stands on several shelves, and what belongs to no problem', async () => {
    const page = await open('?q=quorum');
    await hits(page).first().waitFor();
    expect((await groups(page)).sort()).toEqual(['', 'problem-11', 'problem-3']);
    expect(await status(page).textContent()).toBe('3 sections');
    expect(await page.locator('[data-problems]').count()).toBe(0);
    expect(await page.locator('[data-hits] mark').allTextContents()).toContain('quorum');
    await page.close();
  });

  it('finds what it is called elsewhere, its beginning, and a word of one problem alone', async () => {
    const page = await open('?q=majority');
    for (const [text, found] of [
      ['majority', ['', 'problem-11', 'problem-3']],
      ['sexta', ['problem-7']],
      ['problem 12', ['problem-12']],
    ] as const) {
      await page.goto(`${site.origin}/search/?q=${text}`);
      await hits(page).first().waitFor();
      expect(await groups(page)).toEqual(expect.arrayContaining([...found]));
    }
    expect((await problems(page))[0]).toBe('problem-12');
    await page.close();
  });

  it('fetches the likeliest shelves only, and says so', async () => {
    const page = await browser.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(`${site.origin}/search/?q=cache`);
    await hits(page).first().waitFor();
    expect(await status(page).textContent()).toBe(
      `${problemsAtOnce} sections in the ${problemsAtOnce} likeliest of ${problemCount} problems`,
    );
    // Those that say it most, and the one for what belongs to no problem.
    expect(asked.filter((path) => path.endsWith('/shelf.json'))).toHaveLength(problemsAtOnce + 1);
    expect((await problems(page)).sort()).toEqual(
      ['problem-10', 'problem-11', 'problem-12', 'problem-13', 'problem-14'].sort(),
    );
    await page.close();
  });

  it('looks at more problems where it is asked to, by keyboard', async () => {
    const page = await open('?q=cache');
    const button = page.locator('[data-problems]');
    await button.waitFor();
    const first = await problems(page);
    await button.focus();
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await problems(page)).length).toBe(2 * problemsAtOnce);
    // What was there stays where it was; the cursor goes to what is new.
    expect((await problems(page)).slice(0, first.length).sort()).toEqual([...first].sort());
    const focused = await page.evaluate(
      () => document.activeElement?.closest<HTMLElement>('[data-group]')?.dataset['group'],
    );
    expect(focused).toBe((await problems(page))[problemsAtOnce]);
    expect(await status(page).textContent()).toContain(`the ${2 * problemsAtOnce} likeliest of`);
    await button.click();
    await expect.poll(async () => (await problems(page)).length).toBe(problemCount);
    expect(await status(page).textContent()).toBe(`${problemCount} sections`);
    expect(await button.count()).toBe(0);
    // Another search begins anew.
    await page.fill('main input[type=search]', 'caching');
    await expect.poll(async () => (await problems(page)).length).toBe(problemsAtOnce);
    await page.close();
  });

  it('takes a word that nobody knows for one that is near', async () => {
    const page = await open('?q=quorrum');
    await hits(page).first().waitFor();
    expect(await status(page).textContent()).toContain('“quorrum”. Searched for quorum');
    await page.goto(`${site.origin}/search/?q=zzzzqqqq`);
    await status(page).filter({ hasText: 'Nothing found.' }).waitFor();
    await page.close();
  });
});

describe('facets of many problems', () => {
  it('stand there with the counts of all sections before anything is searched', async () => {
    const page = await open();
    const count = page.locator('[data-facet=format] label:has(input[value=spoken]) .count');
    expect(await count.textContent()).toBe(
      String(madeRecords.filter(({ facets }) => facets.format !== undefined).length),
    );
    expect(await page.locator('[data-facet=problem]').isVisible()).toBe(false);
    await page.close();
  });

  it('list the problems that were found, by title, and narrow to those that are chosen', async () => {
    const page = await open('?q=quorum');
    await hits(page).first().waitFor();
    const menu = page.locator('[data-facet=problem]');
    await menu.evaluate((details: HTMLDetailsElement) => {
      details.open = true;
    });
    const listed = await menu.locator('label:visible').allTextContents();
    expect(listed).toEqual(['Problem 111', 'Problem 31']);
    await menu.locator('input[value=problem-3]').check();
    await page.waitForURL('**/search/?q=quorum&problem=problem-3');
    await expect.poll(() => total(page)).toBe(1);
    expect(await groups(page)).toEqual(['problem-3']);
    await page.close();
  });

  it('open a problem that is chosen, however unlikely, and say nothing of others', async () => {
    const page = await open('?q=cache&problem=problem-1');
    await hits(page).first().waitFor();
    expect(await groups(page)).toEqual(['problem-1']);
    expect(await status(page).textContent()).toMatch(/^1 section(?! in)/);
    await page.close();
  });

  it('work without words', async () => {
    const page = await open('?component=kafka');
    await hits(page).first().waitFor();
    expect(await problems(page)).toEqual(['problem-2', 'problem-9']);
    await page.goto(`${site.origin}/search/?level=staff`);
    await hits(page).first().waitFor();
    expect(await status(page).textContent()).toContain(
      `in the first ${problemsAtOnce} of 7 problems`,
    );
    await page.close();
  });

  it('that leave nothing can be taken away', async () => {
    const page = await open('?q=sextant&component=kafka');
    await page.locator('[data-near] [data-clear]').click();
    await hits(page).first().waitFor();
    expect(await groups(page)).toEqual(['problem-7']);
    await page.close();
  });
});

describe('the files of many problems', () => {
  it('are saved for offline, those that never change by name alone', async () => {
    const saved = await listSavedFiles(pathToFileURL(`${library.folder}/`));
    expect(saved.map(({ url }) => url)).toEqual(await builtFiles('', library.folder));
    const checked = saved.filter(({ integrity }) => integrity !== undefined);
    expect(checked.map(({ url }) => url)).toEqual([
      'pagefind/pagefind.js',
      'pagefind/start.json',
      'pagefind/wasm.en.pagefind',
    ]);
  });

  it('are the same each time', async () => {
    const again = await makeLibrary();
    try {
      const digests = async (folder: string) =>
        (await listSavedFiles(pathToFileURL(`${folder}/`))).map(({ url, disk, integrity }) => [
          url,
          disk,
          integrity,
        ]);
      expect(await digests(again.folder)).toEqual(await digests(library.folder));
    } finally {
      await again.remove();
    }
  });
});
