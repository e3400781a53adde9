import { describe, expect, it } from 'vitest';
import type { GrowthStep } from '../schemas/bench.ts';
import { perPage, quantile, sayFigure, sayRatio, targets } from './summary.ts';

const step = (problems: number, changes: Partial<GrowthStep> = {}): GrowthStep => ({
  problems,
  pages: problems * 10,
  sections: problems * 50,
  seconds: problems,
  memory: 1e9,
  fixedPage: 90_000,
  index: 1_000_000,
  searches: [{ words: 'cache', bytes: 120_000, requests: 12, time: 1500 }],
  warm: { keystrokes: 100, p50: 4, p95: 20 },
  ...changes,
});
const verdicts = (...steps: GrowthStep[]) => targets(steps).map(({ isMet }) => isMet);

describe('targets of growth', () => {
  it('are met by a site that grows in proportion', () => {
    expect(verdicts(step(6), step(50), step(500))).toEqual([true, true, true, true, true]);
  });

  it('are missed one by one', () => {
    const last = (changes: Partial<GrowthStep>) =>
      verdicts(step(6), step(50), step(500, changes)).indexOf(false);
    expect(last({ seconds: 601 })).toBe(0);
    expect(last({ memory: 4.1e9 })).toBe(1);
    expect(last({ fixedPage: 91_001 })).toBe(2);
    expect(last({ searches: [{ words: 'a', bytes: 160_001, requests: 1, time: 1 }] })).toBe(3);
    expect(last({ warm: { keystrokes: 1, p50: 1, p95: 50.1 } })).toBe(4);
  });

  it('are open where nothing was measured', () => {
    const { memory: _, ...bare } = step(50);
    expect(verdicts(step(6), bare)).toEqual([undefined, undefined, true, true, true]);
    expect(targets([])).toEqual([]);
  });
});

describe('figures', () => {
  it('have milliseconds a page', () => {
    expect(perPage({ seconds: 3, pages: 200 })).toBe(15);
  });

  it('have quantiles', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect(quantile(hundred, 0.5)).toBe(51);
    expect(quantile(hundred, 0.95)).toBe(96);
    expect(quantile([7], 0.95)).toBe(7);
  });

  it('are said with their unit', () => {
    expect(sayFigure(12_345.6, 'ms')).toBe('12,346 ms');
    expect(sayFigure(3.14, 'kB')).toBe('3.1 kB');
    expect(sayFigure(0.01, '')).toBe('0.010');
    expect(sayFigure(undefined, 's')).toBe('–');
  });

  it('are compared, those that are better here and those that are worse', () => {
    expect(sayRatio(30, 20)).toBe('1.50 ×');
    expect(sayRatio(5, 20)).toBe('0.25 ×');
    expect(sayRatio(400, 20)).toBe('20 ×');
    expect(sayRatio(0, 20)).toBe('0.00 ×');
    expect(sayRatio(1, 0)).toBe('');
    expect(sayRatio(undefined, 1)).toBe('');
  });
});
