import type { Fault } from '../faults/fault.ts';
import type { ContentFile } from '../library/tree.ts';
import { checkWhiteboards } from './excalidraw/check.ts';
import { readShippedFont } from './excalidraw/shippedFont.ts';
import { checkDiagram } from './mermaid/check.ts';
import { splitFrontMatter } from '../source/frontmatter.ts';
import { parseMarkdown, walk } from '../source/markdown.ts';
import { type DiagramPool, openPool } from './mermaid/pool.ts';

/** Every fault of the diagrams in some files: Mermaid parsed by Mermaid, whiteboards by their schema. */
export async function checkDiagrams(files: readonly ContentFile[]): Promise<Fault[]> {
  return [...(await checkMermaid(files)), ...checkWhiteboards(files, await readShippedFont())];
}

/** Every fault of the Mermaid fences in some files. */
export async function checkMermaid(files: readonly ContentFile[]): Promise<Fault[]> {
  const pool = openPool({});
  try {
    // Templates show diagrams to a model, not to a reader.
    const texts = files.filter(({ path }) => path.endsWith('.md') && !path.includes('/templates/'));
    return (await Promise.all(texts.map((file) => checkFences(file, pool)))).flat();
  } finally {
    await pool.close();
  }
}

/** Faults of the Mermaid fences of one file, at their lines in it. */
export async function checkFences(
  { path, text }: ContentFile,
  pool: DiagramPool,
): Promise<Fault[]> {
  const { body, bodyLinesBefore } = splitFrontMatter(text);
  const fences = [...walk(parseMarkdown(body).children)].filter(
    (node) => node.type === 'code' && node.lang === 'mermaid',
  );
  const checked = await Promise.all(
    fences.map(async (node) => {
      if (node.type !== 'code') return [];
      const above = bodyLinesBefore + (node.position?.start.line ?? 1);
      const faults = await checkDiagram(pool, node.value.replaceAll('\\{{', '{{'));
      return faults.map(({ line, ...fault }) => ({
        path,
        line: above + line,
        column: 1,
        ...fault,
      }));
    }),
  );
  return checked.flat();
}
