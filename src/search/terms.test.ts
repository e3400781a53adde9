import { describe, expect, it } from 'vitest';
import { termsOf } from './terms.ts';

const names = {
  synonyms: [
    { same: ['LB', 'load balancer'], also: [] },
    { same: ['exactly once'], also: ['idempotent'] },
  ],
  compounds: new Set(['exactly once']),
  absent: new Set(['k8s']),
};
const texts = (query: string) => termsOf(query, names).map(({ text }) => text);
const searches = (query: string) =>
  termsOf(query, names).flatMap(({ alternatives }) => alternatives.map(({ text }) => text));

describe('termsOf', () => {
  it('drops words that say nothing, unless there are no others', () => {
    expect(texts('How do I shard the data?')).toEqual(['shard', 'data']);
    expect(texts('who')).toEqual(['who']);
    expect(texts(' … ?! ')).toEqual([]);
  });

  it('keeps known phrases together, however they are written', () => {
    expect(texts('Load-Balancer health')).toEqual(['load balancer', 'health']);
    expect(texts('LBs')).toEqual(['lbs']);
  });

  it('searches for what a name is called elsewhere', () => {
    expect(searches('LB')).toEqual(['lb', '"load balancer"']);
    expect(searches('exactly-once')).toEqual([
      '"exactly once"',
      'exactlyonce',
      'exactly once',
      'idempotent',
    ]);
  });

  it('does not search for names that stand nowhere', () => {
    expect(searches('k8s LB')).toEqual(['lb', '"load balancer"']);
  });

  it('bears very long queries', () => {
    expect(texts('a1 b2 '.repeat(5_000)).length).toBeLessThanOrEqual(10);
    expect(texts('x'.repeat(10_000))[0]).toHaveLength(40);
  });
});
