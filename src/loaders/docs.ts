import { fileURLToPath } from 'node:url';
import { glob, type Loader, type LoaderContext } from 'astro/loaders';
import { figuresBySection } from '../across/sections.ts';
import type { DesignPage } from '../library/design.ts';
import type { WorkedProblem } from '../library/problem.ts';
import type { DesignData } from '../schemas/design.ts';
import type { FormatId } from '../schemas/format.ts';
import { keepRendered } from './renderedPages.ts';
import { loadLibrary, watchContent } from './sharedLibrary.ts';

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

async function loadDesigns(context: LoaderContext): Promise<void> {
  const { problems } = await loadLibrary(context);
  for (const worked of problems) {
    for (const { format, pages } of worked.designs) {
      for (const page of pages) await storePage(page, worked, format, context);
    }
  }
}

async function storePage(
  page: DesignPage,
  { slug }: WorkedProblem,
  format: FormatId,
  { config, store, parseData, renderMarkdown, generateDigest }: LoaderContext,
): Promise<void> {
  const { id, path, title, description, filled, file, sections, words, minutes } = page;
  const rendered = await renderMarkdown(filled.html, { fileURL: new URL(path, config.root) });
  const anchors = rendered.metadata?.headings?.filter(({ depth }) => depth === 2) ?? [];
  const figures = figuresBySection(rendered.html);
  await keepRendered(fileURLToPath(config.root), id, rendered.html);
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
  store.set({
    id,
    data,
    body: filled.text,
    filePath: path,
    digest: generateDigest(rendered.html),
    // What is shown is read from its file: see renderedPages.ts.
    rendered: { ...rendered, html: '' },
  });
}
