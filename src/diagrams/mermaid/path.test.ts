import { describe, expect, it } from 'vitest';
import { boxAround } from './box.ts';
import { flatten, formatPath, movePath, parsePath, pathLength, pointAtLength } from './path.ts';

const again = (data: string): string => formatPath(parsePath(data));

describe('formatPath', () => {
  it('writes relative commands with one decimal', () => {
    expect(again('M10.04,20.06L13.3,24.42L13.3,30')).toBe('M10 20.1l3.3 4.3v5.6');
  });

  it('makes lines of curves that are straight', () => {
    expect(again('M0,0C0,5,0,10,0,15')).toBe('M0 0v15');
  });

  it('keeps curves, arcs and closed shapes', () => {
    expect(again('M0 0C10 0 10 10 0 10Z')).toBe('M0 0c10 0 10 10 0 10z');
    expect(again('M0 5a5 5 0 1 0 10 0')).toBe('M0 5a5 5 0 1 0 10 0');
  });

  it('reads arc flags without separators', () => {
    expect(again('M0 5a5 5 0 0110 0')).toBe('M0 5a5 5 0 0 1 10 0');
  });

  it('does not let rounding errors add up', () => {
    const steps = Array.from({ length: 100 }, (_, at) => `L${(at + 1) * 0.33},${at % 2}`).join('');
    const last = parsePath(again(`M0,0${steps}`))
      .at(-1)
      ?.points.at(-1);
    expect(last?.x).toBeCloseTo(33, 5);
  });

  it('goes on after a closed part where that part began', () => {
    expect(again('M5 5h10v10zm20 0h1')).toBe('M5 5h10v10zm20 0h1');
  });
});

describe('geometry', () => {
  it('finds the box of a circle drawn with arcs', () => {
    const box = boxAround(flatten(parsePath('M0,10a10,10 0 1,0 20,0a10,10 0 1,0 -20,0')).flat());
    expect(box?.width).toBeCloseTo(20, 0);
    expect(box?.height).toBeCloseTo(20, 0);
  });

  it('measures lengths and finds points along them', () => {
    const lines = flatten(parsePath('M0 0H30V40Z'));
    expect(pathLength(lines)).toBe(120);
    expect(pointAtLength(lines, 50)).toEqual({ x: 30, y: 20 });
    expect(pointAtLength(lines, 999)).toEqual({ x: 0, y: 0 });
  });

  it('moves', () => {
    expect(formatPath(movePath(parsePath('M0 0l5 5'), { x: 2, y: 3 }))).toBe('M2 3l5 5');
  });
});
