import type { Digest } from './digest.ts';

/** Address of the page that lists all downloads. */
export const downloadsAddress = '/downloads/';

/** Archives and files of the whole site, in the order of the page. */
export const sets = [
  {
    address: '/downloads/site.zip',
    title: 'The whole site',
    about: 'Every page, file and the search, for any file server. The README in it says how.',
  },
  {
    address: '/downloads/obsidian.zip',
    title: 'Obsidian vault',
    about:
      'All designs and templates as notes with properties, tags and links between them; whiteboards for the Excalidraw plug-in.',
  },
  {
    address: '/llms-full.txt',
    title: 'All pages in one file',
    about: 'Plain Markdown, for a language model with room for it.',
  },
  {
    address: '/llms-small.txt',
    title: 'Overviews and spoken answers in one file',
    about: 'The same, for a language model with less room.',
  },
  {
    address: '/llms.txt',
    title: 'List of all pages',
    about: 'Where each page’s Markdown is, by the llms.txt convention.',
  },
] as const;

/** The set that holds all others, and so cannot tell its own sum. */
export const siteSet = sets[0].address;

/** Address of the note of a problem that is one file. */
export function noteAddress(slug: string): string {
  return `/downloads/${slug}-note.md`;
}

/** Address of the dossier of a problem. */
export function dossierAddress(slug: string): string {
  return `/downloads/${slug}-dossier.zip`;
}

/** What stands on the page until the download is made. */
export function sizeMark(address: string): string {
  return `@@size ${address}@@`;
}

/** As `sizeMark`, for the SHA-256. */
export function sumMark(address: string): string {
  return `@@sum ${address}@@`;
}

/** Puts sizes and sums into the page; what has none says that it is not known here. */
export function fillMarks(page: string, digests: ReadonlyMap<string, Digest>): string {
  return page.replace(/@@(size|sum) ([^@]+)@@/g, (_, kind: string, address: string) => {
    const digest = digests.get(address);
    if (digest === undefined) return kind === 'size' ? 'this copy' : 'not known inside of itself';
    return kind === 'size' ? sayBytes(digest.bytes) : digest.sum;
  });
}

/** Addresses that a page asks a size for, in their order. */
export function markedAddresses(page: string): string[] {
  return [...page.matchAll(/@@size ([^@]+)@@/g)].flatMap(([, address]) => address ?? []);
}

/** Sums as `sha256sum --check` reads them, seen from the site's root. */
export function sumsFile(digests: ReadonlyMap<string, Digest>): string {
  return [...digests]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([address, { sum }]) => `${sum}  ${address.slice(1)}\n`)
    .join('');
}

/** Decimal units, three digits at most: `12.4 kB`. */
export function sayBytes(bytes: number): string {
  const [value, unit] =
    bytes < 1000 ? [bytes, 'bytes'] : bytes < 1e6 ? [bytes / 1e3, 'kB'] : [bytes / 1e6, 'MB'];
  return `${value < 100 && unit !== 'bytes' ? value.toFixed(1) : Math.round(value)} ${unit}`;
}
