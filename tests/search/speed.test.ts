import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launch } from '../support/browser.ts';
import { serveCompressed } from '../support/compressedSite.ts';
import type { Site } from '../support/site.ts';
import { record, roundTrips, slow4G } from '../support/traffic.ts';
import { heldApart, tuned } from './golden.ts';
import { hits, openSearch, typeQueries } from './support.ts';

let browser: Browser;
let site: Site;
beforeAll(async () => {
  [browser, site] = await Promise.all([launch(), serveCompressed()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

/** The quickest of three: what else runs on the machine is not the search's time. */
async function firstSearch(words: string) {
  const runs = [];
  while (runs.length < 3) runs.push(await searchOnce(words));
  return runs.reduce((best, run) => (run.took < best.took ? run : best));
}

async function searchOnce(words: string) {
  const page = await browser.newPage();
  await page.goto(`${site.origin}/designs/url-shortener/story/`, { waitUntil: 'networkidle' });
  const session = await page.context().newCDPSession(page);
  const traffic = await record(session);
  await session.send('Network.emulateNetworkConditions', slow4G);
  const began = Date.now();
  await page.keyboard.press('/');
  await page.keyboard.insertText(words);
  await hits(page).first().waitFor();
  const took = Date.now() - began;
  await page.close();
  const bytes = traffic.requests.reduce((sum, request) => sum + request.bytes, 0);
  return { words, took, bytes, trips: roundTrips(traffic), requests: traffic.requests };
}

it.each(['idempotency', 'shard key', 'hot partition'])(
  'first search for “%s” on Slow 4G: 2 s, 137 kB, three round trips',
  async (words) => {
    const { took, bytes, trips, requests } = await firstSearch(words);
    const list = requests
      .map(({ url, bytes: size }) => `${size} ${new URL(url).pathname}`)
      .join('\n');
    console.info(`${words}: ${took} ms, ${bytes} bytes, ${trips} round trips`);
    expect(took, list).toBeLessThanOrEqual(2_000);
    // 3 kB of them, or none, are what the page itself fetches when it is first touched.
    expect(bytes, list).toBeLessThanOrEqual(137_000);
    expect(trips, list).toBeLessThanOrEqual(3);
  },
);

it('a page loads at most 2 kB of search script, and nothing of the index, before it is opened', async () => {
  const page = await browser.newPage();
  const traffic = await record(await page.context().newCDPSession(page));
  await page.goto(`${site.origin}/designs/url-shortener/story/`, { waitUntil: 'networkidle' });
  const paths = traffic.requests.map(({ url }) => new URL(url).pathname);
  expect(paths.filter((path) => path.startsWith('/pagefind/'))).toEqual([]);
  await page.close();
  const bytes = await doorBytes();
  console.info(`search script before opening: ${bytes} bytes`);
  expect(bytes).toBeLessThanOrEqual(2_048);
});

/** The search's door, compressed. On a page it is part of the module of every page; here it is bundled alone. */
async function doorBytes(): Promise<number> {
  const bundled = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, rollupOptions: { input: 'src/search/door.ts' } },
  });
  const outputs = 'output' in bundled ? bundled.output : [];
  const door = outputs.find((file) => file.type === 'chunk' && file.isEntry);
  if (door?.type !== 'chunk') throw new Error('the door was not bundled');
  expect(door.imports).toEqual([]);
  return gzipSync(door.code, { level: 9 }).length;
}

it('warm, a keystroke has its results within 50 ms (p95)', async () => {
  const page = await openSearch(browser, site.origin, '?q=cache');
  await hits(page).first().waitFor();
  const queries = [...tuned, ...heldApart].map(({ query }) => query);
  // The first time fetches the chunks and the fragments; the second time they are there.
  await typeQueries(page, queries);
  const times = (await typeQueries(page, queries)).sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? Infinity;
  console.info(
    `warm: ${times.length} keystrokes, p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms`,
  );
  expect(at(0.95)).toBeLessThanOrEqual(50);
  await page.close();
});
