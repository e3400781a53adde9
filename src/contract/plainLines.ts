/** Opens or closes a fence of code. */
const fence = /^\s*(```+|~~~+)/;

/** What could not be the words of a heading that is underlined: a list, a table, a quote, a heading. */
const otherBlock = /^\s*(?:[-*+>|#]|\d+[.)]\s)|^ {4}/;

/**
 * Lines with every heading that is written otherwise, in HTML or underlined, as one of Markdown with
 * hashes. There are as many lines as before; code is left as it is.
 */
export function withHashHeadings(lines: readonly string[]): string[] {
  const written = [...lines];
  let open: string | undefined;
  for (const [index, line] of lines.entries()) {
    const marks = fence.exec(line)?.[1];
    if (marks !== undefined && open === undefined) open = marks;
    else if (marks?.startsWith(open ?? '')) open = undefined;
    if (open !== undefined || marks !== undefined) continue;
    const [, depth, words = ''] = /^\s*<h([1-6])\b[^>]*>(.*)<\/h\1>\s*$/i.exec(line) ?? [];
    if (depth !== undefined) written[index] = hashed(Number(depth), words);
    const before = lines[index - 1] ?? '';
    if (!/^ {0,3}(?:=+|-{2,})\s*$/.test(line) || !isAlone(lines, index - 1)) continue;
    written[index - 1] = hashed(line.includes('=') ? 1 : 2, before);
    written[index] = '';
  }
  return written;
}

function hashed(depth: number, words: string): string {
  return `${'#'.repeat(depth)} ${words.replace(/<\/?[a-z][^>]*>/gi, '').trim()}`;
}

/** Whether a line of prose has nothing but a blank line before it. */
function isAlone(lines: readonly string[], index: number): boolean {
  const line = lines[index] ?? '';
  return line.trim() !== '' && !otherBlock.test(line) && (lines[index - 1] ?? '').trim() === '';
}

/** Lines of a text that is quoted as a whole, a `>` before each, without that mark; others as they are. */
export function withoutQuoteMarks(lines: readonly string[]): readonly string[] {
  const isQuoted = lines.every((line) => line.trim() === '' || /^\s{0,3}>/.test(line));
  return isQuoted ? lines.map((line) => line.replace(/^\s{0,3}> ?/, '')) : lines;
}
