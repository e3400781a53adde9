import { type FormatId, formatIds } from '../schemas/format.ts';
import { type TopicId, topicIds } from '../schemas/topic.ts';
import { type Cut, cutPages } from './pages.ts';
import type { SectionExcerpt } from './sections.ts';

/** How topics are called, and what their sections answer. */
export const topicNames: Readonly<Record<TopicId, { title: string; asks: string }>> = {
  requirements: { title: 'Requirements', asks: 'What is built, for whom, and what is left out?' },
  capacity: { title: 'Capacity', asks: 'How much of everything, worked out to the figure?' },
  api: { title: 'API', asks: 'What do callers send, and what do they get?' },
  'data-model': { title: 'Data model', asks: 'What is stored, under which keys, and where?' },
  architecture: { title: 'Architecture', asks: 'Which parts are there, and who speaks to whom?' },
  'deep-dive': { title: 'Deep dives', asks: 'How does the hardest part work in detail?' },
  async: { title: 'Messaging', asks: 'What happens later, in which order, and what if it fails?' },
  caching: { title: 'Caching', asks: 'What is kept close, for how long, and who takes it back?' },
  search: { title: 'Search', asks: 'What is found by its words, or why does nothing need to be?' },
  scaling: { title: 'Scaling', asks: 'What gives way first when the load grows tenfold?' },
  reliability: { title: 'Reliability', asks: 'What breaks, who notices, and what still works?' },
  observability: { title: 'Observability', asks: 'Which figure shows that it works, or does not?' },
  security: { title: 'Security', asks: 'Who must not do what, and what stops them?' },
  cost: { title: 'Cost', asks: 'What is paid for, and which part of the bill leads?' },
  'trade-offs': { title: 'Trade-offs', asks: 'What was not taken, and when would it be?' },
  evolution: { title: 'Evolution', asks: 'What comes first, and what only with growth?' },
  walkthrough: {
    title: 'Walk-throughs',
    asks: 'What happens, step by step, on good days and bad?',
  },
  interview: {
    title: 'Interview questions',
    asks: 'What will be asked, and what does one answer?',
  },
};

/** What one problem says on a topic. */
export interface TopicOfProblem {
  /** Slug of the problem. */
  problem: string;
  /** Sections whose main topic it is. */
  about: SectionExcerpt[];
  /** Sections that speak of it among other things. */
  touching: SectionExcerpt[];
}

/** Sections on a topic by problem, in the order of the sections; of one format if it is named. */
export function collectTopic(
  topic: TopicId,
  sections: readonly SectionExcerpt[],
  format?: FormatId,
): TopicOfProblem[] {
  const groups = new Map<string, TopicOfProblem>();
  for (const section of sections) {
    if (!section.topics.includes(topic)) continue;
    if (format !== undefined && section.format !== format) continue;
    const { problem } = section;
    const group = groups.get(problem) ?? { problem, about: [], touching: [] };
    group[section.topics[0] === topic ? 'about' : 'touching'].push(section);
    groups.set(problem, group);
  }
  return [...groups.values()];
}

/** How many sections speak of a topic: in each format, and in all. */
export type TopicCounts = Record<FormatId | 'all', number>;

/** Counts the sections of every topic in one pass: as many pages ask as there are problems. */
export function countTopics(
  sections: readonly SectionExcerpt[],
): ReadonlyMap<TopicId, TopicCounts> {
  const none = Object.fromEntries(['all', ...formatIds].map((id) => [id, 0])) as TopicCounts;
  const counts = new Map(topicIds.map((topic) => [topic, { ...none }]));
  for (const { topics, format } of sections) {
    for (const topic of new Set(topics)) {
      const own = counts.get(topic);
      if (own === undefined) continue;
      own.all += 1;
      own[format] += 1;
    }
  }
  return counts;
}

/** A page of a topic: the problems it shows, in one format or in all. */
export interface TopicPage extends Cut<TopicOfProblem> {
  topic: TopicId;
  format: FormatId | undefined;
}

/** All pages of a topic in one format or in all; one page if there is nothing. */
export function pagesOfTopic(
  topic: TopicId,
  sections: readonly SectionExcerpt[],
  format?: FormatId,
): TopicPage[] {
  return cutPages(collectTopic(topic, sections, format)).map((cut) => ({ ...cut, topic, format }));
}

/** Address of a page of a topic: `/topics/capacity/`, `/topics/capacity/note/2/`. */
export function topicHref(topic: TopicId, format?: FormatId, number = 1): string {
  const parts = [topic, format, number > 1 ? String(number) : undefined];
  return `/topics/${parts.filter((part) => part !== undefined).join('/')}/`;
}
