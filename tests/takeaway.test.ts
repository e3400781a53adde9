import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { whiteboardFormat } from '../src/diagrams/excalidraw/format.ts';
import { splitFrontMatter } from '../src/source/frontmatter.ts';
import { parseMarkdown, plainText, walk } from '../src/source/markdown.ts';
import { cutSection } from '../src/takeaway/section.ts';
import { resolveTarget, wikiTargets } from '../src/takeaway/vault/resolve.ts';
import { builtFiles, dist } from './support/site.ts';

const read = (path: string) => readFile(join(dist, path), 'utf8');
const unzip = async (path: string) => unzipSync(await readFile(join(dist, path)));

/** What page and twin have in common. */
interface Content {
  headings: string[];
  tables: string[][];
  code: string[];
  numbers: string[];
}

const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim();
const numbersIn = (text: string) => (text.match(/\d(?:[\d,.]*\d)?/g) ?? []).sort();

/** What a reader of the page sees, icons of headings too; a diagram is its source, a whiteboard its caption. */
async function readPage(path: string): Promise<Content | undefined> {
  const { document } = new JSDOM(await read(path)).window;
  const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
  const main = document.querySelector('.sl-markdown-content');
  const title = document.querySelector('h1');
  if (main === null || title === null) return undefined;
  const unread =
    'svg, script, style, button, textarea, select, nav, dialog, [hidden], .sr-only, [aria-hidden=true]:not(.heading-icon), [role=status], .sl-anchor-link, copy-prompt, .fill, .whiteboard details, .diagram:not(.whiteboard) > figcaption, .diagram-source > :not(pre)';
  for (const element of all(unread)) element.remove();
  for (const input of all('.sl-markdown-content input[type=text]')) {
    input.replaceWith(input.getAttribute('value') ?? '');
  }
  // Blocks do not run together, and neither do the pieces of a component.
  for (const element of all('.sl-markdown-content *')) {
    if (element.closest('pre') === null) element.after(' ');
  }
  const code = all('.sl-markdown-content pre').map((pre) => squeezeLines(pre.textContent));
  const tables = all('.sl-markdown-content tr').map((row) =>
    [...row.querySelectorAll('th, td')].map((cell) => squeezeCell(cell.textContent)),
  );
  const headings = [title, ...all('.sl-markdown-content :is(h1, h2, h3, h4, h5, h6)')].map(
    (element) => `${element.tagName} ${squeezeCell(element.textContent)}`,
  );
  return { headings, tables, code, numbers: numbersIn(main.textContent) };
}

/** Spaces between words do not count, since a page sets its pieces apart by style; nor do curls of quotes. */
const squeezeCell = (text: string) =>
  text
    .replace(/[\s·]+/g, '')
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/…/g, '...');
const squeezeLines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();

async function readTwin(path: string): Promise<Content> {
  const { yaml, body } = splitFrontMatter(await read(path));
  const root = parseMarkdown(body);
  const nodes = [...walk(root.children)];
  const [title, ...others] = root.children;
  const content = (/^description: /m.test(yaml) ? others.slice(1) : others).map((node) =>
    [...walk([node])]
      .flatMap((one) =>
        one.type === 'image' ? [one.alt ?? ''] : 'value' in one ? [one.value] : [],
      )
      .join(' '),
  );
  return {
    headings: nodes.flatMap((node) =>
      node.type === 'heading' ? [`H${node.depth} ${squeezeCell(plainText(node))}`] : [],
    ),
    tables: nodes.flatMap((node) =>
      node.type === 'tableRow' ? [node.children.map((cell) => squeezeCell(plainText(cell)))] : [],
    ),
    code: nodes.flatMap((node) => (node.type === 'code' ? [squeezeLines(node.value)] : [])),
    numbers: title === undefined ? [] : numbersIn(content.join('\n')),
  };
}

const pages = (await builtFiles('index.html')).filter((path) => /(?:^|\/)index\.html$/.test(path));
const twins = new Set(await builtFiles('index.md'));

