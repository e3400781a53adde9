import { JSDOM } from 'jsdom';
import { expect, it } from 'vitest';
import { spreadLabels } from './spread.ts';

it('moves labels apart that lie on each other, and leaves others', () => {
  const label = (x: number, y: number): string =>
    `<g class="edgeLabel" transform="translate(${x}, ${y})"><rect x="-20" y="-8" width="40" height="16"/></g>`;
  const { window } = new JSDOM(
    `<svg><g class="edgeLabels">${label(100, 100)}${label(110, 104)}${label(300, 100)}</g></svg>`,
  );
  const svg = window.document.querySelector('svg');
  if (!svg) throw new Error('No SVG');
  spreadLabels(svg);
  expect([...svg.querySelectorAll('.edgeLabel')].map((g) => g.getAttribute('transform'))).toEqual([
    'translate(100, 92.5)',
    'translate(110, 111.5)',
    'translate(300, 100)',
  ]);
});
