import { describe, expect, it } from 'vitest';
import { together } from './together.ts';

const matches = (prefix: string, ...scores: number[]) =>
  scores.map((score, index) => ({ id: `${prefix}/${index}`, score, words: [index] }));
const scoresOf = (...args: Parameters<typeof together>) =>
  Object.fromEntries(together(...args).map(({ id, score }) => [id, score]));

describe('together', () => {
  it('weighs a word on all shelves alike, however many sections of each have it', () => {
    // What Pagefind says where the word stands once in each section: its rarity, and no more.
    const rarity = (having: number, count: number) =>
      Math.log(1 + (count - having + 0.5) / (having + 0.5));
    const full = { count: 4, matches: matches('full', ...Array<number>(4).fill(rarity(4, 4))) };
    const once = { count: 4, matches: matches('once', rarity(1, 4)) };
    const none = { count: 2, matches: [] };
    const scores = scoresOf([full, once, none], 'word');
    for (const score of Object.values(scores)) expect(score).toBeCloseTo(rarity(5, 10), 10);
    expect(Object.keys(scores)).toHaveLength(5);
  });

  it('leaves phrases, and what stands alone, as they are', () => {
    const one = { count: 4, matches: matches('a', 1, 3) };
    const other = { count: 9, matches: matches('b', 2) };
    expect(scoresOf([one, other], '"two words"')).toEqual({ 'a/0': 1, 'a/1': 3, 'b/0': 2 });
    expect(scoresOf([one], 'word')).toEqual({ 'a/0': 1, 'a/1': 3 });
  });
});
