import { findCode } from '../../source/code.ts';

/**
 * The 1-based line of a file on which the content of its nth Mermaid fence begins (n from 0); nothing
 * if there are fewer. Front matter and filled numbers move lines, so a parser's position won't do.
 */
export function fenceLine(file: string, nth: number): number | undefined {
  const code = findCode(file.split(/\r\n?|\n/));
  const starts = code.flatMap((line, index) =>
    line?.part === 'start' && line.language === 'mermaid' ? [index] : [],
  );
  const start = starts[nth];
  return start === undefined ? undefined : start + 2;
}
