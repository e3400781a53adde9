/** A heading of a Markdown text. */
interface Heading {
  line: number;
  depth: number;
}

/** Headings written with `#`, those inside fences left out. */
function findHeadings(lines: readonly string[]): Heading[] {
  const headings: Heading[] = [];
  let open: string | undefined;
  for (const [line, text] of lines.entries()) {
    const fence = /^[\s>]*(?:[-*+]\s+|\d+[.)]\s+)?(`{3,}|~{3,})(.*)$/.exec(text);
    if (fence !== null) {
      const [, marks = '', info = ''] = fence;
      if (open === undefined) open = marks;
      else if (marks.startsWith(open) && info.trim() === '') open = undefined;
    }
    const hashes = open === undefined && fence === null ? /^(#{1,6})\s/.exec(text)?.[1] : undefined;
    if (hashes !== undefined) headings.push({ line, depth: hashes.length });
  }
  return headings;
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
