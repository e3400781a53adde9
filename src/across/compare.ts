import type { DesignEntry, ProblemEntry } from '../content.ts';
import type { Contract } from '../schemas/contract.ts';
import type { TopicId } from '../schemas/topic.ts';

/** A section that can stand on one side. */
export interface ComparableSection {
  heading: string;
  /** Address of its page. */
  page: string;
  /** Its anchor there. */
  anchor: string;
  /** The main one first. */
  topics: TopicId[];
}

/** A problem as the page that compares knows it: its formats and their sections. */
export interface Comparable {
  title: string;
  /** By id of the format. */
  formats: Record<string, { title: string; sections: ComparableSection[] }>;
}

/** What can be compared of a problem. */
export function comparable(
  { problem }: ProblemEntry,
  pages: readonly DesignEntry[],
  contracts: readonly Pick<Contract, 'id' | 'title'>[],
): Comparable {
  const formats = contracts.flatMap(({ id, title }) => {
    const sections = pages
      .filter(({ data }) => data.design.format === id)
      .flatMap((page) =>
        page.data.design.sections.map(({ heading, slug, topics }) => ({
          heading,
          page: `/${page.id}/`,
          anchor: slug,
          topics,
        })),
      );
    return sections.length === 0 ? [] : [[id, { title, sections }] as const];
  });
  return { title: problem.title, formats: Object.fromEntries(formats) };
}

/** Sections on a topic: those about it, else those that touch it. */
export function sectionsOn(
  topic: TopicId,
  sections: readonly ComparableSection[],
): ComparableSection[] {
  const about = sections.filter(({ topics }) => topics[0] === topic);
  return about.length > 0 ? about : sections.filter(({ topics }) => topics.includes(topic));
}

/** One side of a comparison: a problem in a format. */
export interface Side {
  /** Slug of the problem. */
  problem: string;
  format: string;
}

/** What an address asks to compare. */
export interface Comparison {
  a: Side;
  b: Side;
  /** All topics if there is none. */
  topic: string;
}

/** Reads `?a=chat/note&b=chat/spoken&topic=caching`; `undefined` for anything else. */
export function readComparison(search: string): Comparison | undefined {
  const asked = new URLSearchParams(search);
  const [a, b] = [readSide(asked.get('a')), readSide(asked.get('b'))];
  const topic = asked.get('topic') ?? '';
  if (a === undefined || b === undefined || !/^[a-z-]*$/.test(topic)) return undefined;
  return { a, b, topic };
}

function readSide(text: string | null): Side | undefined {
  const match = /^([a-z0-9-]+)\/([a-z]+)$/.exec(text ?? '');
  if (match === null) return undefined;
  const [, problem = '', format = ''] = match;
  return { problem, format };
}

/** The address of a comparison. */
export function compareHref({ a, b, topic }: Comparison): string {
  const side = ({ problem, format }: Side) => `${problem}/${format}`;
  const rest = topic === '' ? '' : `&topic=${topic}`;
  return `/compare/?a=${side(a)}&b=${side(b)}${rest}`;
}
