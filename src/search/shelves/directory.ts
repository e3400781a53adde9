import type { Facet } from '../facets.ts';
import { Remembered } from '../remembered.ts';
import { type Levels, readPostings } from './postings.ts';

/** What is known of the directory before the first word. */
export interface DirectoryStart {
  /** Names of the shelves' folders; the first is for what belongs to no problem. */
  shelves: string[];
  /** Name of the folder of all chunks, which changes with what is in them. */
  version: string;
  /** The word with which each chunk begins, or as much of it as tells it from the one before. */
  chunks: string[];
}

/** A chunk: what `writePostings` wrote, by word. */
export type DirectoryChunk = Record<string, string>;

/** As which word a facet's value is listed. No word has such a sign. */
export function facetKey(facet: Facet, value: string): string {
  return `:${facet}:${value}`;
}

/** Which words stand on which shelf, and how much is said of them there. */
export class Directory {
  readonly #chunks: readonly string[];
  readonly #loaded: Remembered<DirectoryChunk>;

  /** `load` fetches a chunk by its name: the version of the directory, and the chunk's number. */
  constructor(
    { version, chunks }: Omit<DirectoryStart, 'shelves'>,
    load: (name: string) => Promise<DirectoryChunk>,
  ) {
    this.#chunks = chunks;
    this.#loaded = new Remembered((number) => load(`${version}/${number}`));
  }

  /** The shelves that have all of some words, or words that begin with them: by the least of all. */
  async havingAll(beginnings: readonly string[]): Promise<Levels> {
    const [first = new Map<number, number>(), ...others] = await Promise.all(
      beginnings.map((beginning) => this.#havingOne(beginning)),
    );
    const all = new Map<number, number>();
    for (const [shelf, level] of first) {
      const least = Math.min(level, ...others.map((levels) => levels.get(shelf) ?? 0));
      if (least > 0) all.set(shelf, least);
    }
    return all;
  }

  /** The shelves that have one of some values of a facet. */
  async havingValue(facet: Facet, values: readonly string[]): Promise<ReadonlySet<number>> {
    const lists = await Promise.all(
      values.map(async (value) => {
        const key = facetKey(facet, value);
        const [chunk] = await this.#chunksOf(key, key);
        return [...readPostings(chunk?.[key] ?? '').keys()];
      }),
    );
    return new Set(lists.flat());
  }

  /** A word that only begins so counts less than the word itself. */
  async #havingOne(beginning: string): Promise<Levels> {
    const most = new Map<number, number>();
    for (const chunk of await this.#chunksOf(beginning)) {
      for (const [word, postings] of Object.entries(chunk)) {
        if (!word.startsWith(beginning)) continue;
        const share = word.length === beginning.length ? 1 : extensionShare;
        for (const [shelf, level] of readPostings(postings)) {
          most.set(shelf, Math.max(most.get(shelf) ?? 0, level * share));
        }
      }
    }
    return most;
  }

  /** The chunks in which words may stand that begin so; with `beyond`, none that come after it. */
  #chunksOf(beginning: string, beyond = `${beginning}\uFFFF`): Promise<DirectoryChunk[]> {
    const needed = this.#chunks.flatMap((first, number) => {
      const next = this.#chunks[number + 1];
      return first <= beyond && (next === undefined || next > beginning) ? [number] : [];
    });
    return Promise.all(needed.map((number) => this.#loaded.of(String(number))));
  }
}

/** Of the level of a word, what counts where only its beginning was sought. */
const extensionShare = 0.6;
