import { rename, writeFile } from 'node:fs/promises';
import type { SearchRecord } from '../record.ts';
import type { LibraryStart } from '../start.ts';
import { nameByNumber } from './nameByNumber.ts';
import type { PagefindEntry, ShelfFile } from './shelf.ts';
import { type Listed, nameOf, writeDirectory } from './writeDirectory.ts';
import { engineFiles, facetValues, writeShelf } from './writeShelf.ts';
import { wordsOfIndex } from './wordsOfIndex.ts';

/** Writes a shelf for each problem, one for all else, and the directory of them. */
export async function writeLibrary(
  records: readonly SearchRecord[],
  folder: URL,
): Promise<{ start: LibraryStart; entry: PagefindEntry }> {
  const listed: Listed[] = [];
  let entry: PagefindEntry = { version: '', include_characters: [] };
  for (const part of partRecords(records)) {
    const written = await writePart(part, folder);
    listed.push(written.listed);
    entry = written.entry;
  }
  const values = facetValues(records).filter(([facet]) => facet !== 'problem');
  const counts = values.map(
    ([facet, { id }]) =>
      records.filter(({ facets: own }) => own[facet]?.some((value) => value.id === id)).length,
  );
  const directory = await writeDirectory(listed, new URL('directory/', folder));
  return { start: { directory, values, counts }, entry };
}

/** Parts the records by problem; those of no problem come first. */
function partRecords(records: readonly SearchRecord[]): SearchRecord[][] {
  const parts = Map.groupBy(records, ({ facets: { problem } }) => problem?.[0]?.id ?? '');
  const outside = parts.get('') ?? [];
  parts.delete('');
  return [outside, ...parts.values()];
}

/** Writes one shelf, and the engine's files, which are the same for all, into the folder of them all. */
async function writePart(
  records: readonly SearchRecord[],
  folder: URL,
): Promise<{ listed: Listed; entry: PagefindEntry }> {
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
  return { listed: { name, words, records }, entry };
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
