import type { Fault } from '../faults/fault.ts';
import type { FormatId } from '../schemas/format.ts';

/** A line of a prompt. */
export interface PromptLine {
  text: string;
  /** 1-based, in the prompt. */
  line: number;
}

/** One thing that an answer lacks, at its place in the text as it was given; the rules are those of the strict profile. */
export interface AnswerFinding extends Fault {
  /** Id of the section, where it concerns one. */
  section?: string;
  /** Matched by its key terms only, so it may be mistaken. */
  likely?: true;
  /** The line of the prompt that asks for it. */
  asks?: PromptLine;
}

/** One section's score: a point for being there, one for each need that is met. */
export interface SectionScore {
  id: string;
  heading: string;
  found: boolean;
  /** Where its heading stands; left out where it is missing. */
  place?: { path: string; line: number };
  points: number;
  of: number;
}

/** A Mermaid diagram of an answer, to be parsed by Mermaid. */
export interface AnswerDiagram {
  path: string;
  /** 1-based line of its fence. */
  line: number;
  source: string;
}

/** What an answer lacks, and what it is worth. */
export interface AnswerReport {
  format: FormatId;
  title: string;
  /** Why this format was taken. */
  why: string;
  findings: AnswerFinding[];
  sections: SectionScore[];
  points: number;
  of: number;
  /** 0 to 100: points over all sections and the needs of the whole. */
  score: number;
  /** How the score is made up. */
  how: string;
  diagrams: AnswerDiagram[];
  /** Whether the text was longer than any answer, so that its end was not looked at. */
  isCut: boolean;
}

/** Findings in reading order. */
export function sortFindings<F extends Pick<AnswerFinding, 'path' | 'line' | 'column'>>(
  findings: readonly F[],
): F[] {
  return [...findings].sort((a, b) =>
    a.path === b.path ? a.line - b.line || a.column - b.column : a.path < b.path ? -1 : 1,
  );
}

/** The first line of a prompt that says these words. */
export function findInPrompt(prompt: string, words: string): PromptLine | undefined {
  const lines = prompt.split('\n');
  const index = lines.findIndex((line) => line.includes(words));
  return index === -1 ? undefined : { text: lines[index]?.trim() ?? '', line: index + 1 };
}

/** The finding for a diagram that Mermaid cannot parse; the fault's line counts from the diagram's first. */
export function brokenDiagram(
  { path, line }: { path: string; line: number },
  fault: { line: number; message: string },
): AnswerFinding {
  const message = `Mermaid cannot read this diagram: ${fault.message}`;
  return { path, line: line + fault.line, column: 1, rule: 'diagram-syntax', message };
}
