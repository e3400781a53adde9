import type { Link } from 'mdast';
import { plainText } from '../../source/markdown.ts';
import { replaceLinks } from '../markdown.ts';

/** What an address of the site is called inside the vault. */
export type VaultPaths = ReadonlyMap<string, string>;

/**
 * Turns links to pages that are in the vault into wiki links, images of it into embeds, and all
 * other links of the site into full addresses.
 */
export function withWikiLinks(markdown: string, paths: VaultPaths, site: string): string {
  return replaceLinks(markdown, (node, source, isInTable) => {
    // In a table a bare bar would end the cell.
    const bar = isInTable ? '\\|' : '|';
    if (node.type === 'image') {
      const path = paths.get(node.url);
      return path === undefined ? source.replace(node.url, site + node.url) : `![[${path}]]`;
    }
    return linkOf(node, source, bar);
  });

  function linkOf(link: Link, source: string, bar: string): string | undefined {
    const text = plainText(link)
      .replace(/[|[\]]/g, ' ')
      .trim();
    if (link.url.startsWith('#')) return text;
    if (!link.url.startsWith('/')) return undefined;
    const path = paths.get(link.url.replace(/[?#].*$/, ''));
    return path === undefined ? withOrigin(source, site) : wikiLink(path, text, bar);
  }
}

/** A link as it is written, with an origin before its address, whose signs may be escaped. */
function withOrigin(source: string, site: string): string {
  const start = source.lastIndexOf('](') + 2;
  const address = source[start] === '<' ? start + 1 : start;
  return source.slice(0, address) + site + source.slice(address);
}

/** `[[Chat/Chat, Spoken answer|Spoken answer]]` */
export function wikiLink(path: string, text: string, bar = '|'): string {
  return `[[${path.replace(/\.md$/, '')}${bar}${text}]]`;
}
