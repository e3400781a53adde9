import { parse } from 'parse5';
import { writeMarkdown } from '../markdown.ts';
import { withBase, withoutBase } from '../../navigation/base.ts';
import { walk } from '../../source/markdown.ts';
import type { Twin } from '../twin.ts';
import { blocksOf } from './blocks.ts';
import { type Element, findElement, hasClass, textOf } from './node.ts';

/**
 * The twin of a built page; nothing for a page without content, such as one that only leads on. Its
 * links are addresses of the site, without the `base` under which the page was built.
 */
export function pageTwin(html: string, address: string, base = '/'): Twin | undefined {
  const { childNodes } = parse(html);
  const find = (fits: (element: Element) => boolean) => findElement(childNodes, fits);
  const content = find((element) => hasClass(element, 'sl-markdown-content'));
  const heading = find(({ tagName }) => tagName === 'h1');
  if (content === undefined || heading === undefined) return undefined;
  const lead = find((element) => hasClass(element, 'lead'));
  const children = blocksOf(content.childNodes, withBase(base, address));
  for (const node of walk(children)) {
    if (node.type === 'link' || node.type === 'image') node.url = withoutBase(base, node.url);
  }
  return {
    address,
    title: textOf(heading).trim(),
    description: lead === undefined ? '' : textOf(lead).trim(),
    body: writeMarkdown({ type: 'root', children }),
  };
}
