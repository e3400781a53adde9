import type { Chosen } from './facets.ts';
import { fetchFile, folder, type Pagefind, requestFiles } from './files.ts';
import { Remembered } from './remembered.ts';
import { Sections } from './sections.ts';
import { Library } from './shelves/library.ts';
import { type Scope, scopeOfAll } from './shelves/scope.ts';
import { openShelf, type ShelfFile } from './shelves/shelf.ts';
import type { LibraryStart, SearchStart } from './start.ts';
import { stemmer } from './stems.ts';
import type { Names, Term } from './terms.ts';

/** Everything that can be searched. */
export interface Engine extends Names {
  sections: Sections;
  /** Words of headings and names of components: what a word nobody knows may have meant. */
  knownWords: () => Promise<readonly string[]>;
  /** Gets ready what terms and facets may find, in at most so many problems where there are very many. */
  open: (terms: readonly Term[], chosen: Chosen, most: number) => Promise<Scope>;
}

type Opened = Pick<Engine, 'sections' | 'open'>;

let loading: Promise<Engine> | undefined;

/** Loads the engine, once. Rejects where there is no index: in development, or offline. */
export function loadEngine(): Promise<Engine> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(): Promise<Engine> {
  const files = requestFiles();
  const start: SearchStart = await (await files.start).clone().json();
  const [pagefind, wasm] = await Promise.all([files.script, files.wasm]);
  const lists = new Remembered(async (name): Promise<string[]> => (await fetchFile(name)).json());
  await pagefind.backend({ module_or_path: await unpack(wasm.clone()) });
  return {
    synonyms: start.synonyms,
    compounds: new Set(start.compounds),
    absent: new Set(start.absent),
    knownWords: () => lists.of(start.words),
    ...(start.directory === undefined
      ? await openWhole(pagefind, start)
      : openLibrary(pagefind, start)),
  };
}

async function openWhole(pagefind: Pagefind, start: SearchStart & ShelfFile): Promise<Opened> {
  const scope = scopeOfAll(await openShelf(pagefind, start, { folder, entry: start.entry }));
  return { sections: new Sections(start), open: async () => scope };
}

function openLibrary(
  pagefind: Pagefind,
  { directory, values, counts, entry }: SearchStart & LibraryStart,
): Opened {
  const sections = new Sections({ values, sections: {} }, counts);
  const library = new Library(directory, {
    stems: stemmer(pagefind.backend),
    chunk: async (name) => (await fetchFile(`directory/${name}.json`)).json(),
    shelf: async (name, prefix) => {
      const file: ShelfFile = await (await fetchFile(`shelves/${name}/shelf.json`)).json();
      const place = { folder: `${folder}shelves/${name}/`, entry, prefix };
      const shelf = await openShelf(pagefind, file, place);
      sections.add(file, prefix);
      return shelf;
    },
  });
  return { sections, open: (terms, chosen, most) => library.open(terms, chosen, most) };
}

/** The program of `wasm.en.pagefind`; twelve bytes before it say that it is Pagefind's. */
async function unpack({ body }: Response): Promise<Uint8Array<ArrayBuffer>> {
  if (body === null) throw new Error('Pagefind’s program is empty');
  const plain = new Response(body.pipeThrough(new DecompressionStream('gzip')));
  return new Uint8Array(await plain.arrayBuffer()).subarray(12);
}
