import type { HastPluginEntry } from 'satteri';

/**
 * Puts each table into a frame that scrolls by itself. The frame can be reached by keyboard, and
 * says what it holds.
 */
export function tableFrames(): HastPluginEntry {
  return {
    name: 'table-frames',
    element: [
      {
        // A corner cell heads nothing, and an empty heading would be read out as one.
        filter: ['th'],
        visit(node, ctx) {
          if (ctx.textContent(node).trim() === '') return { ...node, tagName: 'td' };
          return { ...node, properties: { ...node.properties, scope: 'col' } };
        },
      },
      {
        filter: ['table'],
        visit(node, ctx) {
          const head = node.children.find(
            (child) => child.type === 'element' && child.tagName === 'thead',
          );
          const columns =
            head === undefined ? '' : ctx.textContent(head).trim().replace(/\s+/g, ' ');
          ctx.wrapNode(node, {
            type: 'element',
            tagName: 'div',
            properties: {
              className: ['table-frame'],
              tabIndex: 0,
              role: 'group',
              ariaLabel: columns === '' ? 'Table' : `Table: ${columns}`,
            },
            children: [],
          });
        },
      },
    ],
  };
}
