import { expect, it } from 'vitest';
import { standIn } from './colours.ts';
import type { Label, Shape } from './drawing.ts';
import { matchGrounds } from './ground.ts';
import { identity } from './matrix.ts';

const box = (size: number): { x: number; y: number; width: number; height: number } => ({
  x: -size / 2,
  y: -size / 2,
  width: size,
  height: size,
});
const shape = (fill: string, size: number, stroke?: string): Shape => ({
  kind: 'shape',
  tag: 'rect',
  geometry: {},
  look: stroke ? { fill, stroke } : { fill },
  matrix: identity,
  box: box(size),
});
const label = (fill: string): Label => ({
  kind: 'label',
  lines: [],
  look: { fill },
  matrix: identity,
  box: box(2),
});
const fills = (leaves: ReturnType<typeof matchGrounds>): (string | undefined)[] =>
  leaves.map((leaf) => (leaf.kind === 'link' ? undefined : leaf.look.fill));

it('gives the sheet behind a label the colour of the group that it lies on', () => {
  const leaves = [
    shape(standIn('group'), 100, 'x'),
    shape(standIn('paper'), 10),
    label(standIn('ink')),
  ];
  expect(fills(matchGrounds(leaves))).toEqual([standIn('group'), standIn('group'), standIn('ink')]);
});

it('keeps text readable on a colour that an author wrote', () => {
  const text = label(standIn('ink'));
  expect(fills(matchGrounds([shape('#ddeeff', 50), text]))[1]).toBe('#161c23');
  expect(fills(matchGrounds([shape('#123', 50), text]))[1]).toBe('#fffffe');
  expect(fills(matchGrounds([shape('#ddeeff', 50), label('#661f00')]))[1]).toBe('#661f00');
});
