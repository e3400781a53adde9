import type { ElementContent } from 'hast';
import type { HastPluginEntry } from 'satteri';

/**
 * Takes the drawing out of the link beside each heading: content.css puts a sign there, so that no
 * page carries the same drawing once a heading. What the link says stays, without a mark for an index
 * that is not made of pages here.
 */
export function anchorLinks(): HastPluginEntry {
  return {
    name: 'anchor-links',
    element: {
      filter: ['a', 'code'],
      visit(node) {
        // Starlight lets each piece of code find its direction; here all run one way.
        if (node.tagName === 'code' && 'dir' in node.properties) {
          const { dir: _, ...properties } = node.properties;
          return { ...node, properties };
        }
        if (node.properties['class'] !== 'sl-anchor-link') return undefined;
        const children = node.children
          .slice(-1)
          .map((said) =>
            'properties' in said
              ? { ...said, properties: { class: 'sr-only' }, children: withoutIcons(said.children) }
              : said,
          );
        return { ...node, children };
      },
    },
  };
}

/** Icons say nothing to those who hear what the link says. */
function withoutIcons(children: readonly ElementContent[]): ElementContent[] {
  return children.map((child) =>
    child.type === 'text'
      ? { ...child, value: child.value.replace(/\p{Extended_Pictographic}\uFE0F?\s+/gu, '') }
      : child,
  );
}
