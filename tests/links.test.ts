import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { builtFiles, dist } from './support/site.ts';

type Node = DefaultTreeAdapterTypes.Node;

/** What of a page matters for links. */
interface Page {
  ids: Set<string>;
  repeated: string[];
  links: string[];
}

async function readPage(file: string): Promise<Page> {
  const page: Page = { ids: new Set(), repeated: [], links: [] };
  visit(parse(await readFile(join(dist, file), 'utf8')), page);
  return page;
}

function visit(node: Node, page: Page): void {
  if ('attrs' in node) {
    for (const { name, value } of node.attrs) {
      if (name === 'id') {
        if (page.ids.has(value)) page.repeated.push(value);
        page.ids.add(value);
      }
      if (name === 'href' || name === 'src') page.links.push(value);
      if (name === 'data-landing') page.links.push(...Object.values<string>(JSON.parse(value)));
    }
  }
  const children =
    'content' in node ? node.content.childNodes : 'childNodes' in node ? node.childNodes : [];
  for (const child of children) visit(child, page);
}

const site = 'https://worked-designs.github.io';
const files = await builtFiles('.html');
const pages = new Map(
  await Promise.all(files.map(async (file) => [file, await readPage(file)] as const)),
);
const everything = new Set(await builtFiles(''));

/** The file that an address leads to, seen from a page; `undefined` for other origins. */
function target(link: string, from: string): { file: string; anchor: string } | undefined {
  const url = new URL(link, `${site}/${from.replace(/index\.html$/, '')}`);
  if (url.origin !== site) return undefined;
  const path = decodeURIComponent(url.pathname).slice(1);
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  return { file, anchor: decodeURIComponent(url.hash.slice(1)) };
}

describe('the built HTML', () => {
  it('has pages', () => {
    expect(pages.size).toBeGreaterThan(20);
  });

  it('has no broken link or anchor', () => {
    const broken: string[] = [];
    for (const [from, { links }] of pages) {
      for (const link of links) {
        const to = target(link, from);
        if (to === undefined) continue;
        const { file, anchor } = to;
        // Text fragments and template states are no anchors.
        const isThere = everything.has(file);
        const hasAnchor = anchor === '' || (pages.get(file)?.ids.has(anchor) ?? false);
        if (!isThere || !hasAnchor) broken.push(`${from}: ${link}`);
      }
    }
    expect(broken).toEqual([]);
  });

  it('repeats no id on a page', () => {
    const repeated = [...pages].flatMap(([file, page]) =>
      page.repeated.map((id) => `${file}: ${id}`),
    );
    expect(repeated).toEqual([]);
  });
});
