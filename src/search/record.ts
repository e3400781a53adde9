import type { RootContent } from 'mdast';
import type { FormatId } from '../schemas/format.ts';
import type { TopicId } from '../schemas/topic.ts';
import { parseMarkdown, plainText } from '../source/markdown.ts';
import { findComponents, type NamedComponent } from './componentNames.ts';
import type { Facet, FacetValue } from './facets.ts';

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
    /** Topics in words, which are found as if they stood in the heading. */
    topics: string;
    /** Sub-headings, and the key figures that are said here. */
    parts: string;
  };
  facets: Partial<Record<Facet, FacetValue[]>>;
}

/** The problem that sections belong to. */
export interface SearchProblem {
  slug: string;
  title: string;
  level: FacetValue;
  /** What its decisions choose or reject. */
  components: NamedComponent[];
  /** The figures that tell most, as they are said in its sections. */
  keyFigures: { label: string; text: string }[];
}

/** A page to be cut into records. */
export interface SearchPage {
  /** Address of the page, with a slash at its end. */
  url: string;
  title: string;
  description: string;
  /** Markdown with the figures filled in. */
  body: string;
  problem?: SearchProblem;
  format?: { id: FormatId; title: string };
  /** Headings of level two in order, with what the contract knows of them. */
  sections: { heading: string; slug: string; topics: TopicId[] }[];
}

/** One record a section. What stands before the first heading goes with the first section. */
export function recordsOf(page: SearchPage): SearchRecord[] {
  const { url, title, description, problem, format } = page;
  const read = readSections(page.body);
  return page.sections.map(({ heading, slug, topics }, index) => {
    const { text, parts } = read[index] ?? { text: '', parts: '' };
    return {
      url: `${url}#${slug}`,
      content: [heading, index === 0 ? description : '', text].join('\n').trim(),
      meta: {
        title: heading,
        page: title,
        topics: topics.map(topicTitle).join(', '),
        parts: [parts, ...keyFiguresIn(text, problem)].join('\n').trim(),
      },
      facets: {
        ...(problem && problemFacets(problem, text)),
        ...(format && { format: [{ id: format.id, title: format.title }] }),
        ...(topics.length > 0 && {
          topic: topics.map((id) => ({ id, title: topicTitle(id) })),
        }),
      },
    };
  });
}

/** The key figures of its problem that a section says, by their labels. */
function keyFiguresIn(content: string, problem: SearchProblem | undefined): string[] {
  return (problem?.keyFigures ?? [])
    .filter(({ text }) => content.includes(text))
    .map(({ label }) => label);
}

/** What each section of a problem has, and the components that its text names. */
export function problemFacets(problem: SearchProblem, text: string): SearchRecord['facets'] {
  const components = findComponents(text, problem.components);
  return {
    problem: [{ id: problem.slug, title: problem.title }],
    level: [problem.level],
    ...(components.length > 0 && {
      component: components.map(({ id, title }) => ({ id, title })),
    }),
  };
}

/** A topic as a person writes it: `data-model` is “Data model”. */
export function topicTitle(id: TopicId): string {
  if (id === 'api') return 'API';
  if (id === 'trade-offs') return 'Trade-offs';
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The text and the sub-headings below each heading of level two. */
function readSections(body: string): { text: string; parts: string }[] {
  const lead: string[] = [];
  const sections: { texts: string[]; parts: string[] }[] = [];
  for (const node of parseMarkdown(body).children) {
    const section = sections.at(-1);
    if (node.type === 'heading' && node.depth === 2) sections.push({ texts: [], parts: [] });
    else (section?.texts ?? lead).push(textOf(node));
    if (node.type === 'heading' && node.depth > 2) section?.parts.push(plainText(node));
  }
  sections[0]?.texts.unshift(...lead);
  return sections.map(({ texts, parts }) => ({
    text: texts.filter((text) => text !== '').join('\n'),
    parts: parts.join('\n'),
  }));
}

/** A node's text without drawings: their words stand in the prose, and an excerpt of them says nothing. */
function textOf(node: RootContent): string {
  if (node.type !== 'code') return plainText(node);
  if (node.lang === 'mermaid') return '';
  const words = node.value.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  return words.join(' ');
}
