/** Finds what Markdown files compute and says which results are wrong. */
import { parseArgs } from 'node:util';
import { auditText, type Finding } from '../src/audit/audit.ts';
import { readInput, UnreadableFile } from './readInput.ts';

const usage = `Usage: npm run audit -- FILE… [--json] [--all]

Finds equalities in prose, lists, tables and code, computes them with their units, and
prints those that are wrong: path:line:column  arithmetic  what is wrong.
FILE may be a zip archive of Markdown files, or - for standard input.

--all   also what is right and what is rounded
--json  one array of {file, line, column, rule, verdict, message, expected,
        text, stated, computed, ratio}; verdict is right, rounded, wrong or unit

Exit code: 0 nothing wrong, 1 something wrong, 2 wrong usage or a file that cannot be read.`;

main().catch((error: Error) => {
  console.error(error instanceof UnreadableFile ? error.message : `${error.message}\n\n${usage}`);
  process.exitCode = 2;
});

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      help: { type: 'boolean', short: 'h', default: false },
      json: { type: 'boolean', default: false },
      all: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return;
  }
  if (positionals.length === 0) throw new Error('No file given');
  const texts = (await Promise.all(positionals.map(readInput))).flat();
  const found = texts.flatMap(({ path: file, text }) =>
    auditText(text).map((finding) => ({ file, finding })),
  );
  const isWrong = ({ finding: { verdict } }: { finding: Finding }) =>
    verdict === 'wrong' || verdict === 'unit';
  const wrong = found.filter(isWrong);
  const shown = values.all ? found : wrong;
  if (values.json) {
    console.log(
      JSON.stringify(
        shown.map(({ file, finding }) => toJson(file, finding)),
        null,
        2,
      ),
    );
  } else {
    for (const { file, finding } of shown) console.log(toLine(file, finding));
    console.error(`${wrong.length} wrong of ${found.length} results read`);
  }
  if (wrong.length > 0) process.exitCode = 1;
}

function toLine(file: string, { line, column, rule, message, text }: Finding): string {
  return `${file}:${line}:${column}  ${rule}  ${text}  ${message}`;
}

function toJson(file: string, finding: Finding) {
  const { line, column, rule, verdict, message, text, stated, computed, ratio } = finding;
  const expected = computed;
  return { file, line, column, rule, verdict, message, expected, text, stated, computed, ratio };
}
