import { describe, expect, it } from 'vitest';
import { mapBox, mapPoint } from './box.ts';
import { identity, isTranslation, multiply, parseTransform } from './matrix.ts';

describe('parseTransform', () => {
  it('reads translations, one number and two', () => {
    expect(parseTransform('translate(3, -4.5)')).toEqual({ ...identity, e: 3, f: -4.5 });
    expect(parseTransform('translate(3)')).toEqual({ ...identity, e: 3 });
  });

  it('applies a list from the right', () => {
    const matrix = parseTransform('translate(10,0) scale(2)');
    expect(mapPoint(matrix, { x: 1, y: 1 })).toEqual({ x: 12, y: 2 });
  });

  it('turns around a point', () => {
    const { x, y } = mapPoint(parseTransform('rotate(90, 10, 10)'), { x: 20, y: 10 });
    expect([x, y].map((value) => Math.round(value))).toEqual([10, 20]);
  });

  it('takes nothing for nothing', () => {
    expect(parseTransform(null)).toEqual(identity);
  });
});

describe('a matrix', () => {
  it('knows whether it only moves', () => {
    expect(isTranslation(parseTransform('translate(3,4)'))).toBe(true);
    expect(isTranslation(parseTransform('scale(2)'))).toBe(false);
  });

  it('maps boxes to upright boxes', () => {
    const turned = mapBox(parseTransform('rotate(90)'), { x: 0, y: 0, width: 10, height: 4 });
    expect([turned.width, turned.height].map(Math.round)).toEqual([4, 10]);
  });

  it('multiplies with the identity to itself', () => {
    const matrix = parseTransform('matrix(1 2 3 4 5 6)');
    expect(multiply(identity, matrix)).toEqual(matrix);
  });
});
