import { describe, expect, it } from 'vitest';
import { cutByWeight, cutPages } from './pages.ts';

describe('pages', () => {
  it('hold so many items', () => {
    expect(cutPages([1, 2, 3], 2)).toEqual([
      { items: [1, 2], number: 1, count: 2 },
      { items: [3], number: 2, count: 2 },
    ]);
    expect(cutPages([])).toEqual([{ items: [], number: 1, count: 1 }]);
  });

  it('hold so much weight, and one item at least', () => {
    const weights = (items: number[]) =>
      cutByWeight(items, (weight) => weight, 10).map((page) => page.items);
    expect(weights([4, 6, 1, 20, 3, 3])).toEqual([[4, 6], [1], [20], [3, 3]]);
    expect(weights([])).toEqual([[]]);
  });
});
