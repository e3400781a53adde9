import { definePlugin, type ExpressiveCodePlugin } from '@astrojs/starlight/expressive-code';
import { selectAll } from '@astrojs/starlight/expressive-code/hast';

/**
 * Makes code blocks valid HTML: Expressive Code puts `div` where only phrasing content may stand,
 * and gives its button neither a type nor a name.
 */
export function validCode(): ExpressiveCodePlugin {
  return definePlugin({
    name: 'Valid code blocks',
    baseStyles: '.copy button:hover { background: var(--paper-sunk); }',
    hooks: {
      postprocessRenderedBlock: ({ renderData }) => {
        for (const element of selectAll('code div', renderData.blockAst)) {
          element.tagName = 'span';
        }
        // What does not wrap scrolls, and must be reached by keyboard before a script has come.
        for (const pre of selectAll('pre:not(.wrap)', renderData.blockAst)) {
          pre.properties = { ...pre.properties, tabIndex: 0 };
        }
        for (const button of selectAll('.copy button', renderData.blockAst)) {
          const name = String(button.properties['title']);
          button.properties = { type: 'button', ariaLabel: name, ...button.properties };
          // What lies in it is but the ground of the button, and a `div`.
          button.children = [];
        }
      },
    },
  });
}
