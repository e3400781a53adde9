import type { Nodes, Paragraph, RootContent } from 'mdast';
import { plainText } from '../source/markdown.ts';

/** A sub-heading, or bold words that open a line or a list item, with what belongs to it. */
export interface Label {
  text: string;
  kind: 'heading' | 'lead';
  /** What follows the label and belongs to it. */
  content: Nodes[];
  node: RootContent;
}

/** All labels of a section, in order; a sub-heading's content runs to the next one of its level. */
export function findLabels(nodes: readonly RootContent[]): Label[] {
  return nodes.flatMap((node, index): Label[] => {
    if (node.type === 'heading') {
      const rest = nodes.slice(index + 1);
      const end = rest.findIndex((other) => other.type === 'heading' && other.depth <= node.depth);
      const content = end === -1 ? rest : rest.slice(0, end);
      return [{ text: plainText(node), kind: 'heading', content, node }];
    }
    if (node.type === 'list') {
      return node.children.flatMap((item) => {
        const [first, ...rest] = item.children;
        const inner = findLabels(rest);
        if (first?.type !== 'paragraph') return inner;
        return [...leads(first, rest, item), ...inner];
      });
    }
    if (node.type === 'blockquote') return findLabels(node.children);
    if (node.type !== 'paragraph') return [];
    const rest = nodes.slice(index + 1);
    const end = rest.findIndex(
      (other) => other.type === 'heading' || leads(other, [], other).length > 0,
    );
    return leads(node, end === -1 ? rest : rest.slice(0, end), node);
  });
}

/** Bold words at the start of a paragraph, with the rest of it. */
function leads(block: RootContent, after: readonly Nodes[], node: RootContent): Label[] {
  if (block.type !== 'paragraph') return [];
  const [first, ...rest] = (block as Paragraph).children;
  if (first?.type !== 'strong') return [];
  return [{ text: plainText(first), kind: 'lead', content: [...rest, ...after], node }];
}

/** Labels are compared without case, icons, closing punctuation or runs of white space. */
export function normaliseLabel(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Extended_Pictographic}|\u{FE0F}/gu, '')
    .replace(/[’‘]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\s:.–—-]+$/, '')
    .toLowerCase();
}

/** The first label that starts with the wanted words. */
export function findLabel(labels: readonly Label[], wanted: string): Label | undefined {
  const start = normaliseLabel(wanted);
  return labels.find(({ text }) => normaliseLabel(text).startsWith(start));
}
