import { describe, expect, it } from 'vitest';
import type { FormatId } from '../schemas/format.ts';
import { type TopicId, topicIds } from '../schemas/topic.ts';
import { problemsOnPage } from './pages.ts';
import type { SectionExcerpt } from './sections.ts';
import { collectTopic, countTopics, pagesOfTopic, topicHref, topicNames } from './topics.ts';

const section = (problem: string, format: FormatId, topics: TopicId[]): SectionExcerpt => ({
  problem,
  format,
  topics,
  heading: `${problem} ${format}`,
  href: `/designs/${problem}/${format}/#x`,
  opening: '',
  figures: [],
});

const sections = [
  section('chat', 'spoken', ['capacity', 'scaling']),
  section('chat', 'note', ['scaling']),
  section('clock', 'note', ['capacity']),
];

describe('topics', () => {
  it('groups by problem, and tells main topics from others', () => {
    const found = collectTopic('scaling', sections);
    expect(found.map(({ problem }) => problem)).toEqual(['chat']);
    expect(found[0]?.about.map(({ format }) => format)).toEqual(['note']);
    expect(found[0]?.touching.map(({ format }) => format)).toEqual(['spoken']);
  });

  it('can be had in one format', () => {
    expect(collectTopic('capacity', sections, 'note').map(({ problem }) => problem)).toEqual([
      'clock',
    ]);
  });

  it('are counted as they are collected', () => {
    const counts = countTopics(sections);
    const none = { spoken: 0, story: 0, architect: 0, note: 0, dossier: 0 };
    expect(counts.get('scaling')).toEqual({ ...none, all: 2, spoken: 1, note: 1 });
    expect(counts.get('capacity')).toEqual({ ...none, all: 2, spoken: 1, note: 1 });
    expect(counts.get('cost')).toEqual({ ...none, all: 0 });
  });

  it('are cut into pages of so many problems', () => {
    const many = Array.from({ length: 2 * problemsOnPage + 1 }, (_, index) =>
      section(`p${index}`, 'note', ['api']),
    );
    const pages = pagesOfTopic('api', many);
    expect(pages.map(({ items }) => items.length)).toEqual([problemsOnPage, problemsOnPage, 1]);
    expect(pages.at(-1)).toMatchObject({ number: 3, count: 3, topic: 'api', format: undefined });
    expect(pagesOfTopic('cost', many)).toMatchObject([{ items: [], number: 1, count: 1 }]);
  });

  it('have an address each', () => {
    expect(topicHref('api')).toBe('/topics/api/');
    expect(topicHref('api', 'note', 2)).toBe('/topics/api/note/2/');
    expect(topicHref('api', undefined, 3)).toBe('/topics/api/3/');
  });

  it('have a name each, no name twice', () => {
    const titles = topicIds.map((id) => topicNames[id].title);
    expect(new Set(titles).size).toBe(topicIds.length);
  });
});
