/** Begins a new problem: all its files, made from the contracts of the five formats. */
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { formatFault } from '../src/faults/fault.ts';
import { readTemplates } from '../src/library/library.ts';
import { sortTree } from '../src/library/tree.ts';
import { readContentFolder } from '../src/loaders/contentFolder.ts';
import { beginProblem } from '../src/scaffold/problem.ts';
import { nextOrder } from '../src/scaffold/order.ts';
import { slug as slugSchema } from '../src/schemas/problem.ts';

const usage = `Usage: npm run new -- <slug> "<title>"

Makes content/problems/<slug>/ with problem.yaml, model.yaml and a file for each part of the five
formats: every heading of their contracts, and a note on what to write below it.

  npm run new -- parking-garage "Parking garage"

Then npm run check -- content/problems/<slug> says what is missing, until nothing is.
Exit code: 0 the files were made, 1 the templates have faults, 2 wrong usage.`;

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
  const { slug, title } = readNames(positionals);
  const folder = `content/problems/${slug}`;
  if (await exists(folder)) throw new Error(`${folder} is there already; nothing was changed`);

  const tree = sortTree(await readContentFolder('.'));
  const { templates, faults } = readTemplates(tree.templates);
  if (faults.length > 0) {
    console.error(faults.map(formatFault).join('\n'));
    process.exitCode = 1;
    return;
  }
  const files = beginProblem({ slug, title, order: nextOrder(tree) }, templates);
  for (const { path, text } of files) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text, { flag: 'wx' });
    console.log(path);
  }
  console.log(`\nBegin with model.yaml. What is missing: npm run check -- ${folder}`);
}

function readNames([slug, title, ...rest]: readonly string[]): { slug: string; title: string } {
  if (slug === undefined || title === undefined) throw new Error('A slug and a title are needed');
  if (rest.length > 0) throw new Error('Too many arguments; put the title in quotes');
  if (!slugSchema.safeParse(slug).success) {
    throw new Error(`“${slug}” is no slug; expected lower-case words with hyphens`);
  }
  if (title.trim().length < 3 || /[\n\r]/.test(title)) {
    throw new Error('The title is one line of three characters or more');
  }
  return { slug, title: title.trim() };
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
