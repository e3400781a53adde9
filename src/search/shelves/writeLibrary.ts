import { rename, writeFile } from 'node:fs/promises';
import { FacetCounts } from '../facetCounts.ts';
import type { SearchRecord } from '../record.ts';
import type { LibraryStart } from '../start.ts';
import { nameByNumber } from './nameByNumber.ts';
import type { PagefindEntry, ShelfFile } from './shelf.ts';
import { DirectoryTable, nameOf } from './directoryTable.ts';
import { engineFiles, writeShelf } from './writeShelf.ts';
import { wordsOfIndex } from './wordsOfIndex.ts';

/** Writes a shelf for each part of the records as it comes, and the directory of them all. */
export async function writeLibrary(
  parts: AsyncIterable<readonly SearchRecord[]>,
  folder: URL,
): Promise<{ start: LibraryStart; entry: PagefindEntry }> {
  const table = new DirectoryTable();
  const facets = new FacetCounts();
  let entry: PagefindEntry = { version: '', include_characters: [] };
  for await (const records of parts) {
    facets.add(records);
    entry = await writePart(records, { folder, table });
  }
  const listed = facets.list().filter(({ facet }) => facet !== 'problem');
  const directory = await table.write(new URL('directory/', folder));
  return {
    start: {
      directory,
      values: listed.map(({ facet, value }) => [facet, value]),
      counts: listed.map(({ count }) => count),
    },
    entry,
  };
}

/** Writes one shelf, and the engine's files, which are the same for all, into the folder of them all. */
async function writePart(
  records: readonly SearchRecord[],
  { folder, table }: { folder: URL; table: DirectoryTable },
): Promise<PagefindEntry> {
  const shelves = new URL('shelves/', folder);
  const written = new URL('new/', shelves);
  const { shelf, entry } = await writeShelf(records, written);
  // The names of its files come of what is in them, until they are named by number.
  const name = nameOf(JSON.stringify(shelf));
  const words = await wordsOfIndex(new URL('index/', written));
  const file = withoutKnownTitles(await nameByNumber(shelf, written));
  await writeFile(new URL('shelf.json', written), JSON.stringify(file));
  for (const engine of engineFiles) await rename(new URL(engine, written), new URL(engine, folder));
  await rename(written, new URL(name, shelves));
  table.add({ name, words, records });
  return entry;
}

/** The start file has the titles of all values but the problems. */
function withoutKnownTitles(shelf: ShelfFile): ShelfFile {
  return {
    ...shelf,
    values: shelf.values.map(([facet, value]) =>
      facet === 'problem' ? [facet, value] : [facet, { id: value.id }],
    ),
  };
}
