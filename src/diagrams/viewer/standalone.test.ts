import { describe, expect, it } from 'vitest';
import { fileName, standalone } from './standalone.ts';

describe('standalone', () => {
  it('puts values in the place of variables and paper behind', () => {
    const svg =
      '<svg class="dg" font-family="var(--dg-font)"><path fill="var(--dg-node)" stroke="var(--dg-line, #000)"/></svg>';
    expect(standalone(svg, (name) => ` ${name.slice(5)}`)).toBe(
      '<svg font-family="Inter, system-ui, sans-serif"><rect width="100%" height="100%" fill="paper"/><path fill="node" stroke="line"/></svg>',
    );
  });

  it('names files after titles', () => {
    expect(fileName('Feed: read path, 95 %')).toBe('feed-read-path-95');
    expect(fileName('…')).toBe('diagram');
  });
});
