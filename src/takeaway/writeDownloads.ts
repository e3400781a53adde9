import { Readable } from 'node:stream';
import { withBase } from '../navigation/base.ts';
import { type ArchiveEntry, textEntry, writeArchive } from './archive.ts';
import type { BuiltSite } from './builtSite.ts';
import { type Digest, digestOf, writeDigested } from './digest.ts';
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
import type { Place } from './place.ts';
import { siteReadme } from './readme.ts';
import type { ProblemFacts } from './record.ts';
import { singleNote } from './singleNote.ts';
import { twinText, twinUnder } from './twin.ts';
import type { TwinStore } from './twinStore.ts';
import { vaultEntries } from './vault/vault.ts';
import { writeTwin } from './writeTwins.ts';

/** What downloads are made of. */
interface Content {
  problems: readonly ProblemFacts[];
  twins: TwinStore;
  place: Place;
}

/** Writes all downloads, then the page that lists them; the archive of the site comes last. */
export async function writeDownloads(
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
        if (file === undefined) return [];
        return [textEntry(file, async () => twinText(await twins.read(address)))];
      }),
    ]),
  ];
  const digests: Digests = [];
  for (const [address, entries] of archives) {
    digests.push([address, await writeArchive(site.locate(address.slice(1)), entries)]);
  }
  return digests;
}

async function writeTexts(site: BuiltSite, content: Content): Promise<Digests> {
  const digests: Digests = [];
  for await (const [address, pieces] of textFiles(site, content)) {
    const digest = await writeDigested(site.locate(address.slice(1)), Readable.from(pieces));
    digests.push([address, digest]);
  }
  return digests;
}

type TextFile = [address: string, pieces: Iterable<string> | AsyncIterable<string>];

/** All downloads that are one text. */
async function* textFiles(
  site: BuiltSite,
  { problems, twins, place }: Content,
): AsyncGenerator<TextFile> {
  const llms = {
    twins: twins.facts.filter(({ address }) => address !== downloadsAddress),
    read: async (address: string) => twinUnder(place.base, await twins.read(address)),
    site: place.root,
  };
  yield ['/llms.txt', [llmsIndex(llms)]];
  yield ['/llms-full.txt', llmsFull(llms)];
  yield ['/llms-small.txt', llmsSmall(llms)];
  // Once for all problems, since a listing takes as long as the site is large.
  const paths = await boardPaths(site);
  for (const { slug, level, designs } of problems) {
    const design = designs.find(({ format }) => format === 'note');
    if (design === undefined) continue;
    const own = paths.filter((path) => path.startsWith(`designs/${slug}/`));
    const boards = await readBoards(site, own);
    const note = singleNote(
      await twins.read(design.address),
      { ...design, level },
      (address) => boards.get(address),
      place.root,
    );
    yield [noteAddress(slug), [note]];
  }
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
