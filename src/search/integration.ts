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
        const synonyms = await readJson<Synonym[]>(new URL('synonyms.json', folder));
        const parts = await listParts(folder);
        const count = await writeIndex({ parts, synonyms, folder: new URL('pagefind/', dir) });
        await rm(folder, { recursive: true });
        logger.info(`${count} sections indexed`);
      },
    },
  };
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
