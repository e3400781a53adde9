import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Markdown and HTML of worked designs, two files a page. Astro would keep both in its store, which
 * is one string, is bundled as a script, and is held in memory several times over: with some hundred
 * problems that is more than a string can be, and more than a machine should need.
 */
const folder = join('.cache', 'pages');

/** A page's text, figures put in, and what was made of it. */
export interface KeptPage {
  markdown: string;
  html: string;
}

/** Keeps a page, known by the id of its entry. */
export async function keepPage(root: string, id: string, page: KeptPage): Promise<void> {
  const file = join(root, folder, id);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.md`, page.markdown);
  await writeFile(`${file}.html`, page.html);
}

/** The Markdown of a page, as it was kept. */
export function readMarkdown(id: string): Promise<string> {
  return read(`${id}.md`);
}

/** The HTML of a page, as it was kept. */
export function readHtml(id: string): Promise<string> {
  return read(`${id}.html`);
}

function read(name: string): Promise<string> {
  return readFile(join(process.cwd(), folder, name), 'utf8');
}
