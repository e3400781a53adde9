import type { RootContent } from 'mdast';
import type { DesignEntry, ProblemEntry } from '../content.ts';
import { outline } from '../contract/outline.ts';
import type { FormatId } from '../schemas/format.ts';
import type { TopicId } from '../schemas/topic.ts';
import { plainText } from '../source/markdown.ts';

/** A figure as a list shows it. */
export interface Figure {
  id: string;
  label: string;
  /** `11.6 k reads/s` */
  text: string;
}

/** A section of a worked design as it is shown outside of its page: never whole. */
export interface SectionExcerpt {
  /** Slug of the problem. */
  problem: string;
  format: FormatId;
  heading: string;
  /** Address with the section's anchor. */
  href: string;
  /** The main one first. */
  topics: TopicId[];
  /** The beginning of its prose, at most `longest` characters. */
  opening: string;
  /** The most telling of its figures, at most `mostFigures`. */
  figures: Figure[];
}

/** Those in code and headings have no class. */
const figureOfProse = /<data class="figure[^>]*? data-quantity="([a-z0-9_]+)"/g;

const longest = 220;
const mostFigures = 3;

/** A paragraph shorter than this is a label, not an opening. */
const shortest = 40;

/** The sections of a problem's pages, by the text of each page. */
export function cutSections(
  { slug, problem, quantities }: ProblemEntry,
  pages: readonly { page: DesignEntry; text: string }[],
): SectionExcerpt[] {
  const known = new Map(quantities.map(({ id, label, text }) => [id, { id, label, text }]));
  return pages.flatMap(({ page: { id, data }, text }) => {
    const { design } = data;
    const texts = outline(text).sections;
    return design.sections.map(
      ({ heading, slug: anchor, topics, figures }, index): SectionExcerpt => ({
        problem: slug,
        format: design.format,
        heading,
        href: `/${id}/#${anchor}`,
        topics,
        opening: openingOf(texts[index]?.nodes ?? []),
        figures: chooseFigures(figures, problem.keyFigures).flatMap(
          (figure) => known.get(figure) ?? [],
        ),
      }),
    );
  });
}

/** The first prose below a heading, cut at a word. Headings, labels, tables and drawings are passed over. */
export function openingOf(nodes: readonly RootContent[]): string {
  const texts = nodes.map((node) => {
    if (node.type === 'list') return joinItems(node.children.map((item) => plainText(item)));
    return node.type === 'paragraph' || node.type === 'blockquote' ? plainText(node) : '';
  });
  const plain = texts.map((text) => text.replace(/\s+/g, ' ').trim());
  const text = plain.find(({ length }) => length >= shortest) ?? plain.find(Boolean) ?? '';
  return shorten(text.replace(/^\[!\w+\][+-]?\s*/, ''));
}

/** Items as one text; those that are no sentences are parted by semicolons. */
function joinItems(items: readonly string[]): string {
  return items
    .map((item, index) => {
      const isLast = index === items.length - 1;
      return isLast || /[.!?:;]$/.test(item.trim()) ? item.trim() : `${item.trim()};`;
    })
    .join(' ');
}

function shorten(text: string): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest);
  return `${cut.slice(0, cut.lastIndexOf(' ')).replace(/[\s,;:.–—-]+$/, '')} …`;
}

/** Ids of the figures in each section of a page that this site has rendered, in order, each once. */
export function figuresBySection(html: string): string[][] {
  const [, ...sections] = html.split(/<h2[\s>]/);
  return sections.map((section) => [
    ...new Set([...section.matchAll(figureOfProse)].map(([, id = '']) => id)),
  ]);
}

/** The key figures of the problem before all others, else in the order of the text. */
function chooseFigures(used: readonly string[], keys: readonly string[]): string[] {
  const telling = used.filter((id) => keys.includes(id));
  const others = used.filter((id) => !keys.includes(id));
  return [...telling, ...others].slice(0, mostFigures);
}
