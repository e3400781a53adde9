import type { Browser } from 'playwright-core';
import type { Weight } from '../../src/schemas/bench.ts';
import { openPage } from '../../tests/support/browser.ts';
import { record, slow4G, type Traffic } from '../../tests/support/traffic.ts';

/** How a page is shown to somebody with a slow phone. */
export interface PageLoad {
  weight: Weight;
  lcp: number;
  tbt: number;
  cls: number;
}

interface Observed {
  lcp: number;
  fcp: number;
  cls: number;
  long: { start: number; duration: number }[];
}

/** Loads a page with nothing kept, on Slow 4G with the processor slowed four times. */
export async function loadPage(browser: Browser, address: string): Promise<PageLoad> {
  const page = await openPage(browser, {
    viewport: { width: 412, height: 823 },
    deviceScaleFactor: 1.75,
  });
  try {
    page.setDefaultTimeout(60_000);
    const session = await page.context().newCDPSession(page);
    const traffic = await record(session);
    await session.send('Network.emulateNetworkConditions', slow4G);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await page.addInitScript(observe);
    await page.goto(address, { waitUntil: 'networkidle' });
    await page.waitForTimeout(500);
    const seen = await page.evaluate(() => (window as unknown as { seen: Observed }).seen);
    const blocking = seen.long
      .filter(({ start, duration }) => start + duration > seen.fcp)
      .reduce((sum, { duration }) => sum + Math.max(0, duration - 50), 0);
    return {
      weight: weigh(traffic),
      lcp: Math.round(seen.lcp),
      tbt: Math.round(blocking),
      cls: Number(seen.cls.toFixed(4)),
    };
  } finally {
    await page.close();
  }
}

/** Runs in the page, before anything else of it. */
function observe(): void {
  const seen: Observed = { lcp: 0, fcp: 0, cls: 0, long: [] };
  Object.assign(window, { seen });
  const watch = (type: string, each: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) each(entry);
    }).observe({ type, buffered: true });
  watch('largest-contentful-paint', ({ startTime }) => {
    seen.lcp = startTime;
  });
  watch('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') seen.fcp = startTime;
  });
  watch('layout-shift', (entry) => {
    const { value, hadRecentInput } = entry as PerformanceEntry & {
      value: number;
      hadRecentInput: boolean;
    };
    if (!hadRecentInput) seen.cls += value;
  });
  watch('longtask', ({ startTime, duration }) => {
    seen.long.push({ start: startTime, duration });
  });
}

/** Sums what came over the wire by kind. */
export function weigh({ requests }: Traffic): Weight {
  const kinds: Record<string, keyof Weight> = {
    Document: 'html',
    Stylesheet: 'css',
    Script: 'script',
    Font: 'font',
  };
  const weight: Weight = { html: 0, css: 0, script: 0, font: 0, other: 0 };
  for (const { type, bytes, url } of requests) {
    // Modules that a page preloads are told to DevTools as something else.
    const kind = /\.m?js(?:\?|$)/.test(url) ? 'script' : (kinds[type] ?? 'other');
    weight[kind] += Math.round(bytes);
  }
  return weight;
}

/** The middle one of several loads, by the time of its largest paint. */
export function middle(loads: readonly PageLoad[]): PageLoad {
  const found = [...loads].sort((a, b) => a.lcp - b.lcp)[Math.floor(loads.length / 2)];
  if (found === undefined) throw new Error('no page was loaded');
  return found;
}
