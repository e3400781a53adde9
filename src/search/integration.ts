import { readdir, readFile, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import * as pagefind from 'pagefind';
import type { SearchRecord } from './record.ts';

/** Makes the search index from the records that the build wrote, and takes the records away. */
export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const folder = new URL('search-records/', dir);
        const records = await readRecords(folder);
        const count = await writeIndex(records, fileURLToPath(new URL('pagefind/', dir)));
        await rm(folder, { recursive: true });
        logger.info(`${count} sections indexed`);
      },
    },
  };
}

async function readRecords(folder: URL): Promise<SearchRecord[]> {
  const names = (await readdir(folder)).sort();
  const parts = await Promise.all(
    names.map(async (name): Promise<SearchRecord[]> =>
      JSON.parse(await readFile(new URL(name, folder), 'utf8')),
    ),
  );
  return parts.flat();
}

/** Writes Pagefind's files; what only serves its own interfaces is left out. Returns the number of records. */
async function writeIndex(records: readonly SearchRecord[], outputPath: string): Promise<number> {
  try {
    const { index, errors } = await pagefind.createIndex();
    if (index === undefined) throw new Error(errors.join('\n'));
    // One after the other, since Pagefind numbers records as they come: the index stays the same.
    for (const record of records) {
      const added = await index.addCustomRecord({ ...record, language: 'en' });
      if (added.errors.length > 0) throw new Error(`${record.url}: ${added.errors.join('\n')}`);
    }
    const written = await index.writeFiles({ outputPath });
    if (written.errors.length > 0) throw new Error(written.errors.join('\n'));
  } finally {
    await pagefind.close();
  }
  const unused = (await readdir(outputPath)).filter((name) =>
    /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./.test(name),
  );
  await Promise.all(unused.map((name) => rm(`${outputPath}/${name}`)));
  return records.length;
}
