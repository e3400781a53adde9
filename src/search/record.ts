import type { FormatId } from '../schemas/format.ts';
import type { TopicId } from '../schemas/topic.ts';
import { parseMarkdown, plainText } from '../source/markdown.ts';

/** What the search knows of one section. */
export interface SearchRecord {
  /** Address with the section's anchor. */
  url: string;
  /** Text that is searched and excerpted. */
  content: string;
  meta: {
    /** The section's heading. */
    title: string;
    /** The page that it stands on. */
    page: string;
  };
  /** Values by facet. */
  filters: Record<string, string[]>;
}

/** A page to be cut into records. */
export interface SearchPage {
  /** Address of the page, with a slash at its end. */
  url: string;
  title: string;
  description: string;
  /** Markdown with the figures filled in. */
  body: string;
  problem?: { title: string; level: string };
  format?: { id: FormatId; title: string };
  /** Headings of level two in order, with what the contract knows of them. */
  sections: { heading: string; slug: string; topics: TopicId[] }[];
}

/** One record a section. What stands before the first heading goes with the first section. */
export function recordsOf(page: SearchPage): SearchRecord[] {
  const { url, title, description, problem, format } = page;
  const filters = {
    ...(problem && { problem: [problem.title], level: [problem.level] }),
    ...(format && { format: [format.title] }),
  };
  const texts = sectionTexts(page.body);
  return page.sections.map(({ heading, slug, topics }, index) => ({
    url: `${url}#${slug}`,
    content: [heading, index === 0 ? description : '', texts[index] ?? ''].join('\n').trim(),
    meta: { title: heading, page: title },
    filters: { ...filters, ...(topics.length > 0 && { topic: topics }) },
  }));
}

/** The text below each heading of level two. */
function sectionTexts(body: string): string[] {
  const lead: string[] = [];
  const sections: string[][] = [];
  for (const node of parseMarkdown(body).children) {
    if (node.type === 'heading' && node.depth === 2) sections.push([]);
    else (sections.at(-1) ?? lead).push(plainText(node));
  }
  sections[0]?.unshift(...lead);
  return sections.map((parts) => parts.join('\n'));
}
