import { describe, expect, it } from 'vitest';
import type { Term } from '../terms.ts';
import { type DirectoryChunk, facetKey } from './directory.ts';
import { Library } from './library.ts';
import { writePostings } from './postings.ts';
import { problemsAtOnce } from './scope.ts';

/** Two chunks; shelf 0 is for what belongs to no problem, 1 to 20 are problems. */
const having = (...shelves: [number: number, level: number][]) => writePostings(new Map(shelves));
const everywhere = having(...Array.from({ length: 21 }, (_, n) => [n, 1] as [number, number]));
const chunks: DirectoryChunk[] = [
  {
    [facetKey('component', 'kafka')]: having([3, 1], [9, 1]),
    [facetKey('problem', 'ninth')]: having([9, 1]),
    cach: having([2, 3], [7, 9], [9, 1]),
    cachabl: having([4, 9]),
  },
  { key: everywhere, replica: having([0, 4]), shard: having([5, 1], [9, 4]) },
];

function openLibrary() {
  const fetched = { chunks: [] as string[], shelves: [] as string[], searches: [] as string[] };
  const library = new Library(
    {
      shelves: Array.from({ length: 21 }, (_, number) => `s${number}`),
      version: 'v',
      chunks: [':', 'k'],
    },
    {
      stems: (text) => text.replaceAll('"', '').split(' '),
      chunk: async (name) => {
        fetched.chunks.push(name);
        return chunks[Number(name.replace('v/', ''))] ?? {};
      },
      shelf: async (name, prefix) => {
        fetched.shelves.push(name);
        return {
          count: 10,
          find: async (text) => {
            fetched.searches.push(`${name} ${text}`);
            return [{ id: `${prefix}1`, score: 1, words: [] }];
          },
          read: async (id) => ({
            url: id,
            raw_content: '',
            meta: { title: name, page: '', topics: '', parts: '' },
          }),
        };
      },
    },
  );
  return { library, fetched };
}

const term = (text: string, ...implied: string[]): Term => ({
  text,
  alternatives: [
    { text, weight: 1 },
    ...implied.map((other) => ({ text: other, weight: 0.4, isImplied: true })),
  ],
});

describe('Library', () => {
  it('opens the shelves that have a word, likeliest first, and fetches what it needs of the directory', async () => {
    const { library, fetched } = openLibrary();
    const scope = await library.open([term('cach')], {}, 2);
    expect(fetched.shelves).toEqual(['s0', 's7', 's4']);
    expect(fetched.chunks).toEqual(['v/0']);
    expect(scope.problems).toEqual({ fitting: 4, open: 2 });
    expect(scope.count).toBe(30);
  });

  it('asks a shelf only for what stands on it, and none twice', async () => {
    const { library, fetched } = openLibrary();
    const terms = [term('shard'), term('key')];
    const scope = await library.open(terms, {}, 2);
    const found = await scope.find('shard');
    await (await library.open(terms, {}, 2)).find('shard');
    expect(found.map(({ id }) => id)).toEqual(['s9/1', 's5/1']);
    expect(fetched.shelves).toEqual(['s0', 's9', 's5']);
    expect(fetched.searches).not.toContain('s0 shard');
    expect((await scope.find('')).length).toBe(3);
    expect((await scope.read('s5/1'))?.meta.title).toBe('s5');
  });

  it('finds several words where all of them stand', async () => {
    const { library, fetched } = openLibrary();
    await library.open([term('"shard cach"')], {}, 5);
    expect(fetched.shelves).toEqual(['s0', 's9']);
  });

  it('looks for what a name implies only where the name does not fill a page', async () => {
    const { library } = openLibrary();
    const few = await library.open([term('cach', 'shard')], {}, 5);
    expect(few.problems?.fitting).toBe(5);
    expect(await few.find('shard')).not.toEqual([]);
    const enough = await library.open([term('cach', 'shard')], {}, 2);
    expect(enough.problems?.fitting).toBe(4);
    expect(await enough.find('shard')).toEqual([]);
  });

  it('keeps to the facets; without words it takes the problems as they stand', async () => {
    const { library, fetched } = openLibrary();
    expect((await library.open([], { component: ['kafka'] }, 5)).problems?.fitting).toBe(2);
    expect(fetched.shelves).toEqual(['s0', 's3', 's9']);
    expect((await library.open([], { component: ['none'] }, 5)).problems?.fitting).toBe(0);
    expect((await library.open([], {}, 5)).problems).toEqual({ fitting: 20, open: 5 });
  });

  it('opens chosen problems first, and others beside them for their counts', async () => {
    const { library, fetched } = openLibrary();
    const scope = await library.open([term('key')], { problem: ['ninth'] }, problemsAtOnce);
    expect(fetched.shelves.slice(0, 2)).toEqual(['s0', 's9']);
    expect(fetched.shelves).toHaveLength(1 + problemsAtOnce);
    expect(scope.problems).toEqual({ fitting: 1, open: 1 });
  });

  it('says which problems were asked for later', async () => {
    const { library } = openLibrary();
    const scope = await library.open([term('key')], {}, 2 * problemsAtOnce);
    const turns = (await scope.find('')).map(({ id }) => scope.turnOf(id));
    expect(turns).toEqual([0, ...Array(problemsAtOnce).fill(0), ...Array(problemsAtOnce).fill(1)]);
  });

  it('opens nothing where nothing is sought', async () => {
    const { library, fetched } = openLibrary();
    const scope = await library.open([], {}, 0);
    expect(await scope.find('')).toEqual([]);
    expect(fetched.shelves).toEqual([]);
  });
});
