import { describe, expect, it } from 'vitest';
import { assetsIn, reachable } from './reach.ts';

const files = [
  { path: '_astro/page.A1.js', text: 'import("./view.B2.js");import("./heavy.C3.js")' },
  { path: '_astro/view.B2.js', text: 'import"./shared.D4.js"' },
  { path: '_astro/heavy.C3.js', text: 'import"./shared.D4.js";import"./drawing.E5.js"' },
  { path: '_astro/drawing.E5.js', text: '' },
  { path: '_astro/shared.D4.js', text: 'import"./page.A1.js"' },
  { path: '_astro/fonts/text.woff2', text: '' },
  { path: '_astro/nobody.F6.js', text: '' },
];
const names = [
  '<script src="/_astro/page.A1.js">',
  '@font-face{src:url("/base/_astro/fonts/text.woff2")}',
].flatMap(assetsIn);

describe('reachable', () => {
  it('follows names from pages through scripts, round circles', () => {
    expect([...reachable(names, files, () => false)].sort()).toEqual([
      '_astro/drawing.E5.js',
      '_astro/fonts/text.woff2',
      '_astro/heavy.C3.js',
      '_astro/page.A1.js',
      '_astro/shared.D4.js',
      '_astro/view.B2.js',
    ]);
  });

  it('leaves out what is closed, and what only that names', () => {
    const reached = reachable(names, files, (path) => path.includes('heavy'));
    expect(reached).toContain('_astro/shared.D4.js');
    expect(reached).not.toContain('_astro/heavy.C3.js');
    expect(reached).not.toContain('_astro/drawing.E5.js');
  });
});
