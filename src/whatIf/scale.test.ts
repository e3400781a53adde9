import { describe, expect, it } from 'vitest';
import { positionOf, valueAt } from './scale.ts';

const users = { low: 1e6, high: 1e9, value: 3e8 };
const share = { low: 0, high: 60, value: 15 };
const zones = { low: 2, high: 4, value: 3, whole: true } as const;

describe('a slider', () => {
  it('is logarithmic where the range is wide, else linear', () => {
    expect(positionOf(Math.sqrt(1e15), users)).toBeCloseTo(50);
    expect(positionOf(30, share)).toBe(50);
  });

  it.each([users, share, zones])('gives its ends, its default and values within (%o)', (range) => {
    expect(valueAt(0, range)).toBe(range.low);
    expect(valueAt(100, range)).toBe(range.high);
    expect(valueAt(Math.round(positionOf(range.value, range)), range)).toBe(range.value);
    let last = range.low;
    for (let position = 0; position <= 100; position += 1) {
      const value = valueAt(position, range);
      expect(value).toBeGreaterThanOrEqual(last);
      expect(value).toBeLessThanOrEqual(range.high);
      last = value;
    }
  });

  it('gives figures that one would say', () => {
    expect(valueAt(50, users)).toBe(32_000_000);
    expect(valueAt(49, zones)).toBe(3);
  });
});
