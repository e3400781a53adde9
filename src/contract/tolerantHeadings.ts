import type { Contract, Section } from '../schemas/contract.ts';
import { linesOutsideCode } from '../source/code.ts';
import type { SourceLine } from './answerLines.ts';
import { bareText, type HeadingWords, readNumbered, termsOf } from './headingWords.ts';

/** A line of an answer that may be a heading. */
export interface HeadingLine extends HeadingWords {
  /** How it was marked: the more marked, the surer that it is a heading. */
  kind: 'hashes' | 'bold' | 'numbered';
  depth: number;
  terms: ReadonlySet<string>;
}

/** What may be a heading among some lines, by the index of its line; code is left out. */
export function findHeadingLines(lines: readonly SourceLine[]): ReadonlyMap<number, HeadingLine> {
  const found = new Map<number, HeadingLine>();
  const texts = lines.map(({ text }) => text);
  for (const index of linesOutsideCode(texts)) {
    const line = readHeadingLine(texts[index] ?? '');
    if (line !== undefined) found.set(index, line);
  }
  return found;
}

/**
 * Which sections of a contract stand at which lines. A line that has but a number must stand below the
 * sections that come before it, where those are marked: else it is of a table of contents, or a list.
 */
export function matchHeadings(
  headings: ReadonlyMap<number, HeadingLine>,
  contract: Contract,
): ReadonlyMap<number, Section> {
  const goals = contract.sections.map((section): Goal => {
    const { words, number } = readNumbered(section.heading);
    return { section, number, terms: termsOf(words) };
  });
  const left = new Set(goals);
  const lines = new Map<Goal, number>();
  const isAboveItsPlace = (goal: Goal, index: number) => {
    const before = goals.slice(0, goals.indexOf(goal)).findLast((other) => lines.has(other));
    return before !== undefined && index < (lines.get(before) ?? 0);
  };
  // Those that are marked first, in their order; then those that have but a number.
  const isNumbered = ({ kind }: HeadingLine) => kind === 'numbered';
  const ordered = [...headings].sort(
    ([, a], [, b]) => Number(isNumbered(a)) - Number(isNumbered(b)),
  );
  for (const [index, line] of ordered) {
    const goal = left.size === 0 ? undefined : findGoal(line, left);
    if (goal === undefined || (isNumbered(line) && isAboveItsPlace(goal, index))) continue;
    left.delete(goal);
    lines.set(goal, index);
  }
  const matched = [...lines].map(([{ section }, index]) => [index, section] as const);
  return new Map(matched.sort(([a], [b]) => a - b));
}

/**
 * The answer with the contract's own headings, line for line: what is recognized as a section's
 * heading becomes `## heading`, every other heading goes below it.
 */
export function withHeadings(
  lines: readonly SourceLine[],
  headings: ReadonlyMap<number, HeadingLine>,
  matched: ReadonlyMap<number, Section>,
): string {
  const written = lines.map(({ text }, index) => {
    const line = headings.get(index);
    const section = matched.get(index);
    if (section !== undefined) return `## ${section.heading}`;
    if (line === undefined || line.kind === 'numbered') return text;
    // A bold line alone is a sub-heading; its words must stay as they are for labels and questions.
    if (line.kind === 'bold') return /\?\W*$/.test(line.words) ? `### ${bareText(text)}` : text;
    const hashes = '#'.repeat(Math.max(3, Math.min(6, line.depth + 1)));
    return text.replace(/^\s*#{1,6}\s*/, `${hashes} `);
  });
  return written.join('\n');
}

function readHeadingLine(text: string): HeadingLine | undefined {
  if (text.length > 400) return undefined;
  const line = text.trim();
  if (line === '' || line.length > 160) return undefined;
  // One hash without a blank is a tag, or a number.
  const hashes = /^(#{1,6})(?!#)(?:\s+|(?<=##))(\S.*)$/.exec(line);
  if (hashes !== null) return heading(hashes[2] ?? '', 'hashes', hashes[1]?.length ?? 1);
  const bold = /^(?:\d{1,2}[.)]\s+)?(?:\*\*|__)(.+?)(?:\*\*|__):?$/.exec(line);
  if (bold !== null) {
    const lead = /^\d{1,2}[.)]/.exec(line)?.[0] ?? '';
    return heading(`${lead} ${bold[1] ?? ''}`, 'bold', 2);
  }
  const plain = /^(?:step\s+)?\d{1,2}\s*[.):—–-]\s+\S.{2,80}$/i.exec(line);
  return plain === null || /[.!?,;]$/.test(line) ? undefined : heading(line, 'numbered', 2);
}

function heading(text: string, kind: HeadingLine['kind'], depth: number): HeadingLine {
  const numbered = readNumbered(text);
  return { ...numbered, kind, depth, terms: termsOf(numbered.words) };
}

/** A section as its heading is looked for. */
interface Goal {
  section: Section;
  number: number | undefined;
  terms: ReadonlySet<string>;
}

/** The section that a heading stands for: by its words, or by its number with some of its words. */
function findGoal(line: HeadingLine, goals: Iterable<Goal>): Goal | undefined {
  const { terms } = line;
  if (terms.size === 0) return undefined;
  let best: { goal: Goal; sure: number } | undefined;
  for (const goal of goals) {
    const common = [...goal.terms].filter((term) => terms.has(term)).length;
    const share = common / Math.max(1, goal.terms.size);
    const cover = common / terms.size;
    const isNumber = line.number !== undefined && line.number === goal.number;
    const isIt =
      line.kind === 'numbered'
        ? isNumber && share >= 0.6 && cover >= 0.6
        : isNumber
          ? share >= 0.3 || cover >= 0.5
          : share >= 0.6 && cover >= 0.5 && line.kind === 'hashes' && line.number === undefined;
    const sure = share + cover + (isNumber ? 0.5 : 0);
    if (isIt && (best === undefined || sure > best.sure)) best = { goal, sure };
  }
  return best?.goal;
}
