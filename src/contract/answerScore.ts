import type { Contract, Section } from '../schemas/contract.ts';
import type { SectionScore } from './answerReport.ts';
import type { DesignFile, MatchedSection } from './designFile.ts';
import { meetTolerantly } from './tolerantNeeds.ts';

/** Adds a finding at a line of the answer with the contract's headings. */
export type ReportFinding = (
  finding: { line: number; column: number; rule: string; message: string; expected?: string },
  rest: { section?: Section | undefined; likely?: true | undefined; asks: string | undefined },
) => void;

/** Points, and how many could be had. */
export interface Points {
  points: number;
  of: number;
}

/** Scores one section: a point for being there, one for each need. What is not met is reported. */
export function scoreSection(
  section: Section,
  matched: MatchedSection | undefined,
  report: ReportFinding,
): SectionScore {
  const { id, heading, optional, needs } = section;
  const found = matched?.found;
  const score = { id, heading, found: found !== undefined };
  if (found === undefined) return { ...score, points: 0, of: optional ? 0 : 1 + needs.length };
  const lifted = section.unless !== undefined && found.source.includes(section.unless);
  const asked = lifted ? [] : needs;
  const isEmpty = found.nodes.length === 0;
  let points = isEmpty ? 0 : 1;
  for (const need of isEmpty ? [] : asked) {
    const scope = { ...found, firstLine: found.position.line };
    const shortfalls = meetTolerantly(need, scope);
    if (shortfalls.length === 0) points += 1;
    for (const { node, likely, message, expected } of shortfalls) {
      const { line = found.position.line, column = 1 } = node?.position?.start ?? {};
      const finding = { line, column, rule: `need-${need.kind}`, message, expected };
      report(finding, { section, asks: need.asks, likely });
    }
  }
  return { ...score, points, of: 1 + asked.length };
}

/** Scores the needs of the answer as a whole. */
export function scoreWhole(
  { needs }: Contract,
  { body, outline: { root } }: DesignFile,
  report: ReportFinding,
): Points {
  let points = 0;
  for (const need of needs) {
    const shortfalls = meetTolerantly(need, { nodes: root.children, source: body, firstLine: 1 });
    if (shortfalls.length === 0) points += 1;
    for (const { message, expected } of shortfalls) {
      const finding = { line: 1, column: 1, rule: `need-${need.kind}`, message, expected };
      report(finding, { asks: need.asks });
    }
  }
  return { points, of: needs.length };
}
