import type { AstroIntegration } from 'astro';
import { withBase } from '../navigation/base.ts';
import { parseNatively } from '../source/nativeMarkdown.ts';
import { type ArchiveEntry, type Digest, digestOf, textEntry, writeArchive } from './archive.ts';
import { type BuiltSite, openSite, takeRecords } from './builtSite.ts';
import { designTwin } from './designTwin.ts';
import {
  dossierAddress,
  downloadsAddress,
  fillMarks,
  markedAddresses,
  noteAddress,
  siteSet,
  sumsFile,
} from './downloads.ts';
import { pageTwin } from './html/pageTwin.ts';
import { llmsFull, llmsIndex, llmsSmall } from './llms.ts';
import { siteReadme } from './readme.ts';
import type { ProblemRecord } from './record.ts';
import { singleNote } from './singleNote.ts';
import { type Twin, twinAddress, twinFile, twinText, twinUnder } from './twin.ts';
import { vaultEntries } from './vault/vault.ts';

export interface TakeawayOptions {
  /** Adds what must be in the archive of the whole site but depends on everything else in it. */
  beforeSiteArchive?: (folder: URL) => Promise<unknown>;
}

/**
 * Makes all that leaves the site: twins, vault, dossiers, files for language models and the site as
 * one archive. It stands behind every integration that writes pages, so that the archive holds all.
 */
export function takeaway({ beforeSiteArchive }: TakeawayOptions = {}): AstroIntegration {
  let place: Place = { root: '', base: '/' };
  return {
    name: 'takeaway',
    hooks: {
      'astro:config:done': ({ config }) => {
        const { site = '', base } = config;
        place = { root: new URL(withBase(base, '/'), site).href.replace(/\/$/, ''), base };
      },
      'astro:build:done': async ({ dir, logger }) => {
        parseNatively();
        const start = performance.now();
        const site = openSite(dir);
        const problems = await takeRecords(site);
        const twins = await writeTwins(site, problems, place);
        const made = performance.now();
        const before = process.cpuUsage();
        await writeDownloads(site, { problems, twins, place }, () => beforeSiteArchive?.(dir));
        const { user, system } = process.cpuUsage(before);
        const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;
        logger.info(
          `${twins.size} twins in ${seconds(made - start)}, downloads in ${seconds(performance.now() - made)}, of which computed ${seconds((user + system) / 1000)}`,
        );
      },
    },
  };
}

/** Where the site will be found. */
interface Place {
  /** Full address of its first page, without the last slash. */
  root: string;
  /** Its folder on the host. */
  base: string;
}

/** Writes the twin of every page; returns them by address, in the order of the addresses. */
async function writeTwins(
  site: BuiltSite,
  problems: readonly ProblemRecord[],
  place: Place,
): Promise<Map<string, Twin>> {
  const designs = new Map(
    problems.flatMap(({ designs: pages }) => pages.map((page) => [page.address, page] as const)),
  );
  const twins = new Map<string, Twin>();
  for (const path of await site.list()) {
    if (!/(?:^|\/)index\.html$/.test(path)) continue;
    const address = `/${path.replace(/index\.html$/, '')}`;
    const design = designs.get(address);
    const twin =
      design === undefined
        ? pageTwin(String(await site.read(path)), address, place.base)
        : designTwin(design);
    if (twin !== undefined) twins.set(address, twin);
  }
  for (const twin of twins.values()) {
    if (twin.address !== downloadsAddress) await writeTwin(site, twin, place);
  }
  return twins;
}

function writeTwin(site: BuiltSite, twin: Twin, { root, base }: Place): Promise<void> {
  return site.write(twinAddress(twin.address).slice(1), twinFile(twinUnder(base, twin), root));
}

interface Content {
  problems: readonly ProblemRecord[];
  twins: ReadonlyMap<string, Twin>;
  place: Place;
}

