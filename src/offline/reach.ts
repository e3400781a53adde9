/** A file that may name others. */
interface TextFile {
  path: string;
  text: string;
}

/** What may be names of files in a script or style: without their folders. */
export function namesIn(text: string): string[] {
  return text.match(/[\w.~-]+\.\w+/g) ?? [];
}

/** What may be names of scripts, styles and fonts in a page: without their folders. */
export function assetsIn(html: string): string[] {
  return (html.match(/\/_astro\/[\w.~/-]+/g) ?? []).map(nameOf);
}

/**
 * Paths of the files that are among `names`, or named by a file so named, and so on. Files of
 * `closed` are left out, with what only they name.
 */
export function reachable(
  names: Iterable<string>,
  files: readonly TextFile[],
  closed: (path: string) => boolean,
): Set<string> {
  const byName = new Map(files.map((file) => [nameOf(file.path), file]));
  const reached = new Set<string>();
  const open: TextFile[] = [];
  const follow = (named: Iterable<string>) => {
    for (const name of named) {
      const file = byName.get(name);
      if (file === undefined || reached.has(file.path) || closed(file.path)) continue;
      reached.add(file.path);
      open.push(file);
    }
  };
  follow(names);
  for (let file = open.pop(); file !== undefined; file = open.pop()) follow(namesIn(file.text));
  return reached;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
