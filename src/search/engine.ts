import type { Synonym } from '../schemas/synonym.ts';
import {
  folder,
  type Fragment,
  type PagefindInstance,
  requestFiles,
  type Result,
} from './files.ts';
import type { Match } from './rank.ts';
import { Sections } from './sections.ts';

import type { SearchStart } from './start.ts';

/** Pagefind, with what the start file brought. */
export interface Engine {
  sections: Sections;
  synonyms: Synonym[];
  compounds: ReadonlySet<string>;
  absent: ReadonlySet<string>;
  words: string[];
  /** The sections in which all words of a text occur, or words that begin with them; all for ''. */
  find: (text: string) => Promise<Match[]>;
  /** A section's text. It must have been found before. */
  read: (id: string) => Promise<Fragment | undefined>;
}

/** Searches that are remembered: while one types, all words but the last stay the same. */
const mostRemembered = 300;

/** Tuned on tests/search/golden.ts. */
const ranking = {
  termFrequency: 1,
  pageLength: 0.9,
  termSaturation: 2,
  metaWeights: { title: 4, page: 2, topics: 2.5, parts: 1 },
};

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
  const { script, start: startFile, wasm } = requestFiles();
  const [pagefind, response] = await Promise.all([script, startFile]);
  const start: SearchStart = await response.clone().json();
  const bytes = Uint8Array.from(atob(start.meta.bytes), (sign) => sign.charCodeAt(0));
  pagefind.give('wasm.en.pagefind', wasm);
  pagefind.give('pagefind-entry.json', Promise.resolve(Response.json(start.entry)));
  pagefind.give(start.meta.name, Promise.resolve(new Response(bytes)));
  const instance = pagefind.createInstance({
    basePath: folder,
    // Records have addresses of the site; what shows them puts its base before them.
    baseUrl: '/',
    noWorker: true,
    ranking,
  });
  return makeEngine(instance, start);
}

function makeEngine(instance: PagefindInstance, start: SearchStart): Engine {
  const searches = new Map<string, Promise<Match[]>>();
  const found = new Map<string, Result>();
  const search = async (text: string) => {
    const { results } = await instance.search(text === '' ? null : text);
    for (const result of results) found.set(result.id, result);
    return results;
  };
  return {
    sections: new Sections(start),
    synonyms: start.synonyms,
    compounds: new Set(start.compounds),
    absent: new Set(start.absent),
    words: start.words,
    find: (text) => {
      const known = searches.get(text) ?? search(text);
      if (searches.size > mostRemembered) searches.clear();
      searches.set(text, known);
      known.catch(() => searches.delete(text));
      return known;
    },
    read: async (id) => found.get(id)?.data(),
  };
}
