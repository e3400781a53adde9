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

  it('knows further shelves, whose ids have a prefix, and whose titles it may have already', () => {
    const all = new Sections(
      { values: [['format', { id: 'note', title: 'Note' }]], sections: {} },
      [9],
    );
    const own = (id: string, title: string) => ['problem', { id, title }] as const;
    all.add(
      { values: [['format', { id: 'note' }], [...own('z', 'Z')]], sections: { 0: [0, 1] } },
      'z/',
    );
    all.add(
      { values: [[...own('a', 'A')], ['format', { id: 'note' }]], sections: { 0: [0, 1] } },
      'a/',
    );
    expect(all.ids).toEqual(['z/0', 'a/0']);
    expect(all.valueOf('a/0', 'format')?.title).toBe('Note');
    expect(all.values.get('problem')?.map(({ title }) => title)).toEqual(['A', 'Z']);
    expect(all.count(['a/0', 'z/0'], {}).get('format')?.get('note')).toBe(2);
    expect(all.countAll().get('format')?.get('note')).toBe(9);
  });
});
