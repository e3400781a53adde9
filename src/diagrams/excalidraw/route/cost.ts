import { inflate, overlaps, type Point, type Rect, segmentRect } from '../geometry.ts';
import type { Layout } from '../layout/layout.ts';
import type { RoutedArrow } from './way.ts';

/** The cost of a way that hides something. */
export const clash = 900;

/** While sides are chosen, arrows may lie on each other at a shared side: they are spread afterwards. */
export type Step = 'sides' | 'ports';

/** Length and bends, and much more for what a way would hide or come too near to; inexact above `limit`. */
export function costOf(
  way: RoutedArrow,
  layout: Layout,
  others: readonly RoutedArrow[],
  step: Step,
  limit: number,
): number {
  const { points, label, from, to } = way;
  const segments = segmentsOf(points);
  let cost = 0;
  for (const segment of segments) cost += segment.width + segment.height;
  cost += 50 * bendsOf(points);
  if (cost >= limit) return cost;

  for (const placed of layout.boxes) {
    // An arrow's end stands inside the rectangle of a round box, so its own segment doesn't count there.
    const foreign = segments.slice(placed === from ? 1 : 0, placed === to ? -1 : undefined);
    const near = inflate(placed.rect, placed === from || placed === to ? 4 : 10);
    for (const segment of foreign) if (overlaps(near, thick(segment, 1))) cost += 2 * clash;
  }
  for (const { rect } of layout.texts) {
    for (const segment of segments) if (overlaps(rect, thick(segment, 6))) cost += clash;
  }
  if (cost >= limit) return cost;
  const borders = layout.frames.flatMap(({ rect }) => edgesOf(rect));
  for (const border of borders) {
    for (const segment of segments) if (runsAlong(segment, border)) cost += clash / 3;
    if (label && overlaps(label.rect, thick(border, 3))) cost += 120;
  }

  if (label !== undefined) {
    const { rect } = label;
    if (points.length % 2 === 1) cost += 160;
    const middle = segments[Math.floor((segments.length - 1) / 2)];
    if (middle !== undefined && points.length % 2 === 0) {
      const spare =
        middle.width > middle.height ? middle.width - rect.width : middle.height - rect.height;
      if (spare < 40) cost += 200 + 4 * (40 - spare);
    }
    const near = inflate(rect, 6);
    for (const placed of layout.boxes) if (overlaps(near, placed.rect)) cost += clash;
    for (const text of layout.texts) if (overlaps(near, text.rect)) cost += clash;
  }

  for (const other of others) {
    const otherSegments = segmentsOf(other.points);
    const shared = step === 'sides' && sharesSide(way, other);
    if (shared) cost += 40;
    for (const segment of segments) {
      for (const second of otherSegments) cost += shared ? 0 : meeting(segment, second);
      if (shared) continue;
      if (other.label && overlaps(inflate(other.label.rect, 4), thick(segment, 1))) cost += clash;
    }
    if (label === undefined || shared) continue;
    const near = inflate(label.rect, 6);
    for (const second of otherSegments) if (overlaps(near, thick(second, 1))) cost += clash;
    if (other.label && overlaps(near, other.label.rect)) cost += clash;
  }
  return cost;
}

/** Whether two arrows end at the same side of the same box. */
function sharesSide(a: RoutedArrow, b: RoutedArrow): boolean {
  const at = ({ from, leave, to, arrive }: RoutedArrow): string[] => [
    `${from.box.id} ${leave}`,
    `${to.box.id} ${arrive}`,
  ];
  return at(a).some((side) => at(b).includes(side));
}

function bendsOf(points: readonly Point[]): number {
  return points.filter((_, index) => {
    const [before, after] = [points[index - 1], points[index + 1]];
    if (before === undefined || after === undefined) return false;
    return !(before[0] === after[0] || before[1] === after[1]);
  }).length;
}

/** The segments of a way, as rectangles without thickness. */
export function segmentsOf(points: readonly Point[]): Rect[] {
  return points.slice(1).map((point, index) => segmentRect(points[index] ?? point, point));
}

function thick(segment: Rect, by: number): Rect {
  return inflate(segment, by);
}

/** A crossing costs a little, running along or on top of each other a lot. */
function meeting(a: Rect, b: Rect): number {
  if (runsAlong(a, b)) return clash / 2;
  return overlaps(thick(a, 1), thick(b, 1)) ? 90 : 0;
}

/** Whether two segments lie side by side, nearer than a few pixels. */
function runsAlong(a: Rect, b: Rect): boolean {
  const sameWay = a.width > a.height === b.width > b.height;
  return sameWay && overlaps(thick(a, 5), thick(b, 5));
}

/** The four sides of a rectangle as segments. */
function edgesOf({ x, y, width, height }: Rect): Rect[] {
  return [
    { x, y, width, height: 0 },
    { x, y: y + height, width, height: 0 },
    { x, y, width: 0, height },
    { x: x + width, y, width: 0, height },
  ];
}
