import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { builtFiles } from '../../tests/support/site.ts';

/** What every peer is given: the site’s pages as Markdown, and the files that they show. */
export interface PeerInput {
  /** Path relative to the site’s root, `designs/chat/note/index.md`, and text. */
  pages: { path: string; text: string }[];
  files: { path: string; text: string }[];
}

/** Reads the Markdown twins of a built site. */
export async function readInput(dist: string): Promise<PeerInput> {
  const read = async (ending: string, isWanted: (path: string) => boolean) => {
    const paths = (await builtFiles(ending, dist)).filter(isWanted);
    return Promise.all(
      paths.map(async (path) => ({ path, text: await readFile(join(dist, path), 'utf8') })),
    );
  };
  return {
    pages: await read('index.md', (path) => path === 'index.md' || path.endsWith('/index.md')),
    files: await read('.excalidraw', () => true),
  };
}

/** Writes pages and files where a peer looks for them. */
export async function writeInput(
  { pages, files }: PeerInput,
  { content, files: fileFolder, branches }: { content: string; files: string; branches: boolean },
): Promise<void> {
  const named = branches
    ? pages.map((page) => ({ ...page, path: branchPath(page.path, pages) }))
    : pages;
  for (const [folder, all] of [
    [content, named],
    [fileFolder, files],
  ] as const) {
    for (const { path, text } of all) {
      const target = join(folder, path);
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, text);
    }
  }
}

/** Hugo takes what lies beside an `index.md` for its attachments, unless it is an `_index.md`. */
export function branchPath(path: string, pages: readonly { path: string }[]): string {
  const folder = path.replace(/index\.md$/, '');
  const isBranch = pages.some((other) => other.path !== path && other.path.startsWith(folder));
  return isBranch ? `${folder}_index.md` : path;
}
