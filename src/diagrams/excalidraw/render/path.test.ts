import { describe, expect, it } from 'vitest';
import { pathData } from './path.ts';

describe('pathData', () => {
  it('writes relative steps without needless characters', () => {
    const ops = [
      { op: 'move', data: [0, 0] },
      { op: 'bcurveTo', data: [1, 0.5, 2, -0.5, 3, 0] },
      { op: 'bcurveTo', data: [4, 1, 5, 1, 6, 0] },
      { op: 'lineTo', data: [6, 4] },
    ] as const;
    expect(
      pathData(
        ops.map(({ op, data }) => ({ op, data: [...data] })),
        [10, 20],
      ),
    ).toBe('M10 20c1 .5 2-.5 3 0 1 1 2 1 3 0l0 4');
  });

  it('does not let rounding add up', () => {
    const ops = Array.from({ length: 100 }, (_, index) => ({
      op: index === 0 ? ('move' as const) : ('lineTo' as const),
      data: [index * 1.13, 0],
    }));
    const steps = [...pathData(ops, [0, 0]).matchAll(/(?:M|l| )(-?[\d.]+) 0/g)];
    const end = steps.reduce((sum, [, step]) => sum + Number(step), 0);
    expect(Math.abs(end - 99 * 1.13)).toBeLessThan(0.5);
  });
});
