/** Holds all content against its schemas, units, contracts and diagrams; prints every fault. */
import { parseArgs } from 'node:util';
import { checkDiagrams } from '../src/diagrams/checkDiagrams.ts';
import { formatFault, sortFaults } from '../src/faults/fault.ts';
import { countLibrary, readLibrary } from '../src/library/library.ts';
import { readContentFolder } from '../src/loaders/contentFolder.ts';

const usage = `Usage: npm run check [-- PATH…]

Checks all content: schemas, units, formulas, contracts, references, diagrams.
With paths, prints only the faults of files whose path starts with one of them.

Prints a line a fault: path:line:column  rule  what is wrong; expected …
Exit code: 0 no faults, 1 faults, 2 wrong usage.`;

main().catch((error: Error) => {
  console.error(`${error.message}\n\n${usage}`);
  process.exitCode = 2;
});

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { help: { type: 'boolean', short: 'h', default: false } },
  });
  if (values.help) {
    console.log(usage);
    return;
  }
  const wanted = positionals.map((path) => path.replace(/^\.\//, ''));
  const isWanted = ({ path }: { path: string }) =>
    wanted.length === 0 || wanted.some((start) => path.startsWith(start));
  const files = await readContentFolder('.');
  const library = readLibrary(files);
  const diagrams = await checkDiagrams(files.filter(isWanted));
  const faults = sortFaults([...library.faults.filter(isWanted), ...diagrams]);
  for (const fault of faults) console.log(formatFault(fault));
  const { problems, designs, quantities } = countLibrary(library);
  console.error(
    `${faults.length} faults; ${problems} problems, ${designs} designs, ${quantities} quantities read`,
  );
  if (faults.length > 0) process.exitCode = 1;
}
