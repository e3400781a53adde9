import { silentClasses, silentNames } from '../silent.ts';
import { attribute, type Element, hasClass, type Node } from './node.ts';

/** Whether an element is left out of a page's twin. */
export function isSilent(element: Element): boolean {
  return (
    silentNames.includes(element.tagName) ||
    attribute(element, 'hidden') !== undefined ||
    attribute(element, 'aria-hidden') === 'true' ||
    attribute(element, 'role') === 'status' ||
    (hasClass(element, 'sr-only') && element.tagName !== 'caption') ||
    silentClasses.some((name) => hasClass(element, name))
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
