import type { Nodes } from 'mdast';
import { isScalar, LineCounter, parseDocument, visit } from 'yaml';
import type { Position } from '../faults/fault.ts';
import type { ContentFile } from '../library/tree.ts';
import { splitFrontMatter } from '../source/frontmatter.ts';
import { parseMarkdown, walk } from '../source/markdown.ts';

/** A link that an author wrote, and where. */
export interface ContentLink extends Position {
  /** The content file. */
  path: string;
  /** As written: `/designs/chat/#anchor`. */
  address: string;
}

/** Every link in some content files: of Markdown, of the elements in it, and of prose in YAML. */
export function findLinks(files: readonly ContentFile[]): ContentLink[] {
  return files.flatMap((file) => {
    if (/\.mdx?$/.test(file.path)) return inMarkdown(file);
    return file.path.endsWith('.yaml') ? inYaml(file) : [];
  });
}

function inMarkdown({ path, text }: ContentFile): ContentLink[] {
  // Most files have none, and parsing takes long.
  if (!/\]\(|\]:|href=/.test(text)) return [];
  const { body, bodyLinesBefore } = splitFrontMatter(text);
  return [...walk(parseMarkdown(body).children)].flatMap((node) => {
    const { line = 1, column = 1 } = node.position?.start ?? {};
    const at = { path, line: line + bodyLinesBefore, column };
    return addressesOf(node).map(({ address, before }) => ({
      ...at,
      line: at.line + before,
      column: before === 0 ? at.column : 1,
      address,
    }));
  });
}

/** The addresses of a node, and how many of its lines stand before each. */
function addressesOf(node: Nodes): { address: string; before: number }[] {
  if (node.type === 'link' || node.type === 'definition') return [{ address: node.url, before: 0 }];
  if (node.type !== 'html') return [];
  return [...node.value.matchAll(/\bhref="([^"{]*)"/g)].map(({ 1: address = '', index }) => ({
    address,
    before: node.value.slice(0, index).split('\n').length - 1,
  }));
}

/** Prose in YAML is Markdown in a string; its links are reported where the string begins. */
function inYaml({ path, text }: ContentFile): ContentLink[] {
  if (!text.includes('](')) return [];
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter });
  const links: ContentLink[] = [];
  visit(document, {
    Scalar(_, node) {
      if (!isScalar(node) || typeof node.value !== 'string' || !node.value.includes('](')) return;
      const { line, col } = lineCounter.linePos(node.range?.[0] ?? 0);
      for (const inside of walk(parseMarkdown(node.value).children)) {
        if (inside.type === 'link') links.push({ path, line, column: col, address: inside.url });
      }
    },
  });
  return links;
}
