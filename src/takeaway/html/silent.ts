import { attribute, type Element, hasClass, type Node } from './node.ts';

/** Elements that say nothing on paper: scripts, drawings, controls and ways to other pages. */
const silentNames = new Set([
  'script',
  'style',
  'link',
  'template',
  'noscript',
  'svg',
  'button',
  'nav',
  'dialog',
  'textarea',
  'select',
  'copy-page',
  'copy-prompt',
]);

/** Whether an element is left out of a page's twin. */
export function isSilent(element: Element): boolean {
  return (
    silentNames.has(element.tagName) ||
    attribute(element, 'hidden') !== undefined ||
    attribute(element, 'aria-hidden') === 'true' ||
    attribute(element, 'role') === 'status' ||
    (hasClass(element, 'sr-only') && element.tagName !== 'caption') ||
    hasClass(element, 'sl-anchor-link') ||
    hasClass(element, 'fill')
  );
}

/** Whether a node stands in a line of text. */
export function isInline(node: Node): boolean {
  return 'tagName' in node ? inlineNames.has(node.tagName) : node.nodeName === '#text';
}

const inlineNames = new Set([
  'a',
  'abbr',
  'b',
  'br',
  'cite',
  'code',
  'data',
  'del',
  'em',
  'i',
  'img',
  'input',
  'kbd',
  'label',
  'mark',
  'output',
  'q',
  's',
  'samp',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'time',
  'u',
  'var',
]);
