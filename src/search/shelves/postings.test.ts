import { expect, it } from 'vitest';
import { levelOf, readPostings, writePostings } from './postings.ts';

it('writes the shelves that have a word, and how much is said of it there', () => {
  const levels = new Map([
    [15, 1],
    [3, 2],
    [4, 9],
  ]);
  expect(writePostings(levels)).toBe('3bi10a');
  expect(readPostings('3bi10a')).toEqual(levels);
  expect(readPostings(writePostings(new Map([[0, 5]])))).toEqual(new Map([[0, 5]]));
  expect(readPostings('')).toEqual(new Map());
});

it.each([
  [1, 1],
  [2, 2],
  [3, 2],
  [4, 3],
  [100, 7],
  [1_000_000, 9],
])('a word said %i times has level %i', (weight, level) => {
  expect(levelOf(weight)).toBe(level);
});
