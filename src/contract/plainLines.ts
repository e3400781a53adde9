import { linesOutsideCode } from '../source/code.ts';

/** What is no prose: a list, a table, a quote, a heading, HTML, a rule, and what is set off by spaces. */
const otherBlock = /^\s*(?:(?:[-*+]|\d+[.)])\s|[>|#<]|(?:[-*_]\s*){3,}$)|^ {4}/;

const underline = /^ {0,3}(?:=+|-{2,})\s*$/;

/** What has the length of a sentence, or its end, is no heading. */
const sentence = /^.{120}|[.!,;][*_)"”’]*\s*$/;

/**
 * Lines with every heading that is written otherwise, in HTML or underlined, as one of Markdown with
 * hashes. There are as many lines as before; code is left as it is.
 */
export function withHashHeadings(lines: readonly string[]): string[] {
  const written = [...lines];
  const outside = linesOutsideCode(lines);
  for (const index of outside) {
    const line = lines[index] ?? '';
    const [, depth, words = ''] = /^\s*<h([1-6])\b[^>]*>(.*)<\/h\1>\s*$/i.exec(line) ?? [];
    if (depth !== undefined) written[index] = hashed(Number(depth), words);
    const above = lines[index - 1] ?? '';
    if (!underline.test(line) || !outside.has(index - 1) || !isProse(above)) continue;
    const isFirst = /^\s*(?:#|$)/.test(lines[index - 2] ?? '');
    if (isFirst && !sentence.test(above)) {
      written[index - 1] = hashed(line.includes('=') ? 1 : 2, above);
      written[index] = '';
    } else if (line.includes('-')) {
      // A parser would take the whole paragraph for a heading; who wrote it meant to end a part.
      written[index] = '***';
    }
  }
  return written;
}

function hashed(depth: number, words: string): string {
  return `${'#'.repeat(depth)} ${words.trim()}`;
}

function isProse(line: string): boolean {
  return line.trim() !== '' && !otherBlock.test(line);
}

/** Lines of a text that is quoted as a whole, a `>` before each, without that mark; others as they are. */
export function withoutQuoteMarks(lines: readonly string[]): readonly string[] {
  const isQuoted = lines.every((line) => line.trim() === '' || /^\s{0,3}>/.test(line));
  return isQuoted ? lines.map((line) => line.replace(/^\s{0,3}> ?/, '')) : lines;
}
