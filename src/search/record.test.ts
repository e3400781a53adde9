import { describe, expect, it } from 'vitest';
import { recordsOf } from './record.ts';

const page = {
  url: '/designs/chat/spoken/',
  title: 'Chat: Spoken answer',
  description: 'Chat, spoken.',
  body: [
    'Before.',
    '## 1) One',
    'First **bold**, kept in Kafka at 12 k messages/s.',
    '### Sub',
    '```text\n+---+ a --> b\n```',
    '```mermaid\nflowchart TD\n```',
    '## 2) Two',
    '| x | y |\n|---|---|\n| 1 | 2 |',
    'The rest.',
  ].join('\n\n'),
  problem: {
    slug: 'chat',
    title: 'Chat',
    level: { id: 'senior', title: 'Senior' },
    components: [
      { id: 'kafka', title: 'Apache Kafka' },
      { id: 'rest', title: 'REST' },
    ],
    keyFigures: [
      { label: 'peak sends', text: '12 k messages/s' },
      { label: 'connections', text: '9 M connections' },
    ],
  },
  format: { id: 'spoken', title: 'Spoken answer' } as const,
  sections: [
    { heading: '1) One', slug: '1-one', topics: ['api' as const] },
    { heading: '2) Two', slug: '2-two', topics: [] },
  ],
};

describe('recordsOf', () => {
  const [first, second] = recordsOf(page);

  it('makes a record a section, with its anchor, facets, sub-headings, key figures and text', () => {
    expect(first?.url).toBe('/designs/chat/spoken/#1-one');
    expect(first?.meta).toEqual({
      title: '1) One',
      page: 'Chat: Spoken answer',
      topics: 'API',
      parts: 'Sub\npeak sends',
    });
    expect(first?.facets).toEqual({
      problem: [{ id: 'chat', title: 'Chat' }],
      level: [{ id: 'senior', title: 'Senior' }],
      format: [{ id: 'spoken', title: 'Spoken answer' }],
      topic: [{ id: 'api', title: 'API' }],
      component: [{ id: 'kafka', title: 'Apache Kafka' }],
    });
    for (const text of ['1) One', 'Before.', 'First bold', 'Sub', 'a b']) {
      expect(first?.content).toContain(text);
    }
    expect(first?.content).not.toMatch(/2\) Two|flowchart|-->|\+---/);
  });

  it('keeps the cells of a table apart and leaves out facets without a value', () => {
    expect(second?.content).toContain('1\n2');
    expect(second?.facets).not.toHaveProperty('topic');
    expect(second?.facets).not.toHaveProperty('component');
  });
});
