/** What a line of Markdown is to the code that it belongs to; the marks around code belong to it. */
export interface CodeLine {
  part: 'start' | 'inside' | 'end';
  /** The first word behind the marks that open it, in small letters; empty where there is none. */
  language: string;
}

/** A line that opens a fence. */
export interface Opening {
  marks: string;
  language: string;
  /** Whether a line still belongs to the quote or the list in which the fence stands. */
  holds: (line: string) => boolean;
}

const opening =
  /^(?<before>[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)?)(?<marks>`{3,}(?=[^`]*$)|~{3,})[ \t]*(?<language>[\w+#-]*)/;

const closing = /^[\s>]*(`{3,}|~{3,})\s*$/;

/**
 * Tells of each line of a text whether it is code that stands between marks, `undefined` where it is
 * not. It takes no parser: a fence that is never closed runs to the end of its quote or list, or of all.
 */
export function findCode(lines: readonly string[]): (CodeLine | undefined)[] {
  let open: Opening | undefined;
  let inside: CodeLine | undefined;
  return lines.map((line) => {
    if (open?.holds(line) === false) open = undefined;
    if (open === undefined) {
      open = readOpening(line);
      if (open === undefined) return undefined;
      const { language } = open;
      inside = { part: 'inside', language };
      return { part: 'start', language };
    }
    const { marks, language } = open;
    if (closing.exec(line)?.[1]?.startsWith(marks) !== true) return inside;
    open = undefined;
    return { part: 'end', language };
  });
}

/** The indexes of the lines that are no code. */
export function linesOutsideCode(lines: readonly string[]): ReadonlySet<number> {
  const code = findCode(lines);
  return new Set(lines.flatMap((_, index) => (code[index] === undefined ? [index] : [])));
}

/** What a line opens: in a quote, in a list, or by itself. */
export function readOpening(line: string): Opening | undefined {
  // Most lines have no marks, and this tells it soonest.
  if (!line.includes('```') && !line.includes('~~~')) return undefined;
  const { before = '', marks, language = '' } = opening.exec(line)?.groups ?? {};
  if (marks === undefined) return undefined;
  return { marks, language: language.toLowerCase(), holds: holdsFor(before) };
}

function holdsFor(before: string): Opening['holds'] {
  if (before.includes('>')) return (line) => /^\s*>/.test(line);
  const width = widthOf(before);
  const isItem = before.trim() !== '';
  // What is set off so far without a mark of its own belongs to a list above, whose text is set off by two.
  const least = isItem ? width : width >= 4 ? 2 : 0;
  return (line) => widthOf(/^\s*/.exec(line)?.[0] ?? '') >= least || line.trim() === '';
}

function widthOf(space: string): number {
  return space.replaceAll('\t', '    ').length;
}
