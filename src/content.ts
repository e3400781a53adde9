import { type CollectionEntry, getCollection, render } from 'astro:content';
import { cutSections, type SectionExcerpt } from './across/sections.ts';
import { countTopics } from './across/topics.ts';
import { readMarkdown } from './loaders/keptPages.ts';
import { formatIds, type FormatId } from './schemas/format.ts';
import type { DesignData } from './schemas/design.ts';
import { parseNatively } from './source/nativeMarkdown.ts';

parseNatively();

/** Asks once for all pages of a build, since content does not change meanwhile; in development, each time. */
function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined;
  return () => {
    if (asked === undefined || import.meta.env.DEV) asked = ask();
    return asked;
  };
}

/** A page of a worked design, as the site knows it. */
export type DesignEntry = CollectionEntry<'docs'> & { data: { design: DesignData } };

/** The five templates, in the order of the formats. */
export const getTemplates = once(async () => {
  const templates = await getCollection('templates');
  return formatIds.flatMap((id) => templates.find((entry) => entry.id === id)?.data ?? []);
});

/** All problems, in reading order. */
export const getProblems = once(async () => {
  const problems = await getCollection('problems');
  return problems
    .map(({ id, data }) => ({ slug: id, ...data }))
    .sort((a, b) => a.problem.order - b.problem.order || (a.slug < b.slug ? -1 : 1));
});

export type ProblemEntry = Awaited<ReturnType<typeof getProblems>>[number];

/** The pages of one problem, in the order of the formats and of their files. */
export async function getDesignPages(problem: string): Promise<DesignEntry[]> {
  return (await pagesByProblem()).get(problem) ?? [];
}

/** Pages of worked designs by problem. */
const pagesByProblem = once(async (): Promise<Map<string, DesignEntry[]>> => {
  const groups = new Map<string, DesignEntry[]>();
  for (const entry of await getCollection('docs')) {
    if (!isDesignEntry(entry)) continue;
    const { problem } = entry.data.design;
    groups.set(problem, [...(groups.get(problem) ?? []), entry]);
  }
  for (const entries of groups.values()) {
    entries.sort(
      (a, b) =>
        formatIds.indexOf(a.data.design.format) - formatIds.indexOf(b.data.design.format) ||
        (a.id < b.id ? -1 : 1),
    );
  }
  return groups;
});

/** Pages with their Markdown, figures put in. */
export function withTexts(
  pages: readonly DesignEntry[],
): Promise<{ page: DesignEntry; text: string }[]> {
  return Promise.all(pages.map(async (page) => ({ page, text: await readMarkdown(page.id) })));
}

/** All sections of all worked designs with their openings, in the order of problems and formats. */
export const getSections = once(async () => {
  const problems = await getProblems();
  const sections: SectionExcerpt[] = [];
  for (const entry of problems) {
    sections.push(...cutSections(entry, await withTexts(await getDesignPages(entry.slug))));
  }
  return sections;
});

/** How many sections there are on every topic. */
export const getTopicCounts = once(async () => countTopics(await getSections()));

/** What stands across all problems: components, their framework, anti-patterns and numbers. */
export const getReference = once(async () => {
  const [entry] = await getCollection('reference');
  if (entry === undefined) throw new Error('the reference was not loaded');
  return entry.data;
});

/** Whether a page is one of a worked design. */
export function isDesignEntry(entry: CollectionEntry<'docs'>): entry is DesignEntry {
  return entry.data.design !== undefined;
}

/** The pages of one format of a problem. */
export function pagesOf(pages: readonly DesignEntry[], format: FormatId): DesignEntry[] {
  return pages.filter((page) => page.data.design.format === format);
}

/** Pages of the guide with their headings of level two. */
export async function getGuidePages() {
  const pages = await getCollection('docs', ({ id }) => id.startsWith('guide'));
  return Promise.all(
    pages.map(async (page) => {
      const { headings } = await render(page);
      return { ...page, headings: headings.filter(({ depth }) => depth === 2) };
    }),
  );
}