describe('every page', () => {
  it('has a twin with the same headings, tables, code and numbers', async () => {
    const different: string[] = [];
    let compared = 0;
    for (const path of pages) {
      const page = await readPage(path);
      if (page === undefined) continue;
      const twinPath = path.replace(/html$/, 'md');
      if (!twins.has(twinPath)) {
        different.push(`${twinPath} is missing`);
        continue;
      }
      const twin = await readTwin(twinPath);
      compared += 1;
      for (const part of ['headings', 'tables', 'code', 'numbers'] as const) {
        const [a, b] = [page[part].map(String), twin[part].map(String)];
        const index = a.findIndex((value, at) => value !== b[at]);
        if (index !== -1 || a.length !== b.length) {
          different.push(`${path} ${part} ${a.length}/${b.length}: ${a[index]} | ${b[index]}`);
        }
      }
    }
    console.log(`${compared} pages compared with their twins`);
    expect(different).toEqual([]);
    expect(compared).toBeGreaterThan(20);
  }, 300_000);

  it('offers its twin', async () => {
    const silent: string[] = [];
    for (const path of pages) {
      if (!twins.has(path.replace(/html$/, 'md'))) continue;
      const href = /<link rel="alternate" type="text\/markdown" href="([^"]*)"/.exec(
        await read(path),
      )?.[1];
      if (href !== `/${path.replace(/html$/, 'md')}`) silent.push(path);
    }
    expect(silent).toEqual([]);
  });

  it('of a design gives each section by the place of its heading', async () => {
    const wrong: string[] = [];
    for (const path of [...twins].filter((twin) => /^designs\/[^/]+\/\w/.test(twin))) {
      const text = await read(path);
      const headings = [...walk(parseMarkdown(splitFrontMatter(text).body).children)].filter(
        (node) => node.type === 'heading',
      );
      for (const [nth, heading] of headings.entries()) {
        const [first = ''] = (cutSection(text, nth) ?? '').split('\n');
        const [node] = parseMarkdown(first).children;
        const found = node === undefined ? '' : squeezeCell(plainText(node));
        if (found !== squeezeCell(plainText(heading))) wrong.push(`${path} ${nth}: ${first}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('the Obsidian vault', async () => {
  const files = await unzip('downloads/obsidian.zip');
  const paths = Object.keys(files);
  const notes = paths
    .filter((path) => path.endsWith('.md'))
    .map((path) => ({ path, text: strFromU8(files[path] ?? new Uint8Array()) }));

  it('resolves every link and embed to one file', () => {
    const links = notes.flatMap(({ path, text }) =>
      wikiTargets(text).map(({ target }) => ({ path, target })),
    );
    const wrong = links.filter(({ target }) => resolveTarget(target, paths).length !== 1);
    console.log(`${notes.length} notes, ${links.length} links and embeds`);
    expect(wrong).toEqual([]);
    expect(links.length).toBeGreaterThan(50);
  });

  it('has no link of the site’s own form', () => {
    const left = notes.flatMap(({ path, text }) =>
      [...walk(parseMarkdown(splitFrontMatter(text).body).children)].flatMap((node) =>
        (node.type === 'link' || node.type === 'image') && !/^https?:/.test(node.url)
          ? [`${path}: ${node.url}`]
          : [],
      ),
    );
    expect(left).toEqual([]);
  });

  it('has file names that every system takes', () => {
    expect(paths.filter((path) => /[\\:*?"<>|#^[\]]/.test(path))).toEqual([]);
    expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(paths.length);
  });

  it('says the site’s numbers and gives every note properties and tags', async () => {
    for (const { path, text } of notes) {
      const { yaml, body } = splitFrontMatter(text);
      expect(yaml, path).toMatch(/^title: /m);
      expect(yaml, path).toMatch(/^tags:\n {2}- \S+$/m);
      const source = /^source: https:\/\/[^/]+(\/.*)$/m.exec(yaml)?.[1];
      if (source === undefined) continue;
      const twin = splitFrontMatter(await read(`${source.slice(1)}index.md`)).body;
      const visible = (markdown: string) =>
        numbersIn(
          [
            ...walk(
              parseMarkdown(markdown.replace(/!?\[\[[^|\]]*?\\?\|?([^|\]]*)\]\]/g, '$1')).children,
            ),
          ]
            .flatMap((node) => ('value' in node ? [node.value] : []))
            .join(' '),
        );
      expect(visible(body), path).toEqual(visible(twin));
    }
  });

  it('holds every whiteboard as Excalidraw reads it', async () => {
    const boards = paths.filter((path) => path.endsWith('.excalidraw'));
    expect(boards).toHaveLength((await builtFiles('.excalidraw')).length);
    for (const path of boards) {
      const text = strFromU8(files[path] ?? new Uint8Array());
      expect(whiteboardFormat.safeParse(JSON.parse(text)).error?.issues ?? [], path).toEqual([]);
      const name = path.slice(path.lastIndexOf('/') + 1);
      const built = (await builtFiles(name))[0] ?? '';
      expect(text, path).toBe(await read(built));
    }
  });
});

describe('the files of a problem', async () => {
  const dossiers = (await builtFiles('-dossier.zip')).filter((path) =>
    path.startsWith('downloads/'),
  );
  const source = await readFile(
    new URL('../content/templates/dossier.md', import.meta.url),
    'utf8',
  );
  const names = [...splitFrontMatter(source).yaml.matchAll(/name: (0\S+\.md)/g)].map(
    ([, name]) => name,
  );

  it('are the seven of the dossier, by name', async () => {
    expect(names).toHaveLength(7);
    expect(dossiers.length).toBeGreaterThan(0);
    for (const path of dossiers) expect(Object.keys(await unzip(path)), path).toEqual(names);
  });

  it('are a note that needs no other file', async () => {
    for (const path of (await builtFiles('-note.md')).filter((one) =>
      one.startsWith('downloads/'),
    )) {
      const { body } = splitFrontMatter(await read(path));
      const urls = [...walk(parseMarkdown(body).children)].flatMap((node) =>
        node.type === 'image' ? [node.url] : [],
      );
      expect(urls.length, path).toBeGreaterThan(0);
      for (const url of urls) {
        const [head, data = ''] = url.split(',');
        expect(head).toBe('data:image/svg+xml;base64');
        const svg = Buffer.from(data, 'base64').toString();
        expect(svg).toMatch(/^<svg [\s\S]*<\/svg>$/);
        expect(svg).not.toMatch(/var\(|undefined|="NaN"/);
      }
    }
  });
});

describe('the list of downloads', () => {
  it('tells the true size and sum of each', async () => {
    const { document } = new JSDOM(await read('downloads/index.html')).window;
    const links = [...document.querySelectorAll<HTMLAnchorElement>('a[download]')];
    expect(links.length).toBeGreaterThan(10);
    for (const link of links) {
      const path = (link.getAttribute('href') ?? '').slice(1);
      const body = await readFile(join(dist, path));
      const sum = createHash('sha256').update(body).digest('hex');
      expect(link.closest('li')?.textContent, path).toContain(sum);
      const size = /([\d.]+) (bytes|kB|MB)/.exec(squeeze(link.closest('li')?.textContent ?? ''));
      const unit = { bytes: 1, kB: 1e3, MB: 1e6 }[size?.[2] ?? ''] ?? Number.NaN;
      expect(Math.abs(Number(size?.[1]) * unit - body.length)).toBeLessThanOrEqual(unit);
    }
    expect(document.body.textContent).not.toContain('@@');
  });

  it('agrees with SHA256SUMS', async () => {
    for (const line of (await read('downloads/SHA256SUMS')).trim().split('\n')) {
      const [sum, path = ''] = line.split('  ');
      const body = await readFile(join(dist, path));
      expect(createHash('sha256').update(body).digest('hex'), path).toBe(sum);
    }
  });
});

describe('the site as an archive', () => {
  it('holds every file but itself, and says how it is served', async () => {
    const files = await unzip('downloads/site.zip');
    const wanted = (await builtFiles('')).filter((path) => path !== 'downloads/site.zip');
    expect(Object.keys(files).sort()).toEqual([...wanted, 'README.md'].sort());
    expect(strFromU8(files['README.md'] ?? new Uint8Array())).toContain('http.server');
    expect(strFromU8(files['downloads/index.html'] ?? new Uint8Array())).not.toContain('@@');
  }, 120_000);
});

describe('files for language models', () => {
  it('list every twin once, by addresses that exist', async () => {
    const index = await read('llms.txt');
    expect(index).toMatch(/^# Worked Designs\n\n> /);
    const links = [...index.matchAll(/\]\(https:\/\/[^/]+\/([^)]*)\)/g)].map(
      ([, path = '']) => path,
    );
    expect(links.filter((path) => !twins.has(path))).toEqual([]);
    const unlisted = [...twins].filter((path) => !links.includes(path));
    expect(unlisted).toEqual(['downloads/index.md', 'index.md']);
    expect(new Set(links).size).toBe(links.length);
  });

  it('hold the text of the pages', async () => {
    const [full, small] = [await read('llms-full.txt'), await read('llms-small.txt')];
    for (const path of twins) {
      if (path === 'downloads/index.md') continue;
      expect(full, path).toContain(splitFrontMatter(await read(path)).body.trim());
    }
    expect(small.length).toBeLessThan(full.length / 3);
  });
});
