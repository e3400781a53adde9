import { brokenDiagram, sortFindings, type SectionScore } from '../contract/answerReport.ts';
import type { CheckFinding, CheckReport, DiagramVerdict } from './report.ts';

/** The report with the diagrams that Mermaid cannot read, as far as it was asked. */
export function withDiagrams(
  report: CheckReport,
  verdicts: ReadonlyMap<string, DiagramVerdict>,
): CheckReport {
  const { answer } = report;
  if (answer === undefined) return report;
  const broken = answer.diagrams.flatMap((diagram): CheckFinding[] => {
    const fault = verdicts.get(diagram.source);
    if (fault === undefined) return [];
    const section = sectionAt(answer.sections, diagram.path, diagram.line);
    const finding = brokenDiagram(diagram, fault);
    return [{ kind: 'contract', ...finding, ...(section && { section }) }];
  });
  return broken.length === 0
    ? report
    : { ...report, findings: sortFindings([...report.findings, ...broken]) };
}

/** The section whose heading stands last above a line. */
export function sectionAt(
  sections: readonly SectionScore[],
  path: string,
  line: number,
): string | undefined {
  let found: SectionScore | undefined;
  for (const section of sections) {
    const { place } = section;
    if (place?.path !== path || place.line > line) continue;
    if (found?.place === undefined || place.line >= found.place.line) found = section;
  }
  return found?.id;
}
