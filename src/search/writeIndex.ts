import { mkdir, writeFile } from 'node:fs/promises';
import type { Synonym } from '../schemas/synonym.ts';
import { openScript } from './pagefindScript.ts';
import type { SearchRecord } from './record.ts';
import { nameOf } from './shelves/directoryTable.ts';
import { withPagefind } from './shelves/pagefindService.ts';
import { writeLibrary } from './shelves/writeLibrary.ts';
import { writeShelf } from './shelves/writeShelf.ts';
import type { SearchStart } from './start.ts';
import { Vocabulary } from './vocabulary.ts';

/** What an index is made of, and where it goes. */
interface IndexSource {
  /**
   * Reads the records, part by part: those that belong to no problem, then those of each problem.
   * Parts are read one at a time, since all of them may be more than fits into memory.
   */
  parts: readonly (() => Promise<SearchRecord[]>)[];
  synonyms: Synonym[];
  folder: URL;
  /** With more problems than these, each has a shelf of its own. */
  mostOnOneShelf?: number;
}

/**
 * Words a chunk of the index. Pagefind's own 20,000 make chunks of 28 kB, of which a visitor needs
 * one for every word that is typed; with a hundredth of all words they are 3 kB. Chunks are listed
 * in the metadata, so there must not be too many of them either.
 */
function chunkSize(records: readonly SearchRecord[]): number {
  const words = records.reduce((sum, { content }) => sum + content.split(/\s+/).length, 0);
  return Math.min(Math.max(Math.round(words / 100), 1_500), 20_000);
}

/** The same where a chunk of every open shelf is needed. */
const shelfChunkSize = 450;

/** Known words where there are very many problems: they are loaded before the first word. */
const mostKnownWords = 600;

/**
 * Writes the index: everything on one shelf, or a shelf a problem with a directory of them all.
 * Tells how many sections there are.
 */
export async function writeIndex(source: IndexSource): Promise<number> {
  const { parts, synonyms, folder, mostOnOneShelf = 12 } = source;
  const vocabulary = new Vocabulary(synonyms.flatMap(({ same, also }) => [...same, ...also]));
  let count = 0;
  async function* read() {
    for (const readPart of parts) {
      const records = await readPart();
      vocabulary.add(records);
      count += records.length;
      yield records;
    }
  }
  const isLibrary = parts.length - 1 > mostOnOneShelf;
  const { start, entry } = isLibrary
    ? await withPagefind(shelfChunkSize, () => writeLibrary(read(), folder))
    : await writeWhole((await Array.fromAsync(read())).flat(), folder);
  const list = JSON.stringify(vocabulary.known(isLibrary ? mostKnownWords : Infinity));
  const words = `words/${nameOf(list)}.json`;
  const file: SearchStart = {
    entry,
    ...start,
    synonyms,
    compounds: vocabulary.compounds(),
    absent: vocabulary.absent(),
    words,
  };
  await mkdir(new URL('words/', folder));
  await writeFile(new URL(words, folder), list);
  await writeFile(new URL('start.json', folder), JSON.stringify(file));
  await openScript(new URL('pagefind.js', folder));
  return count;
}

async function writeWhole(records: readonly SearchRecord[], folder: URL) {
  const { shelf, entry } = await withPagefind(chunkSize(records), () =>
    writeShelf(records, folder),
  );
  return { start: shelf, entry };
}
