import { withHashHeadings, withoutQuoteMarks } from './plainLines.ts';

/** A text that somebody wants to have checked. */
export interface AnswerFile {
  /** File name, `-` for standard input, or any name for pasted text. */
  path: string;
  text: string;
}

/** One line of an answer, with its place in what was given. */
export interface SourceLine {
  path: string;
  /** 1-based. */
  line: number;
  text: string;
}

/** Characters of all files together that are held against a contract: many times any answer. */
export const longestAnswer = 400_000;

/**
 * The lines of all files in the order of their names; a fence around a whole answer becomes blank,
 * and so do the marks of a quote around it.
 */
export function extractLines(files: readonly AnswerFile[]): SourceLine[] {
  const ordered = files.length > 1 ? [...files].sort((a, b) => (a.path < b.path ? -1 : 1)) : files;
  let left = longestAnswer;
  return ordered.flatMap(({ path, text }) => {
    const part = text.slice(0, left);
    left -= part.length;
    const lines = withoutQuoteMarks(part.replace(/\r\n?/g, '\n').split('\n'));
    const blank = new Set([...frontMatterLines(lines), ...wrappingLines(lines)]);
    const held = lines.map((line, index) => (blank.has(index) ? '' : line));
    const kept = withHashHeadings(held).map((line, index) => ({
      path,
      line: index + 1,
      text: line,
    }));
    // A blank line keeps the last paragraph of one file off the first of the next.
    return [...kept, { path, line: lines.length, text: '' }];
  });
}

function frontMatterLines(lines: readonly string[]): number[] {
  if (lines[0]?.trim() !== '---') return [];
  const end = lines.findIndex((line, index) => index > 0 && line.trim() === '---');
  return end === -1 || end > 60 ? [] : Array.from({ length: end + 1 }, (_, index) => index);
}

/**
 * The lines of fences that hold the answer, as models like to send it: one around it all, perhaps
 * with some words before and behind, which are no part of it; or one around each file.
 */
function wrappingLines(lines: readonly string[]): number[] {
  const open = lines.findIndex((line) => line.trim() !== '');
  const fence = /^(`{3,}|~{3,})\s*(?:markdown|md|text)?\s*$/.exec(lines[open]?.trim() ?? '');
  const close = fence === null ? -1 : lines.findLastIndex((line) => line.trim() === fence[1]);
  const isLast = lines.slice(close + 1).every((line) => line.trim() === '');
  if (close > open + 3 && isLast && !lines.slice(open + 1, close).some(isMarkdownFence))
    return [open, close];
  const pairs = markdownFences(lines);
  const held = pairs.reduce((sum, [from, to]) => sum + to - from, 0);
  // An answer may hold a piece of Markdown as an example.
  if (held < 0.6 * lines.length) return [];
  const [only, ...more] = pairs;
  return only === undefined || more.length > 0
    ? pairs.flat()
    : lines.flatMap((_, index) => (index > only[0] && index < only[1] ? [] : [index]));
}

function isMarkdownFence(line: string): boolean {
  return /^(?:`{3,}|~{3,})\s*(?:markdown|md)\s*$/.test(line.trim());
}

/** Where fences of Markdown open and close; those inside them are taken for part of the text. */
function markdownFences(lines: readonly string[]): [open: number, close: number][] {
  const opens = lines.flatMap((line, index) => (isMarkdownFence(line) ? [index] : []));
  return opens.flatMap((open, order): [number, number][] => {
    const marks = /^[`~]+/.exec(lines[open]?.trim() ?? '')?.[0];
    const until = opens[order + 1] ?? lines.length;
    const close = lines.slice(0, until).findLastIndex((line) => line.trim() === marks);
    return close > open ? [[open, close]] : [];
  });
}
