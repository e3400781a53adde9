import type { Image, Link, Root } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { parseMarkdown, walk } from '../source/markdown.ts';

const writer = remark()
  .use(remarkGfm)
  .data('settings', { bullet: '-', emphasis: '_', rule: '-', listItemIndent: 'one' });

/** Writes a syntax tree as Markdown. */
export function writeMarkdown(root: Root): string {
  return writer.stringify(root);
}

/** A replacement for a link or an image, or nothing to leave it. */
type Replace = (node: Link | Image, source: string, isInTable: boolean) => string | undefined;

/** Replaces links and images of a Markdown text by other text and leaves all else as it was written. */
export function replaceLinks(markdown: string, replace: Replace): string {
  // Most texts have neither, and reading them costs more than all else here.
  if (!markdown.includes('](')) return markdown;
  const parts: string[] = [];
  let position = 0;
  let tableEnd = 0;
  for (const node of walk(parseMarkdown(markdown).children)) {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? 0;
    if (node.type === 'table') tableEnd = end;
    if ((node.type !== 'link' && node.type !== 'image') || start < position) continue;
    const replaced = replace(node, markdown.slice(start, end), start < tableEnd);
    if (replaced === undefined) continue;
    parts.push(markdown.slice(position, start), replaced);
    position = end;
  }
  return [...parts, markdown.slice(position)].join('');
}
