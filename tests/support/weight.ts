import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path/posix';
import { gzipSync } from 'node:zlib';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { dist } from './site.ts';

type Node = DefaultTreeAdapterTypes.Node;

/** What a page loads before anybody touches it, in kB: gzip at level 9, fonts as they are. */
export interface Weight {
  /** Without its diagrams and its scripts. */
  html: number;
  css: number;
  /** Scripts in the page and those it links, with all that they import at once. */
  script: number;
  fonts: number;
  /** Addresses of the files, those of the page included. */
  files: Set<string>;
}

interface Links {
  styles: string[];
  scripts: string[];
  fonts: string[];
  inline: string[];
}

const kilobytes = (text: string) => gzipSync(text, { level: 9 }).length / 1000;

/** Weighs a built page, given its address. */
export async function weigh(address: string): Promise<Weight> {
  const html = await readFile(join(dist, address, 'index.html'), 'utf8');
  const links: Links = { styles: [], scripts: [], fonts: [], inline: [] };
  collect(parse(html), links);
  const scripts = await withImports(links.scripts);
  const drawn = html.replace(/<figure class="diagram[\s\S]*?<\/figure>/g, '');
  const text = links.inline.reduce((page, script) => page.replace(script, () => ''), drawn);
  const read = (file: string) => readFile(join(dist, file), 'utf8');
  const sum = async (paths: Iterable<string>) => {
    const texts = await Promise.all([...paths].map(read));
    return texts.reduce((total, one) => total + kilobytes(one), 0);
  };
  const fonts = await Promise.all(links.fonts.map((file) => readFile(join(dist, file))));
  return {
    html: kilobytes(text),
    css: await sum(links.styles),
    script: (await sum(scripts)) + kilobytes(drawn) - kilobytes(text),
    fonts: fonts.reduce((total, { length }) => total + length / 1000, 0),
    files: new Set([address, ...links.styles, ...scripts, ...links.fonts]),
  };
}

function collect(node: Node, links: Links): void {
  if ('tagName' in node) {
    const of = (name: string) => node.attrs.find((one) => one.name === name)?.value ?? '';
    if (node.tagName === 'link' && of('rel') === 'stylesheet') links.styles.push(of('href'));
    if (node.tagName === 'link' && of('as') === 'font') links.fonts.push(of('href'));
    if (node.tagName === 'script') {
      if (of('src') !== '') links.scripts.push(of('src'));
      else
        links.inline.push(node.childNodes.map((one) => ('value' in one ? one.value : '')).join(''));
    }
  }
  const children =
    'content' in node ? node.content.childNodes : 'childNodes' in node ? node.childNodes : [];
  for (const child of children) collect(child, links);
}

/** Scripts with those that they import before they run. */
async function withImports(addresses: readonly string[]): Promise<Set<string>> {
  const found = new Set<string>();
  const visit = async (address: string): Promise<void> => {
    if (found.has(address)) return;
    found.add(address);
    const text = await readFile(join(dist, address), 'utf8');
    const imports = text.matchAll(
      /(?:^|[;\n])\s*import\s*(?:[\w*{}\s,$]+from\s*)?["'](\.[^"']+)["']/g,
    );
    for (const [, path = ''] of imports) await visit(join(dirname(address), path));
  };
  for (const address of addresses) await visit(address);
  return found;
}
