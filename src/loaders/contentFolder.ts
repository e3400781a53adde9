import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { ContentFile } from '../library/tree.ts';

/** What the library reads; everything else under `content/` belongs to others. */
const extensions = ['.md', '.yaml', '.excalidraw'];
const rooms = ['templates', 'problems', 'reference'];

/**
 * Reads all content files below `<root>/content`, in path order.
 * Bytes that are not UTF-8 come through as U+FFFD, which the library reports.
 */
export async function readContentFolder(root: string): Promise<ContentFile[]> {
  const paths = (
    await Promise.all(
      rooms.map(async (room) => {
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
