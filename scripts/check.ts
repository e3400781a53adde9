/** Holds all content against its rules, or any Markdown against the contract of a format. */
import { parseArgs } from 'node:util';
import { checkDiagrams } from '../src/diagrams/checkDiagrams.ts';
import { formatFault, sortFaults } from '../src/faults/fault.ts';
import { countLibrary, readLibrary } from '../src/library/library.ts';
import { readContentFolder } from '../src/loaders/contentFolder.ts';
import { type FormatId, formatId, formatIds } from '../src/schemas/format.ts';
import { parseNatively } from '../src/source/nativeMarkdown.ts';
import { checkAnswerFiles } from './checkAnswer.ts';
import { UnreadableFile } from './readInput.ts';

const usage = `Usage: npm run check [-- content/PATH…]
       npm run check -- FILE… [--format ${formatIds.join('|')}] [--json]

Without files, checks all content: schemas, units, formulas, contracts, references, arithmetic,
diagrams.
With paths under content/, prints only the faults of files whose path starts with one of them.

With other files, holds them as one answer against the contract of a format, tolerantly: headings
may have any level and numbering. The format is guessed unless named. FILE may be a zip archive of
Markdown files, or - for standard input. A score for each section and in all goes to standard error.

--json  one array of {file, line, column, rule, verdict, message, expected, section, asks};
        verdict is fault or likely, asks the line of the prompt that wants it; expected, section
        and asks are null where there is none

Prints a line a fault: path:line:column  rule  what is wrong; expected …
Exit code: 0 no faults, 1 faults, 2 wrong usage or a file that cannot be read.`;

main().catch((error: Error) => {
  console.error(error instanceof UnreadableFile ? error.message : `${error.message}\n\n${usage}`);
  process.exitCode = 2;
});

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      help: { type: 'boolean', short: 'h', default: false },
      format: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return;
  }
  const paths = positionals.map((path) => path.replace(/^\.\//, ''));
  const isContent = paths.every((path) => path.startsWith('content'));
  const isAnswer = values.format !== undefined || values.json || !isContent;
  process.exitCode = isAnswer
    ? await checkAnswerFiles(requireFiles(paths), {
        format: readFormat(values.format),
        json: values.json,
      })
    : await checkContent(paths);
}

function requireFiles(paths: readonly string[]): readonly string[] {
  if (paths.length === 0) throw new Error('No file given');
  return paths;
}

function readFormat(text: string | undefined): FormatId | undefined {
  if (text === undefined) return undefined;
  const { success, data } = formatId.safeParse(text);
  if (!success) throw new Error(`There is no format “${text}”; there are ${formatIds.join(', ')}`);
  return data;
}

/** Checks the project's own content in the strict profile; returns the exit code. */
async function checkContent(wanted: readonly string[]): Promise<number> {
  const isWanted = ({ path }: { path: string }) =>
    wanted.length === 0 || wanted.some((start) => path.startsWith(start));
  parseNatively();
  const files = await readContentFolder('.');
  const library = readLibrary(files);
  const diagrams = await checkDiagrams(files.filter(isWanted));
  const faults = sortFaults([...library.faults.filter(isWanted), ...diagrams]);
  for (const fault of faults) console.log(formatFault(fault));
  const { problems, designs, quantities, results } = countLibrary(library);
  console.error(
    `${faults.length} faults; ${problems} problems, ${designs} designs, ${quantities} quantities read; ${results} results worked out again`,
  );
  return faults.length > 0 ? 1 : 0;
}
