import type { HastPluginEntry } from 'satteri';

/**
 * Takes the drawing out of the link beside each heading: content.css puts a sign there, so that no
 * page carries the same drawing once a heading. What the link says stays.
 */
export function anchorLinks(): HastPluginEntry {
  return {
    name: 'anchor-links',
    element: {
      filter: ['a'],
      visit(node) {
        if (node.properties['class'] !== 'sl-anchor-link') return undefined;
        return { ...node, children: node.children.slice(-1) };
      },
    },
  };
}
