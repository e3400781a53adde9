import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import type { Synonym } from '../schemas/synonym.ts';
import { facets, type FacetValue } from './facets.ts';
import type { SearchRecord } from './record.ts';
import type { SearchStart } from './start.ts';
import { absentAmong, compoundsAmong, knownWords } from './words.ts';

/** What an index is made of, and where it goes. */
interface IndexSource {
  records: readonly SearchRecord[];
  synonyms: Synonym[];
  folder: URL;
}

/**
 * Words a chunk of the index. Pagefind's own 20,000 make chunks of 28 kB, of which a visitor needs
 * one for every word that is typed; with a hundredth of all words they are 3 kB. Chunks are listed
 * in the metadata, so there must not be too many of them either.
 */
function chunkSize(records: readonly SearchRecord[]): number {
  const words = records.reduce((sum, { content }) => sum + content.split(/\s+/).length, 0);
  return Math.min(Math.max(Math.round(words / 100), 1_500), 20_000);
}

/** Writes Pagefind's files and the start file; what the site's own interface does not use is left out. */
export async function writeIndex({ records, synonyms, folder }: IndexSource): Promise<void> {
  await writePagefind(records, fileURLToPath(folder));
  const start = await makeStart(records, synonyms, folder);
  await writeFile(new URL('start.json', folder), JSON.stringify(start));
  await acceptGivenFiles(new URL('pagefind.js', folder));
  // Its interfaces, its worker (the engine is quicker without), and what the start file holds.
  const unused = (await readdir(folder)).filter((name) =>
    /^pagefind-|^wasm\.unknown|\.pf_meta$/.test(name),
  );
  await Promise.all(unused.map((name) => rm(new URL(name, folder))));
}

async function writePagefind(records: readonly SearchRecord[], outputPath: string): Promise<void> {
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = String(chunkSize(records));
  try {
    const { index, errors } = await pagefind.createIndex();
    if (index === undefined) throw new Error(errors.join('\n'));
    // One after the other, since Pagefind numbers records as they come: the index stays the same.
    for (const { url, content, meta } of records) {
      const added = await index.addCustomRecord({ url, content, meta, language: 'en' });
      if (added.errors.length > 0) throw new Error(`${url}: ${added.errors.join('\n')}`);
    }
    const written = await index.writeFiles({ outputPath });
    if (written.errors.length > 0) throw new Error(written.errors.join('\n'));
  } finally {
    await pagefind.close();
    delete process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'];
  }
}

/** Gathers what the engine needs before the first word. */
async function makeStart(
  records: readonly SearchRecord[],
  synonyms: Synonym[],
  folder: URL,
): Promise<SearchStart> {
  const name = (await readdir(folder)).find((file) => file.endsWith('.pf_meta'));
  if (name === undefined) throw new Error('Pagefind wrote no metadata: the search has no records.');
  const values = facetValues(records);
  const names = synonyms.flatMap(({ same, also }) => [...same, ...also]);
  const numbers = new Map(values.map(([facet, { id }], number) => [`${facet}:${id}`, number]));
  const ids = await sectionIds(new URL('fragment/', folder));
  const sections = records.map(({ url, facets: own }) => {
    const id = ids.get(url);
    if (id === undefined) throw new Error(`Pagefind wrote no fragment for ${url}`);
    const its = facets.flatMap((facet) =>
      (own[facet] ?? []).flatMap((value) => numbers.get(`${facet}:${value.id}`) ?? []),
    );
    return [id, its] as const;
  });
  return {
    entry: JSON.parse(await readFile(new URL('pagefind-entry.json', folder), 'utf8')),
    meta: { name, bytes: (await readFile(new URL(name, folder))).toString('base64') },
    values,
    sections: Object.fromEntries(sections.sort(([a], [b]) => (a < b ? -1 : 1))),
    synonyms,
    compounds: compoundsAmong(names, records),
    absent: absentAmong(names, records),
    words: knownWords(records),
  };
}

/** Every value of every facet, in the order in which the records first have them. */
function facetValues(records: readonly SearchRecord[]): SearchStart['values'] {
  return facets.flatMap((facet) => {
    const found = new Map<string, FacetValue>();
    for (const { facets: own } of records) {
      for (const value of own[facet] ?? []) found.set(value.id, value);
    }
    return [...found.values()].map((value): SearchStart['values'][number] => [facet, value]);
  });
}

/** Pagefind's ids by address: the names of its fragments. */
async function sectionIds(folder: URL): Promise<Map<string, string>> {
  const names = await readdir(folder);
  const pairs = names.map(async (name) => {
    // Twelve bytes say that it is Pagefind's; the rest is JSON.
    const bytes = gunzipSync(await readFile(new URL(name, folder))).subarray(12);
    const { url }: { url: string } = JSON.parse(bytes.toString('utf8'));
    return [url, name.replace(/\.pf_fragment$/, '')] as const;
  });
  return new Map(await Promise.all(pairs));
}

/**
 * Lets the engine hand files to Pagefind that it has already. Pagefind asks for its entry, then for
 * its metadata, one after the other; the start file brings both at once.
 */
async function acceptGivenFiles(script: URL): Promise<void> {
  const prologue = [
    'const given = new Map();',
    'export const give = (name, response) => given.set(name, response);',
    'const fetch = (address) => {',
    "  const name = String(address).split('?')[0].split('/').pop();",
    '  return given.get(name) ?? globalThis.fetch(address);',
    '};',
  ].join('\n');
  await writeFile(script, `${prologue}\n${await readFile(script, 'utf8')}`);
}
