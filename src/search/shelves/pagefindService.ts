import { fileURLToPath } from 'node:url';
import * as pagefind from 'pagefind';
import type { SearchRecord } from '../record.ts';

/**
 * Runs Pagefind's indexer for as long as something uses it. `chunk` is how many places of words a
 * chunk of an index holds; the indexer reads it once, when it starts.
 */
export async function withPagefind<T>(chunk: number, use: () => Promise<T>): Promise<T> {
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = String(chunk);
  try {
    return await use();
  } finally {
    await pagefind.close();
    delete process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'];
  }
}

/** Writes an index of records with all the files that Pagefind has beside it. */
export async function writePagefind(records: readonly SearchRecord[], folder: URL): Promise<void> {
  const { index, errors } = await pagefind.createIndex();
  if (index === undefined) throw new Error(errors.join('\n'));
  // One after the other, since Pagefind numbers records as they come: the index stays the same.
  for (const { url, content, meta } of records) {
    const added = await index.addCustomRecord({ url, content, meta, language: 'en' });
    if (added.errors.length > 0) throw new Error(`${url}: ${added.errors.join('\n')}`);
  }
  const written = await index.writeFiles({ outputPath: fileURLToPath(folder) });
  if (written.errors.length > 0) throw new Error(written.errors.join('\n'));
  await index.deleteIndex();
}
