import type { Op } from 'roughjs/bin/core';
import { type Point, rotate } from '../geometry.ts';
import type { Arrowhead, LinearElement } from '../scene.ts';
import { paint, token } from './paint.ts';
import { pathData } from './path.ts';
import { pencil, roughOptions, strokesOf } from './rough.ts';
import { usualStroke } from './strokePaths.ts';
import { svgTag } from './svg.ts';

/** Longest size in pixels and half the opening in degrees; others are 15 and 25. */
const measures: Partial<Record<Arrowhead, { size?: number; angle?: number }>> = {
  arrow: { size: 25, angle: 20 },
  bar: { angle: 90 },
  diamond: { size: 12 },
  diamond_outline: { size: 12 },
  crowfoot_one: { size: 20 },
  crowfoot_many: { size: 20 },
  crowfoot_one_or_many: { size: 20 },
};

/** An arrowhead as Excalidraw draws it: its direction is that of the line a little before its end. */
export function arrowheadMarkup(
  element: LinearElement,
  outline: readonly Op[],
  position: 'start' | 'end',
  kind: Arrowhead,
  offset: Point,
): string {
  const tip = tipOf(element, outline, position, kind);
  if (tip === undefined) return '';
  const options = { ...roughOptions(element), disableMultiStroke: false };
  const filled = !kind.endsWith('_outline');
  const stroke = paint(element.strokeColor);
  const lineStyle = {
    stroke,
    'stroke-width': element.strokeWidth === usualStroke ? undefined : element.strokeWidth,
  };
  const paints = { ...lineStyle, fill: filled ? stroke : token('paper') };
  const closed = (ops: readonly Op[]): string =>
    svgTag('path', { ...paints, d: pathData(ops, offset) });
  const polygon = (points: readonly Point[]): string =>
    closed(
      strokesOf(
        pencil.polygon(
          points.map(([x, y]): [number, number] => [x, y]),
          // One stroke, so that the outline is one closed area that can be filled.
          { ...options, disableMultiStroke: true, preserveVertices: true, roughness: 0.5 },
        ),
      ).outline,
    );
  const lines = (pairs: readonly (readonly [Point, Point])[]): string =>
    svgTag('path', {
      ...lineStyle,
      d: pairs
        .map(([a, b]) =>
          pathData(
            strokesOf(
              pencil.line(...a, ...b, {
                ...options,
                roughness: Math.min(1, options.roughness ?? 0),
              }),
            ).outline,
            offset,
          ),
        )
        .join(''),
    });

  const { at, back, angle, size } = tip;
  const wing = (turn: number): Point => rotate(back, at, (turn * Math.PI) / 180);
  const toe = (turn: number): Point => rotate(at, back, (turn * Math.PI) / 180);
  switch (kind) {
    case 'dot':
    case 'circle':
    case 'circle_outline': {
      const [cx, cy] = [at[0] + offset[0], at[1] + offset[1]];
      return svgTag('circle', { ...paints, cx, cy, r: (size + element.strokeWidth - 2) / 2 });
    }
    case 'triangle':
    case 'triangle_outline':
      return polygon([at, wing(-angle), wing(angle)]);
    case 'diamond':
    case 'diamond_outline': {
      const far: Point = [2 * back[0] - at[0], 2 * back[1] - at[1]];
      return polygon([at, wing(-angle), far, wing(angle)]);
    }
    case 'crowfoot_one':
      return lines([[wing(-angle), wing(angle)]]);
    case 'crowfoot_many':
      return lines([
        [toe(-angle), back],
        [toe(angle), back],
      ]);
    case 'crowfoot_one_or_many':
      return lines([
        [toe(-angle), back],
        [toe(angle), back],
        [wing(-angle), wing(angle)],
      ]);
    case 'bar':
    case 'arrow':
      return lines([
        [wing(-angle), at],
        [wing(angle), at],
      ]);
  }
}

interface Tip {
  /** Where the line ends. */
  at: Point;
  /** A head's length before that. */
  back: Point;
  size: number;
  angle: number;
}

function tipOf(
  element: LinearElement,
  outline: readonly Op[],
  position: 'start' | 'end',
  kind: Arrowhead,
): Tip | undefined {
  const index = position === 'start' ? 1 : outline.length - 1;
  const [before, curve] = [outline[index - 1], outline[index]];
  if (before === undefined || curve === undefined || curve.data.length !== 6) return undefined;
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0] = curve.data;
  const [x0 = 0, y0 = 0] = before.data.slice(-2);
  const bezier = (t: number, p: readonly [number, number, number, number]): number =>
    (1 - t) ** 3 * p[0] + 3 * t * (1 - t) ** 2 * p[1] + 3 * t ** 2 * (1 - t) * p[2] + t ** 3 * p[3];
  const t = position === 'end' ? 0.7 : 0.3;
  const near: Point = [bezier(t, [x0, x1, x2, x3]), bezier(t, [y0, y1, y2, y3])];
  const at: Point = position === 'end' ? [x3, y3] : [x0, y0];
  const distance = Math.hypot(at[0] - near[0], at[1] - near[1]);
  if (distance === 0) return undefined;

  const ends = position === 'end' ? element.points.slice(-2) : element.points.slice(0, 2);
  const [[ax, ay] = [0, 0], [bx, by] = [0, 0]] = ends;
  const length = Math.hypot(ax - bx, ay - by);
  const { size: longest = 15, angle = 25 } = measures[kind] ?? {};
  const size = Math.min(longest, length * (kind.startsWith('diamond') ? 0.25 : 0.5));
  const back: Point = [
    at[0] - ((at[0] - near[0]) / distance) * size,
    at[1] - ((at[1] - near[1]) / distance) * size,
  ];
  return { at, back, size, angle };
}
