import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * The HTML of worked designs, a file a page. Astro would keep all of it in its store, which is one
 * string and is held in memory several times over: with some hundred problems that is more than a
 * string can be, and more than a machine should need.
 */
const folder = join('.cache', 'pages');

/** Keeps the HTML of a page, known by the id of its entry. */
export async function keepRendered(root: string, id: string, html: string): Promise<void> {
  const file = join(root, folder, `${id}.html`);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, html);
}

/** The HTML of a page, as it was kept. */
export function readRendered(id: string): Promise<string> {
  return readFile(join(process.cwd(), folder, `${id}.html`), 'utf8');
}
