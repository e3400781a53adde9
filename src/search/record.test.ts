import { describe, expect, it } from 'vitest';
import { recordsOf } from './record.ts';

const page = {
  url: '/designs/chat/spoken/',
  title: 'Chat: Spoken answer',
  description: 'Chat, spoken.',
  body: 'Before.\n\n## 1) One\n\nFirst **bold**.\n\n### Sub\n\n```text\na --> b\n```\n\n## 2) Two\n\n| x | y |\n|---|---|\n| 1 | 2 |\n',
  problem: { title: 'Chat', level: 'senior' },
  format: { id: 'spoken', title: 'Spoken answer' } as const,
  sections: [
    { heading: '1) One', slug: '1-one', topics: ['api' as const] },
    { heading: '2) Two', slug: '2-two', topics: [] },
  ],
};

describe('recordsOf', () => {
  const [first, second] = recordsOf(page);

  it('makes a record a section, with its anchor, facets and text', () => {
    expect(first?.url).toBe('/designs/chat/spoken/#1-one');
    expect(first?.filters).toEqual({
      problem: ['Chat'],
      level: ['senior'],
      format: ['Spoken answer'],
      topic: ['api'],
    });
    for (const text of ['1) One', 'Before.', 'First bold.', 'Sub', 'a --> b']) {
      expect(first?.content).toContain(text);
    }
    expect(first?.content).not.toContain('2) Two');
  });

  it('keeps the cells of a table apart and leaves out facets without a value', () => {
    expect(second?.content).toContain('1\n2');
    expect(second?.filters).not.toHaveProperty('topic');
  });
});
