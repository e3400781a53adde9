import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeOffline } from '../../src/offline/writeOffline.ts';
import { launch } from '../support/browser.ts';
import { builtFiles, dist } from '../support/site.ts';
import {
  cut,
  fetchText,
  type Host,
  kept,
  saveSite,
  startHost,
  waitForState,
  waitForWords,
} from './support.ts';

const mark = 'the second build';
const changedPages = ['/guide/', '/designs/chat/', '/designs/chat/note/', '/search/'];

let browser: Browser;
let host: Host;
/** A second build: some pages and twins changed, one script under another name. */
let second: string;
let oldScript = '';

beforeAll(async () => {
  [browser, host] = await Promise.all([launch(), startHost()]);
  second = `${await mkdtemp(join(tmpdir(), 'second-build-'))}/`;
  await cp(dist, second, { recursive: true });
  const scripts = new Map<string, string>();
  for (const name of await readdir(`${second}_astro`)) {
    if (name.endsWith('.js')) scripts.set(name, await readFile(`${second}_astro/${name}`, 'utf8'));
  }
  // The one that the search asks for when it is opened, and all that name it: names come of contents.
  const [view] = [...scripts].find(([, text]) => /define\(.search-view./.test(text)) ?? [];
  oldScript = view ?? '';
  const renamed = [oldScript];
  for (const old of renamed) {
    for (const [name, text] of scripts) {
      if (text.includes(old) && !renamed.includes(name)) renamed.push(name);
    }
  }
  const newName = (old: string) => old.replace(/\.js$/, '2.js');
  for (const file of [...(await builtFiles('.html')), ...(await builtFiles('.js'))]) {
    if (file === 'offline-worker.js') continue;
    const text = await readFile(second + file, 'utf8');
    const changed = renamed.reduce((all, old) => all.replaceAll(old, newName(old)), text);
    if (changed !== text) await writeFile(second + file, changed);
  }
  for (const old of renamed) {
    await rename(`${second}_astro/${old}`, `${second}_astro/${newName(old)}`);
  }
  for (const path of changedPages) {
    for (const file of ['index.html', 'index.md']) {
      const text = await readFile(second + path.slice(1) + file, 'utf8');
      const changed = text.replace('</h1>', ` ${mark}</h1>`).replace(/^# .*/m, `$& ${mark}`);
      await writeFile(second + path.slice(1) + file, changed);
    }
  }
  await writeOffline(pathToFileURL(second));
});
afterAll(async () => {
  await browser?.close();
  await host?.close();
  await rm(second, { recursive: true, force: true });
});

/** Which build the page on screen, its twin and the changed pages come from, as this tab gets them. */
async function buildsSeen(page: Page): Promise<Set<string>> {
  const texts = await Promise.all(
    changedPages.flatMap((path) => [fetchText(page, path), fetchText(page, `${path}index.md`)]),
  );
  const isOf = (text: string | undefined) => (text?.includes(mark) ? 'second' : 'first');
  return new Set(texts.map(isOf));
}

it('an open tab stays with its build; the next visit is of the next one alone', async () => {
  host.rootOf = () => dist;
  const context = await browser.newContext();
  const panel = await saveSite(context, host);
  const reading = await context.newPage();
  await reading.goto(`${host.origin}/designs/chat/`);

  // The second build is deployed, and fetched while the tab is open.
  host.rootOf = () => second;
  await panel.reload();
  expect(await waitForState(panel, 'ready')).toMatch(/used once all other tabs of this site/);
  expect(await buildsSeen(reading)).toEqual(new Set(['first']));
  // What the tab loads only now is of its build as well, though the host has it no more.
  await reading.keyboard.press('/');
  await reading.keyboard.type('partition key');
  await reading.locator('dialog [data-hits] a').first().waitFor();
  const scripts = await reading.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => name),
  );
  expect(scripts.some((name) => name.endsWith(oldScript))).toBe(true);
  await reading.goto(`${host.origin}/guide/`);
  expect(await reading.textContent('h1')).not.toContain(mark);

  // With the other tab closed, the next page is the next visit.
  await panel.close();
  await reading.goto(`${host.origin}/designs/chat/`);
  await expect
    .poll(() => reading.textContent('h1').catch(() => ''), { timeout: 10_000 })
    .toContain(mark);
  expect(await buildsSeen(reading)).toEqual(new Set(['second']));

  cut(host);
  await reading.goto(`${host.origin}/search/?q=partition+key`);
  await reading.locator('[data-hits] a').first().waitFor();
  expect(await buildsSeen(reading)).toEqual(new Set(['second']));
  expect(await fetchText(reading, `/_astro/${oldScript}`)).toBeUndefined();
  const sizes = JSON.parse(await readFile(`${second}offline.json`, 'utf8'));
  expect((await kept(reading)).files).toBe(sizes.site.files + 1);
  await context.close();
});

it('is there on the first page of a visit when all tabs had been closed', async () => {
  host.rootOf = () => dist;
  const context = await browser.newContext();
  const panel = await saveSite(context, host);
  const reading = await context.newPage();
  await reading.goto(`${host.origin}/guide/`);
  host.rootOf = () => second;
  await panel.reload();
  await waitForState(panel, 'ready');
  await panel.close();
  await reading.close();
  cut(host);
  const next = await context.newPage();
  await next.goto(`${host.origin}/guide/`);
  expect(await next.textContent('h1')).toContain(mark);
  await context.close();
});

it('a host that is half updated changes nothing', async () => {
  host.rootOf = () => dist;
  const context = await browser.newContext();
  const panel = await saveSite(context, host);
  // The list is new, and one page behind it is not.
  host.rootOf = (path) => (path === '/guide/' ? dist : second);
  await panel.reload();
  expect(await waitForState(panel, 'stopped')).toMatch(/What was saved before still works\.$/);
  expect(await buildsSeen(panel)).toEqual(new Set(['first']));
  host.rootOf = () => second;
  await panel.reload();
  await waitForWords(panel, /up to date/);
  expect(await buildsSeen(panel)).toEqual(new Set(['second']));
  await context.close();
});
