import type { BrowserContext, Page } from 'playwright-core';
import { dist, type Root, type Site, serve } from '../support/site.ts';

/** A host that can be switched to another build, and cut. */
export interface Host extends Site {
  /** Where each path is served from; `undefined` breaks the connection off. */
  rootOf: Root;
  /** Paths that were asked for, in order. */
  asked: string[];
}

/** Starts a host of the built site. */
export async function startHost(): Promise<Host> {
  const asked: string[] = [];
  const site = await serve((path) => {
    asked.push(path);
    return host.rootOf(path);
  });
  const host: Host = { ...site, asked, rootOf: () => dist };
  return host;
}

/** Cuts the network: no request gets an answer any more. */
export function cut(host: Host): void {
  host.rootOf = () => undefined;
}

/** Opens the panel in a tab of its own. */
export async function openPanel(
  context: BrowserContext,
  { origin }: Pick<Host, 'origin'>,
): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(`${origin}/downloads/#offline`);
  return page;
}

/** Waits until the panel is in a state, and returns what it says. */
export async function waitForState(page: Page, state: string): Promise<string> {
  await page.locator(`offline-panel[data-state=${state}]`).waitFor({ timeout: 90_000 });
  return (await page.textContent('offline-panel p[data-state]')) ?? '';
}

/** Waits until the panel says something of a form. */
export async function waitForWords(page: Page, words: RegExp): Promise<void> {
  await page
    .locator('offline-panel p[data-state]', { hasText: words })
    .waitFor({ timeout: 90_000 });
}

/** Saves the site in a fresh context, and leaves the panel open. */
export async function saveSite(context: BrowserContext, host: Pick<Host, 'origin'>): Promise<Page> {
  const page = await openPanel(context, host);
  await page.locator('offline-panel [data-save]').click();
  await waitForWords(page, /up to date/);
  return page;
}

/** What the browser keeps of the site for offline use. */
export function kept(page: Page): Promise<{ workers: number; files: number }> {
  return page.evaluate(async () => {
    const registrations = await navigator.serviceWorker.getRegistrations();
    const caches_ = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
    const keys = await Promise.all(caches_.map((cache) => cache.keys()));
    return { workers: registrations.length, files: keys.flat().length };
  });
}

/** The text behind an address, as a page gets it; `undefined` where it gets none. */
export function fetchText(page: Page, path: string): Promise<string | undefined> {
  return page.evaluate(
    (address) =>
      fetch(address).then(
        (response) => response.text(),
        () => undefined,
      ),
    path,
  );
}
