/**
 * Turns the templates into `public/prompts/<id>.txt` and `index.json`; with a format and a problem
 * it prints the filled prompt instead.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { formatFault } from '../src/faults/fault.ts';
import { readLibrary } from '../src/library/library.ts';
import { readContentFolder } from '../src/loaders/contentFolder.ts';
import { withBase } from '../src/navigation/base.ts';
import { place } from '../src/navigation/place.ts';
import { describePrompt } from '../src/prompt/describe.ts';
import { fillPrompt, parsePrompt } from '../src/prompt/fill.ts';

const usage = `Usage: npm run -s prompt -- <format> "<problem>"

Prints the prompt of a format with the problem filled in, and nothing else.
Without a problem, prints it with its {{variables}}.

Without arguments, writes every prompt to public/prompts/ (part of npm run build).`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: { help: { type: 'boolean', short: 'h' } },
});
const [format, problem = '', ...rest] = positionals;
const files = (await readContentFolder('.')).filter(({ path }) =>
  path.startsWith('content/templates/'),
);
const { templates, faults } = readLibrary(files);
const broken = faults.filter(({ path }) => path.startsWith('content/templates/'));

if (values['help'] === true) {
  console.log(usage);
} else if (broken.length > 0) {
  console.error(broken.map(formatFault).join('\n'));
  process.exitCode = 1;
} else if (format === undefined) {
  await writePrompts();
} else {
  printPrompt(format);
}

function printPrompt(id: string): void {
  const template = templates.find(({ contract }) => contract.id === id);
  if (template === undefined || rest.length > 0) {
    const known = templates.map(({ contract }) => `  ${contract.id.padEnd(10)} ${contract.title}`);
    const problemText =
      template === undefined ? `no format is called “${id}”` : 'too many arguments';
    console.error(`${problemText}; the formats are:\n${known.join('\n')}\n\n${usage}`);
    process.exitCode = 2;
    return;
  }
  process.stdout.write(fillPrompt(parsePrompt(template.body), { problem }));
}

async function writePrompts(): Promise<void> {
  const folder = 'public/prompts';
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const { contract, body } of templates) await writeFile(`${folder}/${contract.id}.txt`, body);
  const described = await Promise.all(templates.map(describePrompt));
  const index = described.map((one) => ({ ...one, url: withBase(place.base, one.url) }));
  await writeFile(`${folder}/index.json`, `${JSON.stringify(index, null, 2)}\n`);
}
