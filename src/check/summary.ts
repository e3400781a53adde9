import type { CheckFinding, CheckReport } from './report.ts';
import { groupFindings, sayVerdict } from './words.ts';

/** A report as Markdown, to keep beside the answer or to give back to the model that wrote it. */
export function writeSummary(report: CheckReport, { manyFiles }: { manyFiles: boolean }): string {
  const { answer } = report;
  const { title, detail } = sayVerdict(report);
  const blocks = [
    answer === undefined ? '# Check' : `# Check: ${answer.title}, ${answer.score} of 100`,
    `${title}. ${detail}`,
    ...(answer === undefined ? [] : [`Score: ${answer.how}. Format: ${answer.why}.`]),
    ...groupFindings(report).map(({ title: heading, points, findings }) => {
      const score = points === undefined ? '' : ` (${points})`;
      const items = findings.map((finding) => `- ${sayFinding(finding, manyFiles)}`);
      return `## ${heading}${score}\n\n${items.join('\n')}`;
    }),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function sayFinding(finding: CheckFinding, manyFiles: boolean): string {
  const place = `${manyFiles ? `${finding.path}, l` : 'L'}ine ${finding.line}`;
  if (finding.kind === 'arithmetic') return `${place}: \`${finding.text}\`: ${finding.message}.`;
  const { message, expected, likely, asks } = finding;
  const wanted = expected === undefined ? '' : `; expected ${expected}`;
  const doubt = likely === true ? ' (likely)' : '';
  const prompt = asks === undefined ? '' : ` The prompt asks in line ${asks.line}: “${asks.text}”`;
  return `${place}: ${message}${wanted}${doubt}.${prompt}`;
}
