import {
  brokenDiagram,
  type AnswerFinding,
  type AnswerReport,
  sortFindings,
} from '../src/contract/answerReport.ts';
import { checkAnswer } from '../src/contract/answer.ts';
import { openPool } from '../src/diagrams/mermaid/pool.ts';
import { readLibrary } from '../src/library/library.ts';
import { readContentFolder } from '../src/loaders/contentFolder.ts';
import type { FormatId } from '../src/schemas/format.ts';
import { readInput } from './readInput.ts';

/** Checks any Markdown in the tolerant profile and prints what it lacks; returns the exit code. */
export async function checkAnswerFiles(
  paths: readonly string[],
  { format, json }: { format: FormatId | undefined; json: boolean },
): Promise<number> {
  const files = (await Promise.all(paths.map(readInput))).flat();
  const { templates } = readLibrary(await readContentFolder('.'));
  const report = checkAnswer(templates, files, format);
  if (report === undefined) {
    throw new Error('No format recognized; name one with --format');
  }
  const findings = sortFindings([...report.findings, ...(await findBrokenDiagrams(report))]);
  if (json) console.log(JSON.stringify(findings.map(toJson), null, 2));
  else {
    for (const finding of findings) console.log(toLine(finding));
    for (const { heading, points, of } of report.sections) {
      console.error(`${String(points).padStart(3)} of ${of}  ${heading}`);
    }
    console.error(`${report.title}: ${report.score} of 100 (${report.how}); ${report.why}`);
  }
  return findings.length > 0 ? 1 : 0;
}

/** Diagrams that Mermaid itself cannot parse. */
async function findBrokenDiagrams({ diagrams }: AnswerReport): Promise<AnswerFinding[]> {
  if (diagrams.length === 0) return [];
  const pool = openPool({});
  try {
    const found = await Promise.all(
      diagrams.map(async ({ path, line, source }) => {
        const verdict = await pool.check(source);
        return verdict.status === 'faulty' ? [brokenDiagram({ path, line }, verdict.fault)] : [];
      }),
    );
    return found.flat();
  } finally {
    await pool.close();
  }
}

function toJson({
  path,
  line,
  column,
  rule,
  message,
  expected,
  section,
  likely,
  asks,
}: AnswerFinding) {
  const verdict = likely === true ? 'likely' : 'fault';
  // Every key is there in each of them: what reads this need not ask.
  return {
    file: path,
    line,
    column,
    rule,
    verdict,
    message,
    expected: expected ?? asks?.text ?? null,
    section: section ?? null,
    asks: asks ?? null,
  };
}

function toLine({ path, line, column, rule, message, expected, asks }: AnswerFinding): string {
  const wanted = expected === undefined ? '' : `; expected ${expected}`;
  const prompt = asks === undefined ? '' : ` (prompt, line ${asks.line}: “${asks.text}”)`;
  return `${path}:${line}:${column}  ${rule}  ${message}${wanted}${prompt}`;
}
