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

/** A file as it was found, and what it may need. */
interface Look {
  file: MeasuredFile;
  /** Scripts, styles and fonts that a page names: without their folders. */
  assets: readonly string[];
  /** Whether it is a page with a diagram that the browser draws. */
  draws: boolean;
}

/** What of a built site is saved, sorted by address. */
export async function listSavedFiles(folder: URL): Promise<MeasuredFile[]> {
  const site = openSite(folder);
  const paths = (await site.list()).filter(
    (path) => !notSaved.has(path) && !neverOpened.test(path),
  );
  const isAsset = (path: string) => path.startsWith('_astro/');
  const content = await lookAll(
    site,
    paths.filter((path) => !isAsset(path)),
  );
  const assets = await reachableAssets(site, paths.filter(isAsset), [...content.values()]);
  const all = new Map([...content, ...(await lookAll(site, [...assets]))]);
  return paths.flatMap((path) => all.get(path)?.file ?? []);
}

async function lookAll(site: BuiltSite, paths: readonly string[]): Promise<Map<string, Look>> {
  const looks = await Readable.from(paths)
    .map(async (path: string): Promise<[string, Look]> => [path, await lookAgain(site, path)], {
      concurrency,
    })
    .toArray();
  return new Map(looks);
}

/** Files that were looked at before: a build lists its site twice, and few files change between. */
const seen = new Map<string, { stamp: string; look: Look }>();

async function lookAgain(site: BuiltSite, path: string): Promise<Look> {
  const { href } = site.locate(path);
  const stamp = site.stamp(path);
  const known = seen.get(href);
  if (known?.stamp === stamp) return known.look;
  const look = await lookAt(site, path);
  seen.set(href, { stamp, look });
  return look;
}

async function lookAt(site: BuiltSite, path: string): Promise<Look> {
  const content = await site.read(path);
  const digest = createHash('sha256').update(content).digest('base64');
  const html = path.endsWith('.html') ? String(content) : '';
  return {
    file: {
      url: path.replace(/(^|\/)index\.html$/, '$1') || './',
      ...(!namedByContent.test(path) && { integrity: `sha256-${digest}` }),
      wire: isPacked(path) ? content.length : (await compress(content)).length,
      disk: content.length,
      ...(downloads.test(path) && { download: true }),
    },
    // Cloned: a string that was cut from a page keeps the whole page in memory.
    assets: structuredClone([...new Set(assetsIn(html))]),
    draws: html.includes('<pre class="mermaid"'),
  };
}

/**
 * Scripts, styles and fonts that a page can come to need. The script that draws Mermaid in the browser
 * is big, and needed only by a page with a diagram that was not drawn at build.
 */
async function reachableAssets(
  site: BuiltSite,
  paths: readonly string[],
  pages: readonly Look[],
): Promise<Set<string>> {
  const files = await Promise.all(
    paths.map(async (path) => ({ path, text: String(await site.read(path)) })),
  );
  const names = new Set(pages.flatMap(({ assets }) => assets));
  const drawsInBrowser = pages.some(({ draws }) => draws);
  return reachable(names, files, (path) => !drawsInBrowser && path.includes('mermaid-in-browser'));
}
