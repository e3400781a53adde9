import { expect, it } from 'vitest';
import { chartSize, placeBars } from './chart.ts';

const bar = (value: number) => ({ label: `${value}`, value, text: `${value} kB` });

it('draws the largest as wide as there is room, the others in proportion', () => {
  const { bars, height, limit } = placeBars([bar(10), bar(40), bar(20)]);
  expect(bars.map(({ width }) => width)).toEqual([100, 400, 200]);
  expect(bars.map(({ y }) => y)).toEqual([0, chartSize.row, 2 * chartSize.row]);
  expect(height).toBe(3 * chartSize.row);
  expect(limit).toBeUndefined();
});

it('makes room for the limit', () => {
  const { bars, limit } = placeBars([bar(10)], 40);
  expect(limit).toBe(400);
  expect(bars[0]?.width).toBe(100);
});

it('shows a trace of what is nothing', () => {
  expect(placeBars([bar(0), bar(0)]).bars.map(({ width }) => width)).toEqual([1, 1]);
});
