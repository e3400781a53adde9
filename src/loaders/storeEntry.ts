import type { LoaderContext } from 'astro/loaders';

/** What a loader puts into Astro's store. */
export type StoreEntry = Parameters<LoaderContext['store']['set']>[0];

/**
 * An entry with strings of its own. Strings that were cut from a text keep the whole text in memory,
 * and Astro keeps its store for as long as it builds: ten times of what stands in it.
 */
export function ownEntry(entry: StoreEntry): StoreEntry {
  return structuredClone(entry);
}
