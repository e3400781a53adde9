import type { Point } from '../geometry.ts';
import type { FreedrawElement } from '../scene.ts';
import { isTransparent, paint } from './paint.ts';
import { isLoop } from './linear.ts';
import { number, svgTag } from './svg.ts';

/** Excalidraw's pencil: its size for one pixel of stroke width, and how much pressure thins it. */
const pencilSize = 4.25;
const thinning = 0.6;

/** A line drawn by hand: a smooth curve through the middles of its points, of one thickness. */
export function freedrawMarkup(element: FreedrawElement, [dx, dy]: Point): string {
  const points = thinned(element.points).map(([x, y]): Point => [x + dx, y + dy]);
  const [first] = points;
  if (first === undefined) return '';
  const filled = isLoop(element.points) && !isTransparent(element.backgroundColor);
  const middles = points.slice(1, -1).map((point, index) => {
    const next = points[index + 2] ?? point;
    const end = index === points.length - 3 ? next : middle(point, next);
    return `${pair(point)} ${pair(end)}`;
  });
  const d =
    points.length < 3
      ? `M${pair(first)}L${pair(points.at(-1) ?? first)}`
      : `M${pair(first)}Q${middles.join(' ')}`;
  return svgTag('path', {
    stroke: paint(element.strokeColor),
    'stroke-width': thickness(element),
    'stroke-linejoin': 'round',
    fill: filled ? paint(element.backgroundColor) : undefined,
    d,
  });
}

/** The mean thickness of Excalidraw's line, by the pressure of the pen or, without one, its speed. */
function thickness({ strokeWidth, points, pressures, simulatePressure }: FreedrawElement): number {
  const size = strokeWidth * pencilSize;
  const steps = points.map(([x, y], index) => {
    const [fromX, fromY] = points[index - 1] ?? [x, y];
    return Math.hypot(x - fromX, y - fromY);
  });
  const pressure =
    simulatePressure || pressures.length === 0
      ? 1 - Math.min(1, mean(steps) / size)
      : mean(pressures);
  return 2 * size * Math.sin(((0.5 - thinning * (0.5 - pressure)) * Math.PI) / 2);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Leaves out points nearer than a pixel and a half to the last one kept. */
function thinned(points: readonly Point[]): Point[] {
  const kept: Point[] = [];
  points.forEach((point, index) => {
    const last = kept.at(-1);
    const near = last && Math.hypot(point[0] - last[0], point[1] - last[1]) < 1.5;
    if (!near || index === points.length - 1) kept.push(point);
  });
  return kept;
}

function middle(a: Point, b: Point): Point {
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
}

function pair([x, y]: Point): string {
  return `${number(x)} ${number(y)}`;
}
