import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { builtFiles } from './site.ts';

type Node = DefaultTreeAdapterTypes.Node;

/** What of a page matters for links. */
export interface PageLinks {
  ids: Set<string>;
  repeated: string[];
  /** Those in the markup, and those to which a script may turn them. */
  links: string[];
}

/** Attributes that hold an address, those that the site's scripts fetch included. */
const addresses = [
  'href',
  'src',
  'action',
  'data-twin',
  'data-prompt',
  'data-contracts',
  'data-example',
];

/** What the script of what-if asks for, of an address that it completes itself. */
const endings = ['.json', '.js'];

async function readPage(file: string): Promise<PageLinks> {
  const page: PageLinks = { ids: new Set(), repeated: [], links: [] };
  visit(parse(await readFile(file, 'utf8')), page);
  return page;
}

function visit(node: Node, page: PageLinks): void {
  if ('attrs' in node) {
    for (const { name, value } of node.attrs) {
      if (name === 'id') {
        if (page.ids.has(value)) page.repeated.push(value);
        page.ids.add(value);
      }
      if (addresses.includes(name)) page.links.push(value);
      if (name === 'data-source') {
        const asked = node.tagName === 'what-if' ? endings : [''];
        page.links.push(...asked.map((ending) => value + ending));
      }
    }
    const [start, landing] = ['href', 'data-landing'].map(
      (name) => node.attrs.find((one) => one.name === name)?.value,
    );
    for (const place of landing?.split(' ') ?? []) {
      if (place !== '#') page.links.push(start + place);
    }
  }
  const children =
    'content' in node ? node.content.childNodes : 'childNodes' in node ? node.childNodes : [];
  for (const child of children) visit(child, page);
}

/** Every page of a built folder by its file. */
export async function readPages(folder: string): Promise<Map<string, PageLinks>> {
  const files = await builtFiles('.html', folder);
  return new Map(
    await Promise.all(
      files.map(async (file) => [file, await readPage(join(folder, file))] as const),
    ),
  );
}

/** Where a site is built for. */
export interface Place {
  origin: string;
  /** With slashes at both ends. */
  base: string;
}

/** Finds links that lead nowhere: `page: link`. */
export async function brokenLinks(
  folder: string,
  pages: ReadonlyMap<string, PageLinks>,
  place: Place,
): Promise<string[]> {
  const everything = new Set(await builtFiles('', folder));
  const leadsSomewhere = (link: string, from: string): boolean => {
    const root = place.origin + place.base;
    const url = new URL(link, root + from.replace(/index\.html$/, ''));
    if (url.origin !== place.origin) return true;
    if (!url.href.startsWith(root)) return false;
    const path = decodeURIComponent(url.pathname).slice(place.base.length);
    const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    const anchor = decodeURIComponent(url.hash.slice(1));
    return everything.has(file) && (anchor === '' || (pages.get(file)?.ids.has(anchor) ?? false));
  };
  return [...pages].flatMap(([from, { links }]) =>
    links.filter((link) => !leadsSomewhere(link, from)).map((link) => `${from}: ${link}`),
  );
}
