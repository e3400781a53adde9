import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { launch } from '../support/browser.ts';
import { dist } from '../support/site.ts';
import {
  cut,
  type Host,
  kept,
  openPanel,
  startHost,
  waitForState,
  waitForWords,
} from './support.ts';

let browser: Browser;
let host: Host;
beforeAll(async () => {
  [browser, host] = await Promise.all([launch(), startHost()]);
});
beforeEach(() => {
  host.rootOf = () => dist;
});
afterAll(async () => {
  await browser?.close();
  await host?.close();
});

it('goes on from where the network was cut', async () => {
  const context = await browser.newContext();
  const page = await openPanel(context, host);
  let left = 400;
  host.rootOf = () => (left-- > 0 ? dist : undefined);
  await page.locator('offline-panel [data-save]').click();
  expect(await waitForState(page, 'stopped')).toMatch(
    /^Stopped: not everything could be fetched\. \d+ files are here already/,
  );
  const first = await kept(page);
  expect(first.workers).toBe(0);
  expect(first.files).toBeGreaterThan(300);

  // The attempt after a new visit, as after a night.
  host.rootOf = () => dist;
  await page.reload();
  await waitForWords(page, new RegExp(`^Not complete\\. ${first.files} files are here already`));
  // What the page itself loads at the first touch does not count.
  await page.locator('offline-panel [data-save]').hover();
  await page.waitForLoadState('networkidle');
  host.asked.length = 0;
  await page.locator('offline-panel [data-save]').click();
  await waitForState(page, 'saved');
  const { files } = await kept(page);
  const again = host.asked.filter((path) => !/offline-worker/.test(path)).length;
  expect(again).toBe(files - first.files);
  cut(host);
  await page.goto(`${host.origin}/topics/walkthrough/`);
  expect(await page.textContent('h1')).toBe('Walk-throughs');
  await context.close();
});

it('gives up what an attempt left, when asked to', async () => {
  const context = await browser.newContext();
  const page = await openPanel(context, host);
  host.rootOf = (path) => (path.startsWith('/topics/') ? undefined : dist);
  await page.locator('offline-panel [data-save]').click();
  await waitForState(page, 'stopped');
  await page.locator('offline-panel [data-remove]').click();
  await waitForState(page, 'removed');
  expect(await kept(page)).toEqual({ workers: 0, files: 0 });
  await context.close();
});

it('says so where the browser has no room', async () => {
  const context = await browser.newContext();
  const page = await openPanel(context, host);
  const session = await context.newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin: host.origin, quotaSize: 3e6 });
  await page.locator('offline-panel [data-save]').click();
  expect(await waitForState(page, 'stopped')).toMatch(
    /^The browser has no room left for this\. It needs \d\d\.\d MB\./,
  );
  await context.close();
});

it('says so where the browser cannot save sites', async () => {
  const context = await browser.newContext();
  await context.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'serviceWorker', { get: () => undefined });
    // As in private windows of some browsers, where it is not even there.
    Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
  });
  const page = await openPanel(context, host);
  expect(await waitForState(page, 'impossible')).toMatch(/cannot save sites/);
  expect(await page.locator('offline-panel button:visible').count()).toBe(0);
  await context.close();
});
