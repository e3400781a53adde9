import { mkdir, writeFile } from 'node:fs/promises';
import type { Synonym } from '../schemas/synonym.ts';
import { openScript } from './pagefindScript.ts';
import type { SearchRecord } from './record.ts';
import { withPagefind } from './shelves/pagefindService.ts';
import { nameOf } from './shelves/writeDirectory.ts';
import { writeLibrary } from './shelves/writeLibrary.ts';
import { writeShelf } from './shelves/writeShelf.ts';
import type { SearchStart } from './start.ts';
import { absentAmong, compoundsAmong, knownWords } from './words.ts';

/** What an index is made of, and where it goes. */
interface IndexSource {
  records: readonly SearchRecord[];
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

/** Writes the index: everything on one shelf, or a shelf a problem with a directory of them all. */
export async function writeIndex(source: IndexSource): Promise<void> {
  const { records, synonyms, folder, mostOnOneShelf = 12 } = source;
  const isLibrary = problemsOf(records).size > mostOnOneShelf;
  const { start, entry } = isLibrary
    ? await withPagefind(shelfChunkSize, () => writeLibrary(records, folder))
    : await withPagefind(chunkSize(records), () => writeWhole(records, folder));
  const names = synonyms.flatMap(({ same, also }) => [...same, ...also]);
  const known = isLibrary ? knownWords(records, mostKnownWords) : knownWords(records);
  const list = JSON.stringify(known);
  const words = `words/${nameOf(list)}.json`;
  const file: SearchStart = {
    entry,
    ...start,
    synonyms,
    compounds: compoundsAmong(names, records),
    absent: absentAmong(names, records),
    words,
  };
  await mkdir(new URL('words/', folder));
  await writeFile(new URL(words, folder), list);
  await writeFile(new URL('start.json', folder), JSON.stringify(file));
  await openScript(new URL('pagefind.js', folder));
}

async function writeWhole(records: readonly SearchRecord[], folder: URL) {
  const { shelf, entry } = await writeShelf(records, folder);
  return { start: shelf, entry };
}

function problemsOf(records: readonly SearchRecord[]): Set<string> {
  return new Set(records.flatMap(({ facets: { problem } }) => problem?.[0]?.id ?? []));
}
