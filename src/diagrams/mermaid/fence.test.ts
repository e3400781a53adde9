import { expect, it } from 'vitest';
import { fenceLine } from './fence.ts';

const file = [
  '---',
  'title: x',
  '---',
  '```mermaid',
  'flowchart TB',
  '```',
  '````md',
  '```mermaid',
  'not this',
  '```',
  '````',
  '- item',
  '',
  '  ~~~mermaid',
  '  pie',
  '  ~~~',
].join('\n');

it('finds the lines on which fences begin, past other fences', () => {
  expect([0, 1, 2].map((nth) => fenceLine(file, nth))).toEqual([5, 15, undefined]);
});
