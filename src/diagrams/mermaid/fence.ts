/**
 * The 1-based line of a file on which the content of its nth Mermaid fence begins (n from 0); nothing
 * if there are fewer. Front matter and filled numbers move lines, so a parser's position won't do.
 */
export function fenceLine(file: string, nth: number): number | undefined {
  let open: string | undefined;
  let count = 0;
  for (const [at, line] of file.split(/\r\n?|\n/).entries()) {
    const [, fence = '', info = ''] =
      /^[\s>]*(?:[-*+]\s+|\d+[.)]\s+)?(`{3,}|~{3,})\s*([^`]*)$/.exec(line) ?? [];
    if (fence === '') continue;
    if (open === undefined) {
      open = fence;
      if (!/^mermaid\b/.test(info)) continue;
      if (count === nth) return at + 2;
      count += 1;
    } else if (fence.startsWith(open) && info.trim() === '') {
      open = undefined;
    }
  }
  return undefined;
}
