import { expect, it } from 'vitest';
import { longestRising } from './rising.ts';

it.each<[numbers: number[], places: number[]]>([
  [[], []],
  [[4], [0]],
  [
    [1, 2, 3],
    [0, 1, 2],
  ],
  [
    [1, 2, 6, 3, 4],
    [0, 1, 3, 4],
  ],
  [
    [3, 1, 2, 4],
    [1, 2, 3],
  ],
  [
    [1, 4, 5, 2, 6],
    [0, 1, 2, 4],
  ],
])('of %j keeps %j', (numbers, places) => {
  expect([...longestRising(numbers)].sort((a, b) => a - b)).toEqual(places);
});
