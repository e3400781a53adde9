import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { glob, type Loader, type LoaderContext } from 'astro/loaders';
import { figuresBySection } from '../across/sections.ts';
import type { DesignPage } from '../library/design.ts';
import type { WorkedProblem } from '../library/problem.ts';
import type { DesignData } from '../schemas/design.ts';
import type { FormatId } from '../schemas/format.ts';
import { keepPage } from './keptPages.ts';
import { loadLibrary, watchContent } from './sharedLibrary.ts';
import { ownEntry, type StoreEntry } from './storeEntry.ts';

/** Pages that are Markdown: the guide as it stands, and every page of every worked design, filled. */
export function docsLoader(): Loader {
  const guide = glob({ base: './content', pattern: 'guide/**/*.{md,mdx}' });
  return {
    name: 'worked-designs-docs',
    load: async (context) => {
      // The guide's loader clears what it does not know, so it goes first.
      await guide.load(context);
      const load = () => loadDesigns(context);
      await load();
      watchContent(context, load);
    },
  };
}

/** Pages that are rendered at a time: their diagrams are drawn by threads, which else would wait. */
const concurrency = 8;

async function loadDesigns(context: LoaderContext): Promise<void> {
  const { problems } = await loadLibrary(context);
  const pages = problems.flatMap((worked) =>
    worked.designs.flatMap(({ format, pages: own }) =>
      own.map((page) => ({ page, worked, format })),
    ),
  );
  const entries = await Readable.from(pages)
    .map((one: PageSource) => renderPage(one, context), { concurrency })
    .toArray();
  // All at once: half a second after a change, Astro writes the whole store to disk.
  for (const entry of entries) context.store.set(entry);
}

interface PageSource {
  page: DesignPage;
  worked: WorkedProblem;
  format: FormatId;
}

async function renderPage(
  { page, worked: { slug }, format }: PageSource,
  { config, parseData, renderMarkdown, generateDigest }: LoaderContext,
): Promise<StoreEntry> {
  const { id, path, title, description, filled, file, sections, words, minutes } = page;
  const rendered = await renderMarkdown(filled.html, { fileURL: new URL(path, config.root) });
  const anchors = rendered.metadata?.headings?.filter(({ depth }) => depth === 2) ?? [];
  const figures = figuresBySection(rendered.html);
  const kept = { markdown: filled.text, html: rendered.html };
  await keepPage(fileURLToPath(config.root), id, kept);
  const design: DesignData = {
    problem: slug,
    format,
    ...(file && { file }),
    words,
    minutes,
    sections: sections.map((section, index) => ({
      ...section,
      slug: anchors[index]?.slug ?? '',
      figures: figures[index] ?? [],
    })),
  };
  const data = await parseData({ id, data: { title, description, design }, filePath: path });
  return ownEntry({
    id,
    data,
    filePath: path,
    digest: generateDigest(rendered.html),
    // What is shown, and what it was made of, is read from files: see keptPages.ts.
    rendered: { ...rendered, html: '' },
  });
}
