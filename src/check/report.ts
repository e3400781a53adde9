import { auditText, type Finding } from '../audit/audit.ts';
import { checkAnswer } from '../contract/answer.ts';
import type { AnswerTemplate } from '../contract/answerFormat.ts';
import type { AnswerFile } from '../contract/answerLines.ts';
import { type AnswerFinding, type AnswerReport, sortFindings } from '../contract/answerReport.ts';
import { sectionAt } from './diagrams.ts';
import type { FormatId } from '../schemas/format.ts';

/** A result of a calculation with its file and, where there is a format, its section. */
export interface CheckedResult extends Finding {
  path: string;
  section?: string;
}

/** One thing to mend: something that the format asks for, or a result that is wrong. */
export type CheckFinding =
  ({ kind: 'contract' } & AnswerFinding) | ({ kind: 'arithmetic' } & CheckedResult);

/** All that is said of a text. */
export interface CheckReport {
  /** What the format makes of it; left out where no format is named or recognized. */
  answer?: AnswerReport;
  /** In reading order. */
  findings: CheckFinding[];
  /** Results that are right or rounded, in reading order. */
  sound: CheckedResult[];
}

/** Holds texts against the contract of a format, and works out again what they compute. */
export function checkTexts(
  templates: readonly AnswerTemplate[],
  files: readonly AnswerFile[],
  format?: FormatId,
): CheckReport {
  const answer = checkAnswer(templates, files, format);
  const results = files.flatMap(({ path, text }) =>
    auditText(text).map((finding): CheckedResult => {
      const section = answer && sectionAt(answer.sections, path, finding.line);
      return { path, ...finding, ...(section && { section }) };
    }),
  );
  const isWrong = ({ verdict }: CheckedResult) => verdict === 'wrong' || verdict === 'unit';
  return {
    ...(answer && { answer }),
    findings: sortFindings<CheckFinding>([
      ...(answer?.findings ?? []).map((finding) => ({ kind: 'contract' as const, ...finding })),
      ...results.filter(isWrong).map((result) => ({ kind: 'arithmetic' as const, ...result })),
    ]),
    sound: results.filter((result) => !isWrong(result)),
  };
}

/** What Mermaid says of a diagram's source: `undefined` where it can be read. */
export type DiagramVerdict = { line: number; message: string } | undefined;
