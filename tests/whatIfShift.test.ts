import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openPage } from './support/browser.ts';
import { started } from './support/started.ts';

const { browser, site } = await started();

const widths = [360, 1280];
const changed = '?if=daily_users:2000000000,messages_per_user:200,peak_factor:8';
const pages = [
  '/designs/chat/',
  '/designs/chat/inputs/',
  '/designs/chat/spoken/',
  '/designs/chat/note/',
  '/designs/chat/dossier/02-capacity-estimation/',
];

/** A page that adds up how much moves, from the first paint on. */
async function openWatched(width: number): Promise<Page> {
  const page = await openPage(browser, { viewport: { width, height: 800 } });
  await page.addInitScript(() => {
    const moved = { always: 0, unasked: 0, what: [] as string[] };
    Object.assign(window, { moved });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
        sources: { node?: Node }[];
      })[]) {
        moved.always += entry.value;
        if (!entry.hadRecentInput) moved.unasked += entry.value;
        moved.what.push(...entry.sources.map(({ node }) => node?.nodeName ?? ''));
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return page;
}

const movedOn = (page: Page) =>
  page.evaluate(
    () =>
      (window as unknown as { moved: { always: number; unasked: number; what: string[] } }).moved,
  );

// Pages wait more than they work: several at a time.
describe.concurrent.each(widths)('at %i pixels', (width) => {
  it.each(pages)('nothing moves when one arrives at %s with changed inputs', async (path) => {
    const page = await openWatched(width);
    await page.goto(site.origin + path + changed);
    await page.locator('section.what-if').waitFor();
    await page.locator('.what-if [role=status]', { hasText: /Figures changed: [1-9]/ }).waitFor();
    await page.waitForTimeout(500);
    expect(await page.locator('main').isVisible()).toBe(true);
    expect(await page.locator('main [data-changed]').count()).toBeGreaterThan(0);
    // Counted whether or not the browser would excuse it.
    expect(await movedOn(page)).toEqual({ always: 0, unasked: 0, what: [] });
    await page.close();
  });

  it.each(pages)('nothing moves unasked when numbers change on %s', async (path) => {
    const page = await openWatched(width);
    await page.goto(site.origin + path);
    await page.locator('what-if > button').click();
    await page.locator('section.what-if').waitFor();
    const slider = page.locator('.what-if [type=range]').first();
    await slider.press('PageUp');
    await page.waitForTimeout(900);
    const box = await slider.boundingBox();
    if (box === null) throw new Error('the slider is not on the page');
    const [left, middle] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(left, middle);
    await page.mouse.down();
    for (let step = 1; step <= 12; step += 1) {
      await page.mouse.move(left + 6 * step, middle);
      await page.waitForTimeout(60);
    }
    await page.mouse.up();
    await page.waitForTimeout(900);
    for (const name of ['Undo', '×10']) {
      const button = page.getByRole('button', { name: new RegExp(`^${name},`), disabled: false });
      await button.first().click();
      await page.waitForTimeout(900);
    }
    expect(await page.locator('main [data-changed]').count()).toBeGreaterThan(0);
    const { unasked, what } = await movedOn(page);
    expect({ unasked, what: unasked === 0 ? [] : what }).toEqual({ unasked: 0, what: [] });
    await page.close();
  });
});

it('shows the page as it was built when what-if cannot be fetched on arrival', async () => {
  const page = await openPage(browser, { viewport: { width: 1280, height: 800 } });
  await page.route('**/what-if/chat.json', (route) => route.abort());
  await page.goto(`${site.origin}/designs/chat/${changed}`);
  await page.getByText('Could not be loaded. Try again when you are online.').waitFor();
  expect(await page.locator('main h2').first().isVisible()).toBe(true);
  await page.unroute('**/what-if/chat.json');
  await page.locator('what-if > button').click();
  await page.locator('section.what-if').waitFor();
  expect(await page.getByText('Could not be loaded.').isVisible()).toBe(false);
  await page.close();
});

it('shows the page soon even if the script itself never comes', async () => {
  const page = await openPage(browser, { viewport: { width: 1280, height: 800 } });
  await page.route('**/*.js', (route) => route.abort());
  await page.goto(`${site.origin}/designs/chat/${changed}`);
  await expect
    .poll(() => page.locator('main h2').first().isVisible(), { timeout: 5000 })
    .toBe(true);
  await page.close();
});
