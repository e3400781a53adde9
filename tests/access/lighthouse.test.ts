import { createServer } from 'node:net';
import lighthouse from 'lighthouse';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveCompressed } from '../support/compressedSite.ts';
import { browserArguments, chromePath } from '../support/browser.ts';
import { pageKinds, type Site } from '../support/site.ts';

let browser: Browser;
let site: Site;
let port: number;

beforeAll(async () => {
  [site, port] = await Promise.all([serveCompressed(), freePort()]);
  browser = await chromium.launch({
    executablePath: await chromePath(),
    args: [...browserArguments, `--remote-debugging-port=${port}`],
  });
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

const full = { performance: 100, accessibility: 100, 'best-practices': 100, seo: 100 };

/** A busy machine can make a page look slow; it never makes a slow page look fast. */
const runs = 3;

/** Points by category, and what cost points. */
async function score(path: string): Promise<{ points: Record<string, number>; lost: string[] }> {
  const result = await lighthouse(site.origin + path, {
    port,
    logLevel: 'silent',
    disableFullPageScreenshot: true,
    onlyCategories: Object.keys(full),
    // Pages are files and nothing comes after a second: what was quiet for a moment stays so.
    pauseAfterFcpMs: 250,
    pauseAfterLoadMs: 250,
    networkQuietThresholdMs: 500,
    cpuQuietThresholdMs: 500,
  });
  if (result === undefined) throw new Error(`Lighthouse said nothing of ${path}`);
  const { categories, audits, runtimeError } = result.lhr;
  if (runtimeError) throw new Error(runtimeError.message);
  const points: Record<string, number> = {};
  const lost: string[] = [];
  for (const { id, score: share, auditRefs } of Object.values(categories)) {
    points[id] = Math.round((share ?? 0) * 100);
    for (const { id: audit, weight } of auditRefs) {
      const { score: part = null, displayValue = '' } = audits[audit] ?? {};
      if (weight > 0 && part !== null && part < 1) lost.push(`${audit} ${part} ${displayValue}`);
    }
  }
  return { points, lost };
}

describe('Lighthouse, mobile', () => {
  // The search is measured as one comes to it; results are measured by tests/search/speed.test.ts.
  // Pages that nobody is to find are kept from crawlers, which costs points for being found.
  const kinds = Object.entries({ ...pageKinds, search: '/search/' }).filter(
    ([kind]) => kind !== 'no such page' && kind !== 'not saved',
  );

  it.each(kinds)(
    'gives 100 four times to %s',
    async (_, path) => {
      let outcome = await score(path);
      const isFull = () => Object.values(outcome.points).every((value) => value === 100);
      for (let run = 1; run < runs && !isFull(); run += 1) outcome = await score(path);
      expect(outcome.points, outcome.lost.join('\n')).toEqual(full);
    },
    180_000,
  );
});
