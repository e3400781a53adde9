import { describe, expect, it } from 'vitest';
import { Sections } from './sections.ts';

const sections = new Sections({
  values: [
    ['format', { id: 'note', title: 'Note' }],
    ['format', { id: 'story', title: 'Story' }],
    ['topic', { id: 'api', title: 'API' }],
    ['topic', { id: 'cost', title: 'Cost' }],
  ],
  sections: { a: [0, 2], b: [0, 3], c: [1, 2], d: [1, 2, 3] },
});
const { ids } = sections;

describe('Sections', () => {
  it('takes values of one facet as OR, and facets as AND', () => {
    const wanted = (chosen: Parameters<typeof sections.isWanted>[1]) =>
      ids.filter((id) => sections.isWanted(id, chosen));
    expect(wanted({})).toEqual(['a', 'b', 'c', 'd']);
    expect(wanted({ topic: ['api', 'cost'] })).toEqual(['a', 'b', 'c', 'd']);
    expect(wanted({ topic: ['api'], format: ['story'] })).toEqual(['c', 'd']);
    expect(wanted({ topic: ['no-such'] })).toEqual([]);
  });

  it('narrows the counts of other facets, and not of the one that was chosen from', () => {
    const counts = sections.count(ids, { format: ['note'] });
    expect(Object.fromEntries(counts.get('format') ?? [])).toEqual({ note: 2, story: 2 });
    expect(Object.fromEntries(counts.get('topic') ?? [])).toEqual({ api: 1, cost: 1 });
  });
});
