import { mkdtemp, rename, rm } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import type { IndexOrder } from './indexWorker.ts';

/** An index that is written while other work goes on. */
export interface SearchIndex {
  integration: AstroIntegration;
  /** Resolves when the index is there; rejects if it could not be made. */
  written: () => Promise<void>;
}

/**
 * Makes the search index from the records that the build wrote, and takes the records away. That
 * goes on beside whatever does not need the index.
 */
export function searchIndex(): SearchIndex {
  let writing: Promise<void> | undefined;
  return {
    written: async () => writing,
    integration: {
      name: 'search-index',
      hooks: {
        'astro:build:done': async ({ dir, logger }) => {
          writing = write(await takeRecords(dir), dir, logger);
          // Whoever waits for it hears of it; something else may fail first.
          writing.catch(() => {});
        },
      },
    },
  };
}

/**
 * Takes the records out of the site, to a folder beside it. The index is made there as well: whoever
 * lists the site's files meanwhile would meet some that come and go.
 */
async function takeRecords(dir: URL): Promise<URL> {
  const workshop = pathToFileURL(
    `${await mkdtemp(`${fileURLToPath(dir).replace(/[\\/]$/, '')}-`)}/`,
  );
  await rename(new URL('search-records/', dir), new URL('records/', workshop));
  return workshop;
}

async function write(workshop: URL, dir: URL, logger: AstroIntegrationLogger): Promise<void> {
  try {
    const records = new URL('records/', workshop);
    const index = new URL('index/', workshop);
    const count = await writeElsewhere({ records: records.href, index: index.href });
    await rename(index, new URL('pagefind/', dir));
    logger.info(`${count} sections indexed`);
  } finally {
    await rm(workshop, { recursive: true });
  }
}

/** Writes the index in a thread of its own: each section is a question to Pagefind and an answer. */
function writeElsewhere(order: IndexOrder): Promise<number> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./indexWorker.ts', import.meta.url), { workerData: order });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('The search index was not finished.')));
  });
}
