import type { Facet, FacetValue } from '../facets.ts';
import type { Fragment, Pagefind, Result } from '../files.ts';
import type { Match } from '../rank.ts';
import { mostSearches, Remembered } from '../remembered.ts';

/** Of `pagefind-entry.json`, what is the same for all indexes. */
export interface PagefindEntry {
  version: string;
  include_characters: string[];
}

/** What is to be known of a shelf before it is searched. */
export interface ShelfFile {
  /** Address of Pagefind's metadata below the shelf's folder, and the unpacked file, a sign a byte. */
  meta: { name: string; bytes: string };
  /** All values of all facets; without a title where the start file has it. */
  values: [facet: Facet, value: Pick<FacetValue, 'id'> & Partial<FacetValue>][];
  /** What each section has, as indexes into `values`; by Pagefind's id of the section. */
  sections: Record<string, number[]>;
}

/** Sections in one index of Pagefind. */
export interface Shelf {
  /** How many sections there are. */
  count: number;
  /** The sections in which all words of a text occur, or words that begin with them; all for ''. */
  find: (text: string) => Promise<Match[]>;
  /** A section's text. It must have been found before. */
  read: (id: string) => Promise<Fragment | undefined>;
}

/** Tuned on tests/search/golden.ts. */
const ranking = {
  termFrequency: 1,
  pageLength: 0.9,
  termSaturation: 2,
  metaWeights: { title: 4, page: 2, topics: 2.5, parts: 1 },
};

/** Makes an index ready. Ids of its sections get a prefix, since those of two shelves may be alike. */
export async function openShelf(
  pagefind: Pagefind,
  { meta, sections }: ShelfFile,
  { folder, entry, prefix = '' }: { folder: string; entry: PagefindEntry; prefix?: string },
): Promise<Shelf> {
  const [, hash = ''] = /^pagefind\.(.*)\.pf_meta$/.exec(meta.name) ?? [];
  const bytes = Uint8Array.from(meta.bytes, (sign) => sign.charCodeAt(0));
  const languages = { en: { hash } };
  pagefind.give(`${folder}pagefind-entry.json`, Response.json({ ...entry, languages }));
  pagefind.give(folder + meta.name, new Response(bytes));
  // Records have addresses of the site; what shows them puts its base before them.
  const index = new pagefind.PagefindInstance({ basePath: folder, baseUrl: '/', ranking });
  await index.init('en', { load_wasm: false });

  const found = new Map<string, Result>();
  const searches = new Remembered(async (text: string): Promise<Match[]> => {
    const { results } = await index.search(text === '' ? null : text);
    return results.map((result) => {
      const id = prefix + result.id;
      found.set(id, result);
      return { id, score: result.score, words: result.words };
    });
  }, mostSearches);
  return {
    count: Object.keys(sections).length,
    find: (text) => searches.of(text),
    read: async (id) => found.get(id)?.data(),
  };
}
