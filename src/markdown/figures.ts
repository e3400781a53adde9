import type { Element, ElementContent } from 'hast';
import type { HastPluginEntry } from 'satteri';
import { isMarked, type MarkedPiece, readMarks } from '../library/figureMark.ts';

/**
 * Makes elements of the figures that are marked in inline code and headings: what-if changes them,
 * but they say no working. Those in blocks of code are made with their block (`code/blocks.ts`).
 */
export function markedFigures(): HastPluginEntry {
  return {
    name: 'marked-figures',
    element: {
      filter: ['code', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
      visit(node) {
        if (!node.children.some((child) => child.type === 'text' && isMarked(child.value))) {
          return undefined;
        }
        return { ...node, children: node.children.flatMap(withFigures) };
      },
    },
  };
}

/** The element of a marked figure; words stay words. */
export function pieceElement({ text, figure }: MarkedPiece): ElementContent {
  const words = { type: 'text', value: text } as const;
  if (figure === undefined) return words;
  return { type: 'element', tagName: 'data', properties: figure, children: [words] };
}

function withFigures<Node extends Element['children'][number]>(node: Node) {
  return node.type === 'text' ? readMarks(node.value).map(pieceElement) : [node];
}
