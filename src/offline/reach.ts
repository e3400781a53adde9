/** A file that may name others. */
interface TextFile {
  path: string;
  text: string;
}

/**
 * Paths of the files that are named by `pages`, or by a file so named, and so on. Names are those of
 * `files`, without their folders. Files of `closed` are left out, with what only they name.
 */
export function reachable(
  pages: Iterable<TextFile>,
  files: readonly TextFile[],
  closed: (path: string) => boolean,
): Set<string> {
  const byName = new Map(files.map((file) => [nameOf(file.path), file]));
  const reached = new Set<string>();
  const open: TextFile[] = [];
  const follow = ({ text }: TextFile) => {
    for (const [name] of text.matchAll(/[\w.~-]+\.\w+/g)) {
      const file = byName.get(name);
      if (file === undefined || reached.has(file.path) || closed(file.path)) continue;
      reached.add(file.path);
      open.push(file);
    }
  };
  for (const page of pages) follow(page);
  for (let file = open.pop(); file !== undefined; file = open.pop()) follow(file);
  return reached;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
