import { mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import type { Synonym } from '../schemas/synonym.ts';
import type { SearchRecord } from './record.ts';
import { writeIndex } from './writeIndex.ts';

/** An index that is written while other work goes on. */
export interface SearchIndex {
  integration: AstroIntegration;
  /** Resolves when the index is there; rejects if it could not be made. */
  written: () => Promise<void>;
}

/**
 * Makes the search index from the records that the build wrote, and takes the records away. Pagefind
 * is a process of its own, so whoever does not need the index goes on beside it.
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
    const synonyms = await readJson<Synonym[]>(new URL('synonyms.json', records));
    const count = await writeIndex({ parts: await listParts(records), synonyms, folder: index });
    await rename(index, new URL('pagefind/', dir));
    logger.info(`${count} sections indexed`);
  } finally {
    await rm(workshop, { recursive: true });
  }
}

/** What reads each part of the records; what belongs to no problem is the first. */
async function listParts(folder: URL): Promise<(() => Promise<SearchRecord[]>)[]> {
  const problems = (await readdir(folder)).filter((name) => name.startsWith('problem-')).sort();
  return ['site.json', ...problems].map(
    (name) => () => readJson<SearchRecord[]>(new URL(name, folder)),
  );
}

async function readJson<T>(file: URL): Promise<T> {
  return JSON.parse(await readFile(file, 'utf8'));
}
