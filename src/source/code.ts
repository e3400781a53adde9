/** What a line of Markdown is to the code that it belongs to; the marks around code belong to it. */
export interface CodeLine {
  part: 'start' | 'inside' | 'end';
  /** The first word behind the marks that open it, in small letters; empty where there is none. */
  language: string;
}

/** Marks that may open a fence: in a quote, in a list, and with words behind them. */
const opening = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)?(`{3,}(?=[^`]*$)|~{3,})[ \t]*([\w+#-]*)/;

const closing = /^[\s>]*(`{3,}|~{3,})\s*$/;

/**
 * Tells of each line of a text whether it is code that stands between marks, `undefined` where it is
 * not. It takes no parser: a fence that is never closed runs to the end, or to the end of its quote.
 */
export function findCode(lines: readonly string[]): (CodeLine | undefined)[] {
  let open: { marks: string; isQuoted: boolean; inside: CodeLine } | undefined;
  return lines.map((line) => {
    if (open?.isQuoted === true && !/^\s*>/.test(line)) open = undefined;
    if (open === undefined) {
      const found = readOpening(line);
      if (found === undefined) return undefined;
      const { marks, language } = found;
      open = { marks, isQuoted: /^\s*>/.test(line), inside: { part: 'inside', language } };
      return { part: 'start', language };
    }
    const { marks, inside } = open;
    if (closing.exec(line)?.[1]?.startsWith(marks) !== true) return inside;
    open = undefined;
    return { ...inside, part: 'end' };
  });
}

/** The indexes of the lines that are no code. */
export function linesOutsideCode(lines: readonly string[]): ReadonlySet<number> {
  const code = findCode(lines);
  return new Set(lines.flatMap((_, index) => (code[index] === undefined ? [index] : [])));
}

/** The marks with which a line may open a fence, and the first word behind them. */
export function readOpening(line: string): { marks: string; language: string } | undefined {
  // Most lines have none, and this tells it soonest.
  if (!line.includes('```') && !line.includes('~~~')) return undefined;
  const [, marks, language = ''] = opening.exec(line) ?? [];
  return marks === undefined ? undefined : { marks, language: language.toLowerCase() };
}
