import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { isPacked } from '../takeaway/archive.ts';
import { type BuiltSite, openSite } from '../takeaway/builtSite.ts';
import { siteSet } from '../takeaway/downloads.ts';
import type { SavedFile } from './names.ts';
import { sizesFile, workerFile } from './names.ts';
import { assetsIn, reachable } from './reach.ts';

/** A saved file with its bytes on the device. */
export interface MeasuredFile extends SavedFile {
  disk: number;
}

/** Files whose name changes with their content. */
const namedByContent = /^_astro\/|^pagefind\/(?:fragment|index|directory|shelves|words)\//;

/** Downloads, but not the page that lists them. */
const downloads = /^downloads\/(?!index\.)|^llms[^/]*\.txt$/;

/** Files that nobody opens without a network, and the site as an archive of what is saved anyway. */
const notSaved = new Set([workerFile, sizesFile, siteSet.slice(1), '404.html']);
const neverOpened = /^sitemap-.*\.xml$|^_astro\/offline-worker\.|(?:^|\/)\./;

const compress = promisify(gzip);

/** Files that are open at a time: there may be tens of thousands. */
const concurrency = 16;

/** What of a built site is saved, sorted by address. */
export async function listSavedFiles(folder: URL): Promise<MeasuredFile[]> {
  const site = openSite(folder);
  const paths = (await site.list()).filter(
    (path) => !notSaved.has(path) && !neverOpened.test(path),
  );
  const assets = await reachableAssets(site, paths);
  const saved = paths.filter((path) => !path.startsWith('_astro/') || assets.has(path));
  return Readable.from(saved)
    .map((path: string) => measure(site, path), { concurrency })
    .toArray();
}

async function measure(site: BuiltSite, path: string): Promise<MeasuredFile> {
  const content = await site.read(path);
  const digest = createHash('sha256').update(content).digest('base64');
  return {
    url: path.replace(/(^|\/)index\.html$/, '$1') || './',
    ...(!namedByContent.test(path) && { integrity: `sha256-${digest}` }),
    wire: isPacked(path) ? content.length : await compressedSize(content, digest),
    disk: content.length,
    ...(downloads.test(path) && { download: true }),
  };
}

/** Compressed sizes by digest: of a site that is listed a second time, most files are as they were. */
const compressedSizes = new Map<string, number>();

async function compressedSize(content: Uint8Array, digest: string): Promise<number> {
  const known = compressedSizes.get(digest);
  if (known !== undefined) return known;
  const { length } = await compress(content);
  compressedSizes.set(digest, length);
  return length;
}

/**
 * Scripts, styles and fonts that a page can come to need. The script that draws Mermaid in the browser
 * is big, and needed only by a page with a diagram that was not drawn at build.
 */
async function reachableAssets(site: BuiltSite, paths: readonly string[]): Promise<Set<string>> {
  const read = async (path: string) => ({ path, text: String(await site.read(path)) });
  const assets = await Promise.all(paths.filter((path) => path.startsWith('_astro/')).map(read));
  const names = new Set<string>();
  let drawsInBrowser = false;
  for (const path of paths.filter((one) => one.endsWith('.html'))) {
    const { text } = await read(path);
    for (const name of assetsIn(text)) names.add(name);
    drawsInBrowser ||= text.includes('<pre class="mermaid"');
  }
  return reachable(names, assets, (path) => !drawsInBrowser && path.includes('mermaid-in-browser'));
}
