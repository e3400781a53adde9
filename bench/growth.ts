import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { ContentFile } from '../src/library/tree.ts';
import type { GrowthStep, LeftOut } from '../src/schemas/bench.ts';
import { launch } from '../tests/support/browser.ts';
import { type CompressedSite, serveCompressed } from '../tests/support/compressedSite.ts';
import { builtFiles } from '../tests/support/site.ts';
import { heldApart, tuned } from '../tests/search/golden.ts';
import { openSearch, typeQueries } from '../tests/search/support.ts';
import { firstSearch, type SearchSteps } from './browser/firstSearch.ts';
import { type Clock, say } from './clock.ts';
import { type Corpus, openCorpus } from './corpus/corpus.ts';
import { run } from './process.ts';
import { heapLimit, quantile } from '../src/bench/summary.ts';
import { openWorkspace, type Workspace } from './workspace.ts';

/** The page whose content is the same at every size. */
export const fixedPage = 'designs/url-shortener/spoken/';

/** How one searches this site. */
export const ownSearch: SearchSteps = {
  open: (page) => page.keyboard.press('/'),
  result: '[data-hits] a',
};

/** What is searched for first: a rare word, a common one, two together. */
const firstWords = ['idempotency', 'cache', 'shard key'];

/** Questions that are typed letter by letter. */
const typed = [...tuned, ...heldApart].slice(0, 12).map(({ query }) => query);

/** How much longer than in proportion a size may take before it is begun in vain. */
const slack = 1.2;

interface GrowthOptions {
  files: readonly ContentFile[];
  sizes: readonly number[];
  clock: Clock;
  /** Called with what was built, before it is cleared away. */
  onBuilt?: (problems: number, workspace: Workspace, seconds: number) => Promise<void>;
}

/** Builds the site at every size, smallest first, and measures it; what there is no time for is named. */
export async function measureGrowth(
  project: string,
  { files, sizes, clock, onBuilt }: GrowthOptions,
): Promise<{ steps: GrowthStep[]; leftOut: LeftOut[] }> {
  const steps: GrowthStep[] = [];
  const leftOut: LeftOut[] = [];
  let last: { size: number; took: number } | undefined;
  const corpus = openCorpus(files);
  const workspace = await openWorkspace(project);
  const browser = await launch();
  try {
    for (const size of [...sizes].sort((a, b) => a - b)) {
      const needed = last === undefined ? 0 : (slack * last.took * size) / last.size;
      if (needed > clock.left()) {
        const why = `about ${minutes(needed)} would be needed, and ${minutes(clock.left())} were left`;
        leftOut.push({ what: `${size} problems`, why });
        say(`left out: ${size} problems: ${why}`);
        continue;
      }
      try {
        const began = performance.now();
        const step = await measureSize(size, { corpus, workspace, browser, clock });
        last = { size, took: (performance.now() - began) / 1000 };
        steps.push(step);
        await onBuilt?.(size, workspace, step.seconds);
      } catch (error) {
        const text = error instanceof Error ? error.message : String(error);
        const [why = ''] = text.replaceAll(project, '.').split('\n');
        leftOut.push({ what: `${size} problems`, why });
        say(`left out: ${size} problems: ${text}`);
      }
    }
  } finally {
    await browser.close();
    await workspace.remove();
  }
  return { steps, leftOut };
}

function minutes(seconds: number): string {
  return `${(Math.max(0, seconds) / 60).toFixed(1)} min`;
}

interface SizeOptions {
  clock: Clock;
  corpus: Corpus;
  workspace: Workspace;
  browser: Browser;
}

async function measureSize(
  problems: number,
  { corpus, workspace, browser, clock }: SizeOptions,
): Promise<GrowthStep> {
  say(`${problems} problems: making the content`);
  await workspace.fill(corpus(problems));
  say(`${problems} problems: building`);
  const { seconds, memory } = await run('npm', ['run', '-s', 'build'], {
    cwd: workspace.folder,
    patience: Math.max(60, clock.left()),
    // The default limit of the heap depends on the machine; the target does not.
    env: { NODE_OPTIONS: `--max-old-space-size=${heapLimit * 1024}` },
  });
  const pages = (await builtFiles('.html', workspace.dist)).length;
  say(`${problems} problems: ${pages} pages built in ${seconds.toFixed(1)} s`);
  const site = await serveCompressed(workspace.dist);
  try {
    return {
      problems,
      pages,
      sections: await countSections(workspace.dist),
      seconds: Number(seconds.toFixed(1)),
      ...(memory !== undefined && { memory }),
      fixedPage: (await stat(join(workspace.dist, fixedPage, 'index.html'))).size,
      index: await sizeOf(workspace.dist, 'pagefind/'),
      ...(await measureSearch(browser, site)),
    };
  } finally {
    await site.close();
  }
}

async function measureSearch(browser: Browser, site: CompressedSite) {
  const searches = [];
  for (const words of firstWords) {
    searches.push(await firstSearch(browser, { site, path: `/${fixedPage}` }, words, ownSearch));
  }
  const page = await openSearch(browser, site.origin, '?q=cache');
  try {
    // The first time fetches what is needed; the second time it is there.
    await typeQueries(page, typed);
    const times = await typeQueries(page, typed);
    const [p50, p95] = [quantile(times, 0.5), quantile(times, 0.95)];
    return { searches, warm: { keystrokes: times.length, p50, p95 } };
  } finally {
    await page.close();
  }
}

/** Sections in the index: it has a file for each. */
async function countSections(dist: string): Promise<number> {
  return (await builtFiles('.pf_fragment', dist)).length;
}

async function sizeOf(dist: string, start: string): Promise<number> {
  const names = (await builtFiles('', dist)).filter((name) => name.startsWith(start));
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(dist, name))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}
