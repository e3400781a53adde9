import type { Synonym } from '../schemas/synonym.ts';
import type { Facet, FacetValue } from './facets.ts';

/** What the engine needs before the first word: one file, so one round trip. */
export interface SearchStart {
  /** `pagefind-entry.json`, as Pagefind wrote it. */
  entry: unknown;
  /** Address of Pagefind's metadata below the index's folder, and the file itself in base64. */
  meta: { name: string; bytes: string };
  /** All values of all facets. */
  values: [facet: Facet, value: FacetValue][];
  /** What each section has, as indexes into `values`; by Pagefind's id of the section. */
  sections: Record<string, number[]>;
  synonyms: Synonym[];
  /** Names among the synonyms that are written with hyphens somewhere, as their words. */
  compounds: string[];
  /** Names among the synonyms that stand nowhere. */
  absent: string[];
  /** Words of headings and names of components: what a word nobody knows may have meant. */
  words: string[];
}
