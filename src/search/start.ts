import type { Synonym } from '../schemas/synonym.ts';
import type { DirectoryStart } from './shelves/directory.ts';
import type { PagefindEntry, ShelfFile } from './shelves/shelf.ts';

/** What the engine needs before the first word: one file, so one round trip. */
export type SearchStart = (WholeStart | LibraryStart) & {
  entry: PagefindEntry;
  synonyms: Synonym[];
  /** Names among the synonyms that are written with hyphens somewhere, as their words. */
  compounds: string[];
  /** Names among the synonyms that stand nowhere. */
  absent: string[];
  /** Name of the file of `knownWords`, which is fetched for a word that nobody knows. */
  words: string;
};

/** All sections stand on one shelf. */
type WholeStart = ShelfFile & { directory?: undefined };

/** A shelf for each problem. */
export interface LibraryStart {
  directory: DirectoryStart;
  /** All values of all facets but the problem, and how many sections have each. */
  values: ShelfFile['values'];
  counts: number[];
}
