import type { Nodes, Root, RootContent } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { bareAddressesAsText } from './bareAddresses.ts';

/** Makes a tree of a text of GitHub-flavoured Markdown, with positions. */
export type MarkdownParser = (text: string) => Root;

const parser = remark().use(remarkGfm);
const quickParser = remark().use(remarkGfm).use(bareAddressesAsText);

/** What runs everywhere. A build has something quicker: `parseNatively`. */
let parse: MarkdownParser = (text) => parser.parse(text);

/** Parses with another parser from now on, one that makes the same trees. */
export function parseWith(other: MarkdownParser): void {
  parse = other;
}

/** Trees of the texts that were asked for last, the latest at the end. */
const trees = new Map<string, Root>();
/** A design's files, as written and with their figures put in. */
const mostTrees = 16;
/** Beyond these characters only the latest tree is kept: trees are some hundred times as large. */
const mostCharacters = 500_000;

/**
 * Parses GitHub-flavoured Markdown; every node keeps its position. Who asks again for one of the
 * last texts gets the same tree, since many look at a text one after the other: don't change it.
 */
export function parseMarkdown(text: string): Root {
  const tree = trees.get(text) ?? parse(text);
  trees.delete(text);
  trees.set(text, tree);
  let characters = 0;
  for (const [index, known] of [...trees.keys()].reverse().entries()) {
    characters += known.length;
    if (index >= mostTrees || (index > 0 && characters > mostCharacters)) trees.delete(known);
  }
  return tree;
}

/** Parses a text, quickly, into a tree that nobody else has, and that may be changed. Bare addresses are text. */
export function parseAnew(text: string): Root {
  return quickParser.parse(text);
}

/** The text that a reader sees in a node; code, raw HTML and images are left out where asked. */
export function plainText(node: Nodes, { code = true }: { code?: boolean } = {}): string {
  switch (node.type) {
    case 'text':
      return node.value;
    case 'inlineCode':
      return node.value;
    case 'code':
      return code ? node.value : '';
    case 'html':
    case 'image':
    case 'definition':
      return '';
    case 'break':
      return ' ';
    default:
      if (!('children' in node)) return '';
      return (node.children as Nodes[])
        .map((child) => plainText(child, { code }))
        .join(isContainer(node) ? '\n' : '');
  }
}

/** Nodes whose children are blocks or cells, which text must not run across. */
function isContainer(node: Nodes): boolean {
  return ['root', 'list', 'listItem', 'blockquote', 'table', 'tableRow'].includes(node.type);
}

/** Every node below and including the given ones, in document order. */
export function* walk(nodes: readonly Nodes[]): Generator<Nodes> {
  for (const node of nodes) {
    yield node;
    if ('children' in node) yield* walk(node.children as RootContent[]);
  }
}
