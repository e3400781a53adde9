import type { RootContent } from 'mdast';
import type { Fault, Position } from '../faults/fault.ts';
import type { Section } from '../schemas/contract.ts';
import type { Outline, OutlineSection } from './outline.ts';

/** One Markdown file of a design. */
export interface DesignFile {
  path: string;
  /** File name, as the contract's `files` call it. */
  name: string;
  /** Markdown without front matter. */
  body: string;
  /** The body, parsed and cut once for all who read it. */
  outline: Outline;
  /** Lines that stand before the body in the file. */
  linesBefore: number;
}

/** A section of a design that the contract knows. */
export interface MatchedSection {
  section: Section;
  file: DesignFile;
  found: OutlineSection;
}

/** A fault that may concern one section of the contract. */
export interface ContractFault extends Fault {
  /** Id of the section. */
  section?: string;
}

/** Adds a fault at a place of a file. */
export type ReportFault = (
  file: DesignFile,
  at: Position,
  rule: string,
  message: string,
  more?: { expected?: string; section?: Section },
) => void;

/** The first heading of a file: where what concerns the whole is reported. */
export function startOf({ outline: { sections }, linesBefore }: DesignFile): Position {
  return sections[0]?.position ?? { line: linesBefore + 1, column: 1 };
}

/** The last line of a file: where something that is missing would be added. */
export function endOf({ body, linesBefore }: DesignFile): Position {
  return { line: linesBefore + Math.max(body.trimEnd().split('\n').length, 1), column: 1 };
}

/** The blocks of a file without its headings of level two. */
export function contentOf({ outline: { lead, sections } }: DesignFile): RootContent[] {
  return [...lead, ...sections.flatMap(({ nodes }) => nodes)];
}
