import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { facets } from '../facets.ts';
import type { SearchRecord } from '../record.ts';
import type { DirectoryStart } from './directory.ts';
import { facetKey } from './directory.ts';
import { levelOf, writePostings } from './postings.ts';

/** What the directory says of one shelf. */
export interface Listed {
  /** Name of the shelf's folder. */
  name: string;
  words: ReadonlyMap<string, number>;
  records: readonly SearchRecord[];
}

/**
 * Characters of a chunk: about 3 kB compressed. Each word that is typed needs one, and the start file
 * says where each begins.
 */
const chunkLength = 7_000;

/** What stands on every shelf, word by word, as the shelves are written. */
export class DirectoryTable {
  readonly #names: string[] = [];
  readonly #levels = new Map<string, Map<number, number>>();

  /** Puts in the next shelf. */
  add({ name, words, records }: Listed): void {
    const shelf = this.#names.push(name) - 1;
    for (const [word, weight] of words) this.#put(word, shelf, levelOf(weight));
    for (const { facets: own } of records) {
      for (const facet of facets) {
        for (const { id } of own[facet] ?? []) this.#put(facetKey(facet, id), shelf, 1);
      }
    }
  }

  /** Writes the chunks of the directory, and tells what is to be known of it before it is asked. */
  async write(folder: URL): Promise<DirectoryStart> {
    const chunks = cut(this.#entries());
    const texts = chunks.map((entries) => JSON.stringify(Object.fromEntries(entries)));
    const version = nameOf(texts.join('\n'));
    await mkdir(new URL(version, folder), { recursive: true });
    for (const [number, text] of texts.entries()) {
      await writeFile(new URL(`${version}/${number}.json`, folder), text);
    }
    return {
      shelves: this.#names,
      version,
      chunks: chunks.map((entries, number) =>
        shortest(entries[0]?.[0] ?? '', chunks[number - 1]?.at(-1)?.[0] ?? ''),
      ),
    };
  }

  #put(key: string, shelf: number, level: number): void {
    const levels = this.#levels.get(key) ?? new Map<number, number>();
    this.#levels.set(key, levels.set(shelf, level));
  }

  /** All words and all values of facets, sorted, each with the shelves that have it. */
  #entries(): [key: string, postings: string][] {
    const sorted = [...this.#levels].sort(([a], [b]) => (a < b ? -1 : 1));
    return sorted.map(([key, levels]) => [key, writePostings(levels)]);
  }
}

/** A name that changes with what is in a file. */
export function nameOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}

/** Cuts entries into chunks. */
function cut(entries: readonly [string, string][]): [string, string][][] {
  const chunks: [string, string][][] = [];
  let length = Infinity;
  for (const entry of entries) {
    if (length >= chunkLength) {
      chunks.push([]);
      length = 0;
    }
    chunks.at(-1)?.push(entry);
    length += entry[0].length + entry[1].length;
  }
  return chunks;
}

/** The shortest beginning of a word that comes after another one. */
function shortest(word: string, after: string): string {
  let length = 1;
  while (word.slice(0, length) <= after && length < word.length) length += 1;
  return word.slice(0, length);
}
