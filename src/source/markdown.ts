import type { Nodes, Root, RootContent } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';

const parser = remark().use(remarkGfm);

/** Parses GitHub-flavoured Markdown; every node keeps its position. */
export function parseMarkdown(text: string): Root {
  return parser.parse(text);
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
