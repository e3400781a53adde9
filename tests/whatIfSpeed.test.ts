import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, openPage } from './support/browser.ts';
import { builtFiles, dist, type Site, serve } from './support/site.ts';

let browser: Browser;
let site: Site;

beforeAll(async () => {
  [browser, site] = await Promise.all([launch(), serve()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const problem = '/designs/url-shortener/';
const desktop = { viewport: { width: 1280, height: 900 } };

/** Opens a page with its panel. */
async function open(path: string): Promise<Page> {
  const page = await openPage(browser, desktop);
  await page.goto(site.origin + path);
  await page.locator('what-if > button').click();
  await page.locator('section.what-if').waitFor();
  return page;
}

describe('what-if', () => {
  it('works at most 160 ms for an answer and shifts nothing, with the CPU slowed four times', async () => {
    for (const path of [problem, '/designs/chat/dossier/02-capacity-estimation/']) {
      const page = await open(path);
      await page.evaluate(() => {
        const seen = { answers: [] as number[], shift: 0 };
        Object.assign(window, { seen });
        new PerformanceObserver((list) => {
          for (const { duration } of list.getEntries()) seen.answers.push(duration);
        }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as (PerformanceEntry & {
            value: number;
            hadRecentInput: boolean;
          })[]) {
            if (!entry.hadRecentInput) seen.shift += entry.value;
          }
        }).observe({ type: 'layout-shift' });
      });
      const session = await page.context().newCDPSession(page);
      // Time of the page's own thread: other programs on the machine do not count.
      await session.send('Performance.enable', { timeDomain: 'threadTicks' });
      await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
      const busy = async () => {
        const { metrics } = await session.send('Performance.getMetrics');
        return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
      };
      await page.locator('.inputs [type=range]').first().focus();
      const keys = 12;
      const before = await busy();
      for (let key = 0; key < keys; key += 1) {
        await page.keyboard.press(key % 3 === 2 ? 'ArrowRight' : 'ArrowLeft');
        // The next paint, well before figures out of sight follow.
        await page.evaluate(
          () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))),
        );
      }
      const each = ((await busy()) - before) / keys;
      for (const name of ['Undo', '×10', 'Undo']) {
        const button = page.getByRole('button', {
          name: new RegExp(`^${name},`),
          disabled: false,
        });
        await button.first().click();
      }
      await page.waitForTimeout(1500);
      const { answers, shift } = await page.evaluate(
        () => (window as unknown as { seen: { answers: number[]; shift: number } }).seen,
      );
      const figures = await page.locator('main [data-quantity]').count();
      console.log(
        `${path}: ${figures} figures, ${each.toFixed(0)} ms of work an answer, event timing up to ${Math.max(0, ...answers)} ms, median ${answers.sort((a, b) => a - b)[Math.floor(answers.length / 2)]} ms, shift ${shift}`,
      );
      expect(shift).toBe(0);
      // The goal is 100 ms from a touch to the next paint; this keeps it from getting worse.
      expect(each).toBeLessThanOrEqual(160);
      await page.close();
    }
  });

  it('takes at most 6.2 kB gzip of script, nearly all of it when it is opened', async () => {
    const page = await openPage(browser, desktop);
    const loaded: string[] = [];
    page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
    await page.goto(site.origin + problem, { waitUntil: 'networkidle' });
    const before = [...loaded];
    await page.locator('what-if > button').click();
    await page.locator('section.what-if').waitFor();
    const after = loaded.filter((path) => !before.includes(path));
    const weigh = async (path: string) =>
      gzipSync(await readFile(join(dist, path)), { level: 9 }).length;
    const listener = (await builtFiles('.js')).filter((path) => /\/WhatIf\.astro_/.test(path));
    // The page's other scripts may come in the meantime: those count that the listener names.
    const named = await readFile(join(dist, listener[0] ?? ''), 'utf8');
    const scripts = after.filter((path) => path.endsWith('.js') && named.includes(path.slice(1)));
    const sizes = await Promise.all([...listener, ...scripts].map(weigh));
    const total = sizes.reduce((sum, size) => sum + size, 0);
    const formulas = await weigh('/what-if/url-shortener.js');
    const data = await weigh('/what-if/url-shortener.json');
    console.log(`what-if: ${total} bytes of script, formulas ${formulas}, data ${data}, all gzip`);
    expect(listener).toHaveLength(1);
    expect(before.filter((path) => path.startsWith('/what-if/'))).toEqual([]);
    expect(scripts.length).toBeGreaterThan(0);
    // The goal is 6,000 with the formulas; this keeps it from growing.
    expect(total).toBeLessThanOrEqual(6200);
    await page.close();
  });
});
