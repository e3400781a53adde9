import type { Drawable } from 'roughjs/bin/core';
import { bounds, type Point } from '../geometry.ts';
import type { LinearElement } from '../scene.ts';
import { arrowheadMarkup } from './arrowhead.ts';
import { isTransparent } from './paint.ts';
import { pencil, roughOptions, strokesOf } from './rough.ts';
import { fillPath, outlinePath } from './strokePaths.ts';

/** Excalidraw's radius of an elbow arrow's corners. */
const elbowRadius = 16;

/** How near first and last point must be for a line to enclose an area, in pixels. */
const loopDistance = 8;

/** A line or arrow with its arrowheads. */
export function linearMarkup(element: LinearElement, offset: Point): string {
  const drawable = draw(element);
  const { outline, fill } = strokesOf(drawable);
  const { startArrowhead, endArrowhead } = element;
  const head = (position: 'start' | 'end', kind: typeof startArrowhead): string =>
    kind ? arrowheadMarkup(element, outline, position, kind, offset) : '';
  return (
    fillPath(element, fill, offset) +
    outlinePath(element, outline, offset) +
    head('start', startArrowhead) +
    head('end', endArrowhead)
  );
}

function draw(element: LinearElement): Drawable {
  const points = element.points.map(([x, y]): [number, number] => [x, y]);
  if (element.type === 'arrow' && element.elbowed) {
    return pencil.path(elbowData(points), roughOptions(element, true));
  }
  const filled = isLoop(points) && !isTransparent(element.backgroundColor);
  const options = {
    ...roughOptions(element),
    ...(filled && element.type === 'line' && { fill: element.backgroundColor }),
  };
  if (element.roundness) return pencil.curve(points, options);
  return filled ? pencil.polygon(points, options) : pencil.linearPath(points, options);
}

/** Whether a line ends where it began. */
export function isLoop(points: readonly Point[]): boolean {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || points.length < 3) return false;
  return Math.hypot(first[0] - last[0], first[1] - last[1]) <= loopDistance;
}

/** A right-angled way with rounded corners. */
function elbowData(points: readonly Point[]): string {
  const parts = points.map((point, index) => {
    const before = points[index - 1];
    const after = points[index + 1];
    if (before === undefined) return `M ${point.join(' ')}`;
    if (after === undefined) return `L ${point.join(' ')}`;
    const [into, away] = [towards(point, before), towards(point, after)];
    return `L ${into.join(' ')} Q ${point.join(' ')}, ${away.join(' ')}`;
  });
  return parts.join(' ');
}

/** The point where a corner's rounding begins, on the way to a neighbour. */
function towards(corner: Point, neighbour: Point): Point {
  const [dx, dy] = [neighbour[0] - corner[0], neighbour[1] - corner[1]];
  const length = Math.hypot(dx, dy);
  const part = length === 0 ? 0 : Math.min(elbowRadius, length / 2) / length;
  return [corner[0] + dx * part, corner[1] + dy * part];
}

/** The rectangle of a linear element; a curve may swing out beyond its points, so it gets a margin. */
export function linearBounds(element: Pick<LinearElement, 'x' | 'y' | 'points' | 'roundness'>) {
  const area = bounds(
    element.points.map(([x, y]) => ({ x: element.x + x, y: element.y + y, width: 0, height: 0 })),
  );
  const margin = element.roundness && element.points.length > 2 ? 12 : 4;
  return {
    x: area.x - margin,
    y: area.y - margin,
    width: area.width + 2 * margin,
    height: area.height + 2 * margin,
  };
}
