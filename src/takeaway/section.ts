import { linesOutsideCode } from '../source/code.ts';

/** A heading of a Markdown text. */
interface Heading {
  line: number;
  depth: number;
}

/** Headings written with `#`, those in code left out. */
function findHeadings(lines: readonly string[]): Heading[] {
  const outside = linesOutsideCode(lines);
  return lines.flatMap((text, line) => {
    const hashes = outside.has(line) ? /^(#{1,6})\s/.exec(text)?.[1] : undefined;
    return hashes === undefined ? [] : [{ line, depth: hashes.length }];
  });
}

/**
 * The section of a Markdown text under its nth heading (from 0), with all deeper sections; nothing
 * if there are fewer headings.
 */
export function cutSection(markdown: string, nth: number): string | undefined {
  const lines = markdown.split('\n');
  const headings = findHeadings(lines);
  const start = headings[nth];
  if (start === undefined) return undefined;
  const end = headings.slice(nth + 1).find(({ depth }) => depth <= start.depth);
  return `${lines.slice(start.line, end?.line).join('\n').trimEnd()}\n`;
}
