import { readdir, readFile, rm } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { FacetCounts } from '../facetCounts.ts';
import { facets } from '../facets.ts';
import type { SearchRecord } from '../record.ts';
import { writePagefind } from './pagefindService.ts';
import type { PagefindEntry, ShelfFile } from './shelf.ts';

/** Files that stand beside the indexes once, whatever their number: the engine and its stemmer. */
export const engineFiles = ['pagefind.js', 'wasm.en.pagefind'] as const;

/** A shelf that was written. */
interface WrittenShelf {
  shelf: ShelfFile;
  entry: PagefindEntry;
}

/**
 * Writes a shelf of sections into a folder, and tells what is to be known of it before it is
 * searched. What Pagefind says of that itself is taken away, and so are its interfaces and its
 * worker (the engine is quicker without).
 */
export async function writeShelf(
  records: readonly SearchRecord[],
  folder: URL,
): Promise<WrittenShelf> {
  await writePagefind(records, folder);
  const names = await readdir(folder);
  const shelf = await describeShelf(records, folder, names);
  const { version, include_characters }: PagefindEntry = JSON.parse(
    await readFile(new URL('pagefind-entry.json', folder), 'utf8'),
  );
  const kept = ['index', 'fragment', ...engineFiles];
  const unused = names.filter((name) => !kept.includes(name));
  await Promise.all(unused.map((name) => rm(new URL(name, folder))));
  return { shelf, entry: { version, include_characters } };
}

async function describeShelf(
  records: readonly SearchRecord[],
  folder: URL,
  names: readonly string[],
): Promise<ShelfFile> {
  const name = names.find((file) => file.endsWith('.pf_meta'));
  if (name === undefined) throw new Error('Pagefind wrote no metadata: the search has no records.');
  const counts = new FacetCounts();
  counts.add(records);
  const values = counts.list();
  const numbers = new Map(values.map(({ facet, value }, n) => [`${facet}:${value.id}`, n]));
  const ids = await sectionIds(new URL('fragment/', folder));
  const sections = records.map(({ url, facets: own }) => {
    const id = ids.get(url);
    if (id === undefined) throw new Error(`Pagefind wrote no fragment for ${url}`);
    const its = facets.flatMap((facet) =>
      (own[facet] ?? []).flatMap((value) => numbers.get(`${facet}:${value.id}`) ?? []),
    );
    return [id, its] as const;
  });
  return {
    meta: { name, bytes: gunzipSync(await readFile(new URL(name, folder))).toString('latin1') },
    values: values.map(({ facet, value }) => [facet, value]),
    sections: Object.fromEntries(sections.sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

/** Pagefind's ids by address: the names of its fragments. */
async function sectionIds(folder: URL): Promise<Map<string, string>> {
  const names = await readdir(folder);
  const pairs = names.map(async (name) => {
    // Twelve bytes say that it is Pagefind's; the rest is JSON.
    const bytes = gunzipSync(await readFile(new URL(name, folder))).subarray(12);
    const { url }: { url: string } = JSON.parse(bytes.toString('utf8'));
    return [url, name.replace(/\.pf_fragment$/, '')] as const;
  });
  return new Map(await Promise.all(pairs));
}
