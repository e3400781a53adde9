import { sitePath } from '../navigation/address.ts';
import type { Match } from './rank.ts';
import type { SearchRecord } from './record.ts';
import type { StemmingBackend } from './stems.ts';

/** What is known of a section once its fragment is there. */
export interface Fragment {
  url: string;
  /** The text with `<` and `>` escaped, words parted as Pagefind parts them. */
  raw_content: string;
  meta: SearchRecord['meta'];
}

/** Of Pagefind's script, what is used here; the build lets it out (`pagefindScript.ts`). */
export interface Pagefind {
  /** Hands Pagefind a file that it would fetch, by its address. */
  give(address: string, response: Response): void;
  /** Starts the program that all indexes share. */
  backend: StemmingBackend & ((program: { module_or_path: BufferSource }) => Promise<unknown>);
  PagefindInstance: new (options: Record<string, unknown>) => PagefindInstance;
}
export interface PagefindInstance {
  init(language: string, options: { load_wasm: boolean }): Promise<void>;
  search(text: string | null): Promise<{ results: Result[] }>;
}
export interface Result extends Match {
  data(): Promise<Fragment>;
}

/** Where the index lies. */
export const folder = sitePath('/pagefind/');

interface Files {
  script: Promise<Pagefind>;
  wasm: Promise<Response>;
  start: Promise<Response>;
}
let files: Files | undefined;

/**
 * Asks for all that the engine needs, at once. The door calls this before the interface is there,
 * so that both come in one round trip. Asks again after a failure.
 */
export function requestFiles(): Files {
  if (files !== undefined) return files;
  const asked: Files = {
    script: import(/* @vite-ignore */ `${folder}pagefind.js`),
    wasm: fetchFile('wasm.en.pagefind'),
    // Names the other files, so it must be today's.
    start: fetchFile('start.json', 'no-cache'),
  };
  files = asked;
  for (const file of Object.values(asked)) {
    file.catch(() => {
      if (files === asked) files = undefined;
    });
  }
  return asked;
}

/** Fetches a file of the index. */
export async function fetchFile(name: string, cache: RequestCache = 'default'): Promise<Response> {
  const response = await fetch(folder + name, { cache });
  if (!response.ok) throw new Error(`${response.status} for ${name}`);
  return response;
}
