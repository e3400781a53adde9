import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkDiagrams } from '../../diagrams/checkDiagrams.ts';
import { checkScene } from '../../diagrams/excalidraw/check.ts';
import { type Fault, formatFault } from '../../faults/fault.ts';
import { readLibrary, readTemplates } from '../../library/library.ts';
import { readProblem } from '../../library/problem.ts';
import { readComponents } from '../../library/reference.ts';
import { sortTree } from '../../library/tree.ts';
import { checkLinks } from '../../links/check.ts';
import { findLinks } from '../../links/find.ts';
import { readContentFolder } from '../../loaders/contentFolder.ts';
import { type SeededFault, seedFaults } from './seed.ts';

const content = await readContentFolder('.');
const tree = sortTree(content);
const { templates } = readTemplates(tree.templates);
const { components } = readComponents(tree.reference);
const faults = seedFaults(content, 200);

/** Addresses and anchors of the designs: what links of the content can lead to. */
const pages = readLibrary(content).problems.flatMap(({ designs }) =>
  designs.flatMap((design) => design.pages),
);
const addresses = new Set(pages.map(({ id }) => `/${id}/`));
const site = {
  has: (address: string) => addresses.has(address),
  anchorsOf: () => new Set<string>(),
};

/** Rules of what Mermaid draws, which is asked about all damaged diagrams at once. */
const drawn = new Set(['diagram-syntax', 'diagram-title']);
const diagramFaults = await checkDiagrams(faults.filter(({ rule }) => drawn.has(rule)));

/** What the project says of a damaged file, by the function that reads such files. */
async function judge(fault: SeededFault): Promise<Fault[]> {
  const { path, text, rule } = fault;
  const file = { path, text };
  if (rule === 'encoding') return readWritten(fault);
  if (rule.startsWith('link-') || rule.startsWith('anchor-')) {
    return checkLinks(findLinks([file]), site);
  }
  if (drawn.has(rule)) return diagramFaults;
  if (rule.startsWith('excalidraw-')) return checkScene(file);
  if (path.startsWith('content/templates/')) return readTemplates([file]).faults;
  if (path.startsWith('content/reference/')) {
    return readComponents(new Map([['components.yaml', file]])).faults;
  }
  const folder = tree.problems.find((problem) => path.startsWith(`${problem.path}/`));
  if (folder === undefined) throw new Error(`${path} belongs to no problem`);
  const files = new Map([...folder.files, [path.slice(folder.path.length + 1), file] as const]);
  const concerned = templates.filter(({ contract: { id } }) =>
    new RegExp(`/${id}(?:\\.md$|/)`).test(path),
  );
  const read = readProblem({ ...folder, files }, { templates: concerned, components });
  // The other formats are not read, so their files are strays here.
  return read.faults.filter((fault) => fault.rule !== 'file-unknown');
}

/** Reads a file back from a disk on which its damaged line stands in Latin-1. */
async function readWritten({ path, text, line }: SeededFault): Promise<Fault[]> {
  const root = await mkdtemp(join(tmpdir(), 'encoding-'));
  try {
    await mkdir(dirname(join(root, path)), { recursive: true });
    const lines = text.split('\n').map((content, index) => {
      return Buffer.from(`${content}\n`, index === line - 1 ? 'latin1' : 'utf8');
    });
    await writeFile(join(root, path), Buffer.concat(lines));
    return readLibrary(await readContentFolder(root)).faults;
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

describe('200 faults seeded in the content', () => {
  it('are 200 or more', () => {
    expect(faults.length).toBeGreaterThanOrEqual(200);
    expect(new Set(faults.map(({ text }) => text)).size).toBe(faults.length);
  });

  it.each(faults)('$name in $path, line $line: $rule', async (fault) => {
    const said = await judge(fault);
    const { rule, path, line } = fault;
    expect(said.map(formatFault).join('\n')).toContain(`${path}:${line}:`);
    expect(said).toContainEqual(expect.objectContaining({ rule, path, line }));
  });
});
