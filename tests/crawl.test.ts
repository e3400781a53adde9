import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { nowherePages } from '../src/navigation/nowhere.ts';
import { builtFiles, dist } from './support/site.ts';

type Node = DefaultTreeAdapterTypes.Node;

/** What a search engine shows of a page, and under which address. */
interface Entry {
  file: string;
  title: string;
  description: string;
  canonical: string;
}

async function readEntry(file: string): Promise<Entry> {
  const entry: Entry = { file, title: '', description: '', canonical: '' };
  const visit = (node: Node) => {
    if ('attrs' in node) {
      const { name, content = '', rel, href = '' } = attributes(node);
      if (node.nodeName === 'meta' && name === 'description') entry.description = content;
      if (node.nodeName === 'link' && rel === 'canonical') entry.canonical = href;
      if (node.nodeName === 'title' && node.parentNode?.nodeName === 'head') {
        entry.title = node.childNodes
          .map((child) => ('value' in child ? child.value : ''))
          .join('');
      }
    }
    if ('childNodes' in node) for (const child of node.childNodes) visit(child);
  };
  visit(parse(await readFile(join(dist, file), 'utf8')));
  return entry;
}

function attributes({ attrs }: DefaultTreeAdapterTypes.Element): Record<string, string> {
  return Object.fromEntries(attrs.map(({ name, value }) => [name, value]));
}

/** Pages that stand where others are missing have no address of their own. */
const nowhere = nowherePages.map((address) => `${address.slice(1, -1)}.html`);
const entries = await Promise.all(
  (await builtFiles('.html')).filter((file) => !nowhere.includes(file)).map(readEntry),
);
const origin = new URL(entries.find(({ file }) => file === 'index.html')?.canonical ?? '').origin;
const addressOf = (file: string) => `${origin}/${file.replace(/index\.html$/, '')}`;

/** Values that stand on more than one page, with their files. */
function repeated(key: 'title' | 'description'): string[] {
  const files = Map.groupBy(entries, (entry) => entry[key]);
  return [...files]
    .filter(([, group]) => group.length > 1)
    .map(([value, group]) => `${value}: ${group.map(({ file }) => file).join(', ')}`);
}

describe('what search engines read', () => {
  it.each(['title', 'description'] as const)('is a %s of its own on every page', (key) => {
    expect(repeated(key)).toEqual([]);
    const odd = entries.filter((entry) => entry[key].length < 10 || entry[key].length > 250);
    expect(odd.map((entry) => `${entry.file}: ${entry[key]}`)).toEqual([]);
  });

  it('is the address of the page itself', () => {
    const wrong = entries.filter(({ file, canonical }) => canonical !== addressOf(file));
    expect(wrong.map(({ file, canonical }) => `${file}: ${canonical}`)).toEqual([]);
  });

  it('is a list of all pages, to which robots.txt leads', async () => {
    const robots = await readFile(join(dist, 'robots.txt'), 'utf8');
    expect(robots).toMatch(/^User-agent: \*\nAllow: \/\n/);
    const index = /^Sitemap: (.*)$/m.exec(robots)?.[1] ?? '';
    const maps = await locations(index);
    const listed = (await Promise.all(maps.map(locations))).flat();
    expect(listed.sort()).toEqual(entries.map(({ file }) => addressOf(file)).sort());
  });
});

/** The addresses that a sitemap, or an index of sitemaps, holds. */
async function locations(address: string): Promise<string[]> {
  const { pathname } = new URL(address);
  const xml = await readFile(join(dist, pathname.slice(1)), 'utf8');
  return [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, location = '']) => location);
}
