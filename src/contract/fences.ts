import type { Code } from 'mdast';
import { readOpening } from '../source/code.ts';
import { walk } from '../source/markdown.ts';
import type { Outline } from './outline.ts';

/**
 * Code fences that were never closed, as far as one can tell: they run to the end of the text, or
 * swallow the line that opens another one.
 */
export function findOpenFences(body: string, { root }: Outline): Code[] {
  const lines = body.split('\n');
  return [...walk(root.children)].filter((node): node is Code => {
    if (node.type !== 'code') return false;
    const { start, end } = node.position ?? {};
    const marks = readOpening(lines[(start?.line ?? 1) - 1] ?? '')?.marks;
    // Code that is set off by spaces has no fence.
    if (marks === undefined) return false;
    const last = (lines[(end?.line ?? 1) - 1] ?? '').replace(/^[\s>]+/, '').trimEnd();
    const isClosed = last.startsWith(marks) && last === marks[0]?.repeat(last.length);
    const opens = new RegExp(`^${marks}(?!${marks[0]})\\w`, 'm');
    return !isClosed || start?.line === end?.line || opens.test(node.value);
  });
}
