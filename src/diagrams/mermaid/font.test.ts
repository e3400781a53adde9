import { describe, expect, it } from 'vitest';
import { lineMetrics, textWidth } from './font.ts';

/** Widths and heights as Chromium measured them, with the same font file and no hinting. */
describe('textWidth', () => {
  it.each([
    ['Hello World', 16, 400, 87.56],
    ['Hello World', 14, 600, 78.36],
    ['AVAVA To', 16, 400, 74],
    ['→ × ≤ …', 16, 600, 64.17],
  ])('measures %s at %i px, weight %i', (text, size, weight, width) => {
    expect(Math.abs(textWidth(text, { size, weight }) - width)).toBeLessThan(0.05);
  });

  it('gives characters that the font lacks a sane width', () => {
    const style = { size: 16, weight: 400 };
    expect(textWidth('漢字', style)).toBe(32);
    expect(textWidth('🚀', style)).toBeCloseTo(20.8);
    expect(textWidth('Ж', style)).toBeGreaterThan(8);
    expect(textWidth('e\u0301', style)).toBeLessThan(12);
  });
});

it('rounds ascent and descent as browsers do', () => {
  expect(lineMetrics(14)).toEqual({ ascent: 14, descent: 3 });
  expect(lineMetrics(16)).toEqual({ ascent: 16, descent: 4 });
});
