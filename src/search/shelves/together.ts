import type { Match } from '../rank.ts';

/** What one shelf has for a text. */
export interface ShelfMatches {
  /** Sections of the shelf. */
  count: number;
  matches: readonly Match[];
}

/**
 * Joins what several shelves have for a text. Pagefind weighs a word by how rare it is on its own
 * shelf, so that a word weighs next to nothing on the shelf that is all about it. Here it weighs as
 * much as it would if all sections stood on one shelf; for one word that is exact.
 */
export function together(shelves: readonly ShelfMatches[], text: string): Match[] {
  const having = shelves.filter(({ matches }) => matches.length > 0);
  // A phrase weighs the same everywhere, and what stands alone is right already.
  if (shelves.length < 2 || text.startsWith('"')) return having.flatMap(({ matches }) => matches);
  const count = shelves.reduce((sum, shelf) => sum + shelf.count, 0);
  const found = having.reduce((sum, { matches }) => sum + matches.length, 0);
  const rarity = rarityOf(found, count);
  return having.flatMap(({ matches, count: own }) => {
    const share = rarity / rarityOf(matches.length, own);
    return matches.map(({ id, score, words }) => ({ id, score: score * share, words }));
  });
}

/** As Pagefind reckons it (`calculate_idf` in `pagefind_web/src/search.rs`). */
function rarityOf(having: number, count: number): number {
  return Math.log(1 + (count - having + 0.5) / (having + 0.5));
}
