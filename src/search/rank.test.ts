import { describe, expect, it } from 'vitest';
import { rank } from './rank.ts';

const match = (id: string, score: number, ...words: number[]) => ({ id, score, words });
const term = (...matches: ReturnType<typeof match>[]) => ({
  alternatives: [{ weight: 1, matches }],
});
const order = (terms: ReturnType<typeof term>[], weigh: (id: string) => number = () => 1) =>
  rank(terms, { count: 100, weigh }).map(({ id }) => id);

describe('rank', () => {
  it('puts what has all terms before what has one of them often', () => {
    expect(order([term(match('a', 9, 1), match('b', 5, 1)), term(match('b', 5, 2))])[0]).toBe('b');
  });

  it('puts terms that stand together before terms that are scattered', () => {
    const terms = [
      term(match('far', 5, 1), match('near', 5, 1)),
      term(match('far', 5, 900), match('near', 5, 2)),
    ];
    expect(order(terms)).toEqual(['near', 'far']);
  });

  it('counts the best alternative, and what the caller thinks of a section', () => {
    const both = {
      alternatives: [
        { weight: 1, matches: [match('a', 1, 1)] },
        { weight: 0.5, matches: [match('a', 1, 2), match('b', 1, 1)] },
      ],
    };
    expect(order([both])).toEqual(['a', 'b']);
    expect(order([both], (id) => (id === 'b' ? 9 : 1))).toEqual(['b', 'a']);
  });

  it('finds nothing where nothing matches', () => {
    expect(order([term()])).toEqual([]);
  });
});
