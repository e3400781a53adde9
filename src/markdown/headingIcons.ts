import type { HastPluginEntry } from 'satteri';

/** An icon that a heading opens with, and the space behind it. */
const leadingIcon = /^(\p{Extended_Pictographic}\uFE0F?)(?=\s)/u;

/**
 * Gives the icon at the beginning of a heading an element of its own. It says nothing to those who
 * hear the heading, and comes from another font, which a phone takes long to find: see content.css.
 */
export function headingIcons(): HastPluginEntry {
  return {
    name: 'heading-icons',
    element: {
      filter: ['h2', 'h3', 'h4'],
      visit(node) {
        const [first, ...rest] = node.children;
        if (first?.type !== 'text') return undefined;
        const [, icon] = leadingIcon.exec(first.value) ?? [];
        if (icon === undefined) return undefined;
        const own = {
          type: 'element' as const,
          tagName: 'span',
          properties: { class: 'heading-icon', ariaHidden: 'true' },
          children: [{ type: 'text' as const, value: icon }],
        };
        const text = { ...first, value: first.value.slice(icon.length) };
        return { ...node, children: [own, text, ...rest] };
      },
    },
  };
}
