import { readdir, readFile, rm } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import type { Synonym } from '../schemas/synonym.ts';
import type { SearchRecord } from './record.ts';
import { writeIndex } from './writeIndex.ts';

/** Makes the search index from the records that the build wrote, and takes the records away. */
export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const folder = new URL('search-records/', dir);
        const records = await readRecords(folder);
        const synonyms = await readJson<Synonym[]>(new URL('synonyms.json', folder));
        await writeIndex({ records, synonyms, folder: new URL('pagefind/', dir) });
        await rm(folder, { recursive: true });
        logger.info(`${records.length} sections indexed`);
      },
    },
  };
}

async function readRecords(folder: URL): Promise<SearchRecord[]> {
  const names = (await readdir(folder)).filter((name) => name !== 'synonyms.json').sort();
  const parts = await Promise.all(
    names.map((name) => readJson<SearchRecord[]>(new URL(name, folder))),
  );
  return parts.flat();
}

async function readJson<T>(file: URL): Promise<T> {
  return JSON.parse(await readFile(file, 'utf8'));
}
