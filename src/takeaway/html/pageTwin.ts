import { parse } from 'parse5';
import { writeMarkdown } from '../markdown.ts';
import type { Twin } from '../twin.ts';
import { blocksOf } from './blocks.ts';
import { type Element, findElement, hasClass, textOf } from './node.ts';

/** The twin of a built page; nothing for a page without content, such as one that only leads on. */
export function pageTwin(html: string, address: string): Twin | undefined {
  const { childNodes } = parse(html);
  const find = (fits: (element: Element) => boolean) => findElement(childNodes, fits);
  const content = find((element) => hasClass(element, 'sl-markdown-content'));
  const heading = find(({ tagName }) => tagName === 'h1');
  if (content === undefined || heading === undefined) return undefined;
  const lead = find((element) => hasClass(element, 'lead'));
  return {
    address,
    title: textOf(heading).trim(),
    description: lead === undefined ? '' : textOf(lead).trim(),
    body: writeMarkdown({ type: 'root', children: blocksOf(content.childNodes, address) }),
  };
}
