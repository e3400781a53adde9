import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { readContentFolder } from '../src/loaders/contentFolder.ts';
import type { Page } from 'playwright-core';
import type { Bench, LeftOut, Peer } from '../src/schemas/bench.ts';
import { parseNatively } from '../src/source/nativeMarkdown.ts';
import { saveSite } from '../tests/offline/support.ts';
import { launch } from '../tests/support/browser.ts';
import type { Clock } from './clock.ts';
import { measureGrowth, ownSearch } from './growth.ts';
import { circumstances, packageVersion } from './machine.ts';
import { readInput } from './peers/input.ts';
import { measureBuilt, measurePeers } from './peers/measure.ts';
import { peerIds, peerKinds } from './peers/peers.ts';
import type { Workspace } from './workspace.ts';

export const parts = ['growth', 'peers'] as const;

/** What is measured unless less is asked for; what is not, the run names. */
export const standardSizes = [6, 50, 200, 500];

export interface BenchOptions {
  parts: readonly (typeof parts)[number][];
  sizes: readonly number[];
  /** Ids of the peers. */
  peers: readonly string[];
  clock: Clock;
}

/** The size at which peers are compared: the real content. */
const realSize = 6;

/** Runs the parts that are wanted, one after the other on a machine of its own. */
export async function runBench(project: string, options: BenchOptions): Promise<Bench> {
  const { clock } = options;
  const temporary = join(project, '.cache', 'bench');
  // Also what a run that was broken off has left, and after a signal: `scripts/bench.ts` ends by `exit`.
  const clear = () => rmSync(temporary, { recursive: true, force: true });
  clear();
  process.once('exit', clear);
  parseNatively();
  const files = await readContentFolder(project);
  const versions = await ownVersions();
  const now = circumstances(versions);
  const withPeers = options.parts.includes('peers');
  const withGrowth = options.parts.includes('growth');
  let peers: Bench['peers'];
  const comparePeers = async (problems: number, workspace: Workspace, seconds: number) => {
    if (problems === realSize && withPeers) {
      peers = { circumstances: now, ...(await compare(project, options, { workspace, seconds })) };
    }
  };
  const sizes = withPeers ? [...new Set([realSize, ...options.sizes])] : options.sizes;
  const growth = await measureGrowth(project, {
    files,
    sizes: withGrowth ? sizes : [realSize],
    clock,
    onBuilt: comparePeers,
  });
  return {
    ...(withGrowth && {
      growth: {
        circumstances: now,
        steps: growth.steps,
        leftOut: [...growth.leftOut, ...unasked(standardSizes, options.sizes, 'problems')],
      },
    }),
    ...(peers !== undefined && { peers }),
  };
}

/** This site and its peers, made of the same Markdown. */
async function compare(
  project: string,
  { peers: wanted, clock }: BenchOptions,
  { workspace, seconds }: { workspace: Workspace; seconds: number },
) {
  const input = await readInput(workspace.dist);
  const own: Peer = await measureBuilt({
    id: 'own',
    name: 'This site',
    version: packageVersion('astro', project),
    note: 'Checks, computes and draws what the others are given ready: numbers, diagrams, whiteboards. The version is Astro’s. It works offline once a visitor has saved it, which it offers.',
    seconds,
    folder: workspace.dist,
    search: ownSearch,
    takeAlong: saveOwn,
  });
  const kinds = peerKinds.filter(({ id }) => wanted.includes(id));
  const { peers, leftOut } = await measurePeers(project, kinds, { input, clock });
  return { peers: [own, ...peers], leftOut: [...leftOut, ...unasked(peerIds, wanted)] };
}

/** What a visitor does to have this site without a network. */
async function saveOwn(page: Page): Promise<void> {
  const panel = await saveSite(page.context(), new URL(page.url()));
  await panel.close();
  await page.reload({ waitUntil: 'networkidle' });
}

/** Names what a run could have measured and was not asked for. */
export function unasked<T>(all: readonly T[], asked: readonly T[], unit = ''): LeftOut[] {
  return all
    .filter((one) => !asked.includes(one))
    .map((one) => ({ what: `${one} ${unit}`.trim(), why: 'not asked for in this run' }));
}

async function ownVersions(): Promise<Record<string, string>> {
  const browser = await launch();
  const chromium = browser.version();
  await browser.close();
  const names = ['astro', '@astrojs/starlight', 'pagefind'];
  return {
    chromium,
    ...Object.fromEntries(names.map((name) => [name, packageVersion(name)])),
  };
}
