import { glob, readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { scenePath } from '../src/diagrams/excalidraw/check.ts';
import { compileScene, sceneText } from '../src/diagrams/excalidraw/compile.ts';
import { readShippedFont } from '../src/diagrams/excalidraw/shippedFont.ts';
import { readSkeleton } from '../src/diagrams/excalidraw/readSkeleton.ts';
import { type Fault, formatFault, sortFaults } from '../src/faults/fault.ts';

const help = `Makes the Excalidraw scene of each whiteboard skeleton.

Usage: npm run whiteboard -- [--check] [FILE…]

  FILE      a .whiteboard.yaml; default: all under content/
  --check   write nothing; name the scenes that are missing or stale, and exit with 1
  --help    this text

How to write a skeleton: src/diagrams/excalidraw/README.md
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    check: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) {
  process.stdout.write(help);
} else {
  const files = positionals.length > 0 ? positionals : await skeletonsUnder('content');
  process.exitCode = await make(files, values.check);
}

async function skeletonsUnder(folder: string): Promise<string[]> {
  const found = await Array.fromAsync(glob(`${folder}/**/*.whiteboard.yaml`));
  return found.map((path) => path.replaceAll('\\', '/')).sort();
}

/** Makes or checks every scene; the exit code. */
async function make(files: readonly string[], check: boolean): Promise<number> {
  const font = await readShippedFont();
  const faults: Fault[] = [];
  const stale: string[] = [];
  for (const path of files) {
    const { data, faults: found } = readSkeleton(await readFile(path, 'utf8'), path, font);
    faults.push(...found);
    if (data === undefined) continue;
    const target = scenePath(path);
    const text = sceneText(compileScene(data, font));
    if ((await readIfThere(target)) === text) continue;
    stale.push(target);
    if (!check) await writeFile(target, text);
  }

  for (const fault of sortFaults(faults)) console.error(formatFault(fault));
  for (const path of stale) console.log(check ? `${path} is stale` : `${path} written`);
  console.log(`${files.length} whiteboards, ${stale.length} ${check ? 'stale' : 'written'}`);
  return faults.length > 0 || (check && stale.length > 0) ? 1 : 0;
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    return undefined;
  }
}
