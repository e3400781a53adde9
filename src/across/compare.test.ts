import { describe, expect, it } from 'vitest';
import type { TopicId } from '../schemas/topic.ts';
import { type ComparableSection, compareHref, readComparison, sectionsOn } from './compare.ts';

describe('the address of a comparison', () => {
  it('is read as it was written', () => {
    const comparison = {
      a: { problem: 'chat', format: 'note' },
      b: { problem: 'news-feed', format: 'spoken' },
      topic: 'data-model',
    };
    const href = compareHref(comparison);
    expect(href).toBe('/compare/?a=chat/note&b=news-feed/spoken&topic=data-model');
    expect(readComparison(new URL(href, 'http://x').search)).toEqual(comparison);
    expect(compareHref({ ...comparison, topic: '' })).not.toContain('topic');
  });

  it.each([
    '',
    '?a=chat/note',
    '?a=chat&b=chat/note',
    '?a=../x/note&b=chat/note',
    '?a=chat/note&b=chat/spoken&topic=<b>',
    '?a=chat/note/x&b=chat/spoken',
  ])('is refused: %s', (search) => {
    expect(readComparison(search)).toBeUndefined();
  });
});

describe('sectionsOn', () => {
  const section = (heading: string, topics: TopicId[]): ComparableSection => ({
    heading,
    topics,
    page: '/',
    anchor: heading,
  });
  const sections = [section('a', ['api', 'cost']), section('b', ['cost']), section('c', ['cost'])];

  it('prefers those about the topic to those that touch it', () => {
    expect(sectionsOn('cost', sections).map(({ heading }) => heading)).toEqual(['b', 'c']);
    expect(sectionsOn('cost', sections.slice(0, 1)).map(({ heading }) => heading)).toEqual(['a']);
    expect(sectionsOn('search', sections)).toEqual([]);
  });
});
