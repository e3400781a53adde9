import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { ContentFile } from '../library/tree.ts';

/** What the library reads; everything else under `content/` belongs to others. */
const extensions = ['.md', '.yaml', '.excalidraw', '.mdx'];
const rooms = ['templates', 'problems', 'reference'];

/**
 * Reads all content files below `<root>/content`, in path order.
 * Bytes that are not UTF-8 come through as U+FFFD, which the library reports.
 */
export async function readContentFolder(root: string): Promise<ContentFile[]> {
  return readRooms(root, rooms);
}

/** Reads the guide's pages, which the library has nothing to do with, in path order. */
export async function readGuide(root: string): Promise<ContentFile[]> {
  return readRooms(root, ['guide']);
}

async function readRooms(root: string, names: readonly string[]): Promise<ContentFile[]> {
  const paths = (
    await Promise.all(
      names.map(async (room) => {
        const folder = join(root, 'content', room);
        const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
          (error: NodeJS.ErrnoException) => {
            if (error.code === 'ENOENT') return [];
            throw error;
          },
        );
        return entries
          .filter((entry) => entry.isFile() && extensions.some((end) => entry.name.endsWith(end)))
          .map((entry) => join(entry.parentPath, entry.name));
      }),
    )
  ).flat();

  return Promise.all(
    paths.sort().map(async (path) => ({
      path: relative(root, path).split(sep).join('/'),
      text: await readFile(path, 'utf8'),
    })),
  );
}
