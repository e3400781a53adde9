import type { Fragment } from '../files.ts';
import type { Match } from '../rank.ts';
import type { Shelf } from './shelf.ts';
import { together } from './together.ts';

/** How many problems are looked at, at first and with each “more”, where there are very many. */
export const problemsAtOnce = 5;

/** The sections among which one search looks. */
export interface Scope {
  /** How many sections there are. */
  count: number;
  /** The sections in which all words of a text occur, or words that begin with them; all for ''. */
  find: (text: string) => Promise<Match[]>;
  /** A section's text. It must have been found before. */
  read: (id: string) => Promise<Fragment | undefined>;
  /** Sections that were asked for first come first, whatever else is found: 0, then 1 and so on. */
  turnOf: (id: string) => number;
  /** Whether a text stands anywhere, be it among these sections or not; only where that is known. */
  isAnywhere?: (text: string) => boolean;
  /** How many problems fit, and how many of them are looked at. Not where all are looked at anyway. */
  problems?: { fitting: number; open: number };
}

/** Everything, where it stands on one shelf. */
export function scopeOfAll({ count, find, read }: Shelf): Scope {
  return { count, find, read, turnOf: () => 0 };
}

/** A shelf that takes part in a search. */
export interface OpenShelf {
  number: number;
  name: string;
  shelf: Shelf;
  turn: number;
}

/** What the ids of a shelf's sections begin with. */
export function prefixOf(name: string): string {
  return `${name}/`;
}

/** Several shelves as if they were one. `has` tells whether it is worth asking a shelf for a text. */
export function scopeOfSome(
  open: readonly OpenShelf[],
  has: (shelf: OpenShelf, text: string) => boolean,
): Omit<Scope, 'problems' | 'isAnywhere'> {
  const byName = new Map(open.map((one) => [one.name, one]));
  const shelfOf = (id: string) => byName.get(id.slice(0, id.indexOf('/')));
  return {
    count: open.reduce((sum, { shelf }) => sum + shelf.count, 0),
    find: async (text) => {
      const found = open.map(async (one) => ({
        count: one.shelf.count,
        matches: has(one, text) ? await one.shelf.find(text) : [],
      }));
      return together(await Promise.all(found), text);
    },
    read: async (id) => shelfOf(id)?.shelf.read(id),
    turnOf: (id) => shelfOf(id)?.turn ?? 0,
  };
}