/** Writes all downloads, then the page that lists them; the archive of the site comes last. */
async function writeDownloads(
  site: BuiltSite,
  content: Content,
  complete: () => Promise<unknown> | undefined,
): Promise<void> {
  const page = `${downloadsAddress.slice(1)}index.html`;
  const marked = String(await site.read(page));
  const digests = new Map([
    ...(await writeArchives(site, content)),
    ...(await writeTexts(site, content)),
  ]);
  for (const address of markedAddresses(marked)) {
    if (digests.has(address) || address === siteSet) continue;
    digests.set(address, digestOf(await site.read(address.slice(1))));
  }
  await fillPage();
  await complete();
  digests.set(siteSet, await writeSite(site, content.place.base));
  await fillPage();

  /** Writes the page, its twin and the sums with what is known so far. */
  async function fillPage(): Promise<void> {
    const filled = fillMarks(marked, digests);
    await site.write(page, filled);
    await site.write('downloads/SHA256SUMS', sumsFile(digests));
    const twin = pageTwin(filled, downloadsAddress, content.place.base);
    if (twin !== undefined) await writeTwin(site, twin, content.place);
  }
}

type Digests = [address: string, digest: Digest][];

async function writeArchives(
  site: BuiltSite,
  { problems, twins, place }: Content,
): Promise<Digests> {
  const boards = (await boardPaths(site)).map((path) => ({
    address: `/${path}`,
    read: () => site.read(path),
  }));
  const vault = vaultEntries({ problems, twins, boards, site: place.root });
  const archives: [address: string, entries: ArchiveEntry[]][] = [
    ['/downloads/obsidian.zip', vault],
    ...problems.map(({ slug, designs }): [string, ArchiveEntry[]] => [
      dossierAddress(slug),
      designs.flatMap(({ file, address }) => {
        const twin = twins.get(address);
        return file === undefined || twin === undefined ? [] : [textEntry(file, twinText(twin))];
      }),
    ]),
  ];
  const digests: Digests = [];
  for (const [address, entries] of archives) {
    digests.push([address, await writeArchive(site.locate(address.slice(1)), entries)]);
  }
  return digests;
}

async function writeTexts(site: BuiltSite, { problems, twins, place }: Content): Promise<Digests> {
  const pages = [...twins.values()]
    .filter(({ address }) => address !== downloadsAddress)
    .map((twin) => twinUnder(place.base, twin));
  const llms = { twins: pages, site: place.root };
  const texts: [address: string, text: string][] = [
    ['/llms.txt', llmsIndex(llms)],
    ['/llms-full.txt', llmsFull(llms)],
    ['/llms-small.txt', llmsSmall(llms)],
  ];
  // Once for all problems, since a listing takes as long as the site is large.
  const paths = await boardPaths(site);
  for (const { slug, level, designs } of problems) {
    const design = designs.find(({ format }) => format === 'note');
    const twin = design && twins.get(design.address);
    if (design === undefined || twin === undefined) continue;
    const own = paths.filter((path) => path.startsWith(`designs/${slug}/`));
    const boards = await readBoards(site, own);
    const note = singleNote(
      twin,
      { ...design, level },
      (address) => boards.get(address),
      place.root,
    );
    texts.push([noteAddress(slug), note]);
  }
  return Promise.all(
    texts.map(async ([address, text]): Promise<Digests[number]> => {
      await site.write(address.slice(1), text);
      return [address, digestOf(new TextEncoder().encode(text))];
    }),
  );
}

/** Paths of all whiteboards. */
async function boardPaths(site: BuiltSite): Promise<string[]> {
  const paths = await site.list();
  return paths.filter((path) => /^designs\/[^/]+\/[^/]+\.excalidraw$/.test(path));
}

/** Whiteboards by address. */
async function readBoards(site: BuiltSite, paths: readonly string[]): Promise<Map<string, string>> {
  return new Map(
    await Promise.all(
      paths.map(async (path) => [`/${path}`, String(await site.read(path))] as const),
    ),
  );
}

/** The site as one archive, in the folder that its addresses begin with. */
async function writeSite(site: BuiltSite, base: string): Promise<Digest> {
  const path = siteSet.slice(1);
  const files = (await site.list()).filter((file) => file !== path);
  return writeArchive(site.locate(path), [
    textEntry('README.md', siteReadme(base)),
    ...files.map((file) => ({
      path: withBase(base, `/${file}`).slice(1),
      read: () => site.read(file),
    })),
  ]);
}
