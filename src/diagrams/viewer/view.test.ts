import { describe, expect, it } from 'vitest';
import { fitted, pan, zoom } from './view.ts';

describe('view', () => {
  it('fits a wide drawing into the stage, centred', () => {
    expect(fitted({ width: 1000, height: 100 }, { width: 500, height: 500 })).toEqual({
      x: 0,
      y: 225,
      scale: 0.5,
    });
  });

  it('does not blow a small drawing up beyond twice its size', () => {
    expect(fitted({ width: 10, height: 10 }, { width: 500, height: 500 }).scale).toBe(2);
  });

  it('keeps the point under the pointer where it is', () => {
    const before = { x: 20, y: 30, scale: 1 };
    const at = { x: 120, y: 80 };
    const after = zoom(before, 2, at);
    expect((at.x - after.x) / after.scale).toBe((at.x - before.x) / before.scale);
    expect((at.y - after.y) / after.scale).toBe((at.y - before.y) / before.scale);
  });

  it('stops at eight times and at a tenth', () => {
    expect(zoom({ x: 0, y: 0, scale: 7 }, 3, { x: 0, y: 0 }).scale).toBe(8);
    expect(zoom({ x: 0, y: 0, scale: 0.2 }, 0.1, { x: 0, y: 0 }).scale).toBe(0.1);
  });

  it('pans', () => {
    expect(pan({ x: 1, y: 2, scale: 3 }, 10, -10)).toEqual({ x: 11, y: -8, scale: 3 });
  });
});
