import type { Nodes, RootContent } from 'mdast';
import type { Contract, Section } from '../../schemas/contract.ts';
import { matchSections } from '../headings.ts';
import { outline } from '../outline.ts';

/** A file of a worked design that is to be damaged. Lines count from 0 here. */
export interface Page {
  path: string;
  name: string;
  contract: Contract;
  lines: readonly string[];
  /** Lines of front matter. */
  linesBefore: number;
  /** The contract's sections that stand in this file, in order. */
  sections: readonly PageSection[];
}

/** A section with the lines that it takes. */
export interface PageSection {
  section: Section;
  /** Line of its heading. */
  heading: number;
  /** Line behind its last. */
  end: number;
  nodes: readonly RootContent[];
  source: string;
}

/** The lines of a node, both included. */
export interface Span {
  from: number;
  to: number;
}

/** A damaged copy of a page. */
export interface Copy {
  /** Its lines; `undefined` where the file is gone. */
  lines: readonly string[] | undefined;
  /** Where the damage may be told: lines of the damaged copy. */
  at: Span;
  /** Rules of which one must tell it. */
  rules: readonly string[];
}

/** One way to damage a design. */
export interface Damage {
  kind: string;
  /**
   * Who is to find it: the strict check of the build, in the file as written; the tolerant check or
   * the auditor, in the text with figures put in; or `diagrams`, which has Mermaid parse it as well.
   */
  doors: readonly Door[];
  /** Every place where a page can be damaged so; each gives its copy when it is called. */
  places(page: Page): (() => Copy)[];
}

export type Door = 'strict' | 'tolerant' | 'audit' | 'diagrams';

/** Cuts a file at the contract's headings. */
export function readPage(
  contract: Contract,
  file: { path: string; text: string; body: string; linesBefore: number },
): Page {
  const { path, text, body, linesBefore } = file;
  const name = path.slice(path.lastIndexOf('/') + 1);
  const lines = text.split('\n');
  const found = matchSections(contract, [
    { path, name, body, linesBefore, outline: outline(body, linesBefore) },
  ]);
  const starts = found.map((one) => one.found.position.line - 1);
  const last = lines.length - (lines.at(-1) === '' ? 1 : 0);
  const sections = found.map(({ section, found: { nodes, source } }, index) => {
    const [heading = 0, end = last] = [starts[index], starts[index + 1]];
    return { section, heading, end, nodes, source };
  });
  return { path, name, contract, lines, linesBefore, sections };
}

/** The lines that a node takes in its page. */
export function spanOf({ linesBefore }: Page, { position }: Nodes): Span {
  const { start, end } = position ?? { start: { line: 1 }, end: { line: 1 } };
  return { from: start.line - 1 + linesBefore, to: end.line - 1 + linesBefore };
}

/** One line. */
export function line(at: number): Span {
  return { from: at, to: at };
}

/** The lines with some of them taken out. */
export function without(lines: readonly string[], ...spans: readonly Span[]): string[] {
  return lines.filter((_, index) => !spans.some(({ from, to }) => index >= from && index <= to));
}

/** The lines with others put in before one of them. */
export function withLines(
  lines: readonly string[],
  at: number,
  added: readonly string[],
): string[] {
  return [...lines.slice(0, at), ...added, ...lines.slice(at)];
}

/** The lines with one of them changed. */
export function withLine(lines: readonly string[], at: number, text: string): string[] {
  return lines.map((one, index) => (index === at ? text : one));
}
