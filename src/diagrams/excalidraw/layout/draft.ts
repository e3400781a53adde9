import type { HandFont } from '../font.ts';
import { inflate, overlaps, type Rect } from '../geometry.ts';
import { type Layout, layOut, type PlacedFrame, type Widening } from './layout.ts';
import { segmentsOf } from '../route/cost.ts';
import { route } from '../route/route.ts';
import type { RoutedArrow } from '../route/way.ts';
import type { Skeleton } from '../skeleton.ts';

/** A whole whiteboard in pixels, before it is written as a scene. */
export interface Draft {
  layout: Layout;
  arrows: RoutedArrow[];
}

/** How often the grid may be widened for labels that found no room. */
const attempts = 6;

/** Lays a skeleton out and leads its arrows, widening the grid where a label would hide a box. */
export function draft(skeleton: Skeleton, font: HandFont): Draft {
  const widening = { columns: new Map<number, number>(), rows: new Map<number, number>() };
  for (let attempt = 1; ; attempt += 1) {
    const layout = layOut(skeleton, font, widening);
    const arrows = route(skeleton.arrows, layout, font);
    if (attempt < attempts && widen(widening, layout, arrows)) continue;
    const frames = layout.frames.map((frame) => settleLabel(frame, arrows));
    return { layout: { ...layout, frames }, arrows };
  }
}

/** How far an arrowhead reaches to either side of its line. */
const headWing = 12;

/** What a frame grows by at its foot to hold its label there. */
const footLabel = 12;

/** Moves a frame's label along its top, or to its foot, to where no arrow runs through it. */
function settleLabel(frame: PlacedFrame, arrows: readonly RoutedArrow[]): PlacedFrame {
  const { rect, labelRect } = frame;
  const obstacles = arrows.flatMap(({ points, label }) => [
    ...segmentsOf(points).map((segment) => inflate(segment, headWing)),
    ...(label ? [label.rect] : []),
  ]);
  const room = rect.width - labelRect.width - 12;
  const offsets = Array.from({ length: Math.max(1, Math.floor(room / 8)) }, (_, i) => 16 + 8 * i);
  const freeAt = (y: number): Rect | undefined =>
    offsets
      .filter((offset) => offset <= Math.max(16, room))
      .map((offset) => ({ ...labelRect, x: rect.x + offset, y }))
      .find((place) => obstacles.every((obstacle) => !overlaps(inflate(place, 4), obstacle)));

  const top = freeAt(labelRect.y);
  if (top !== undefined) return { ...frame, labelRect: top };
  const foot = freeAt(rect.y + rect.height + footLabel - labelRect.height - 8);
  if (foot === undefined) return frame;
  return { ...frame, labelRect: foot, rect: { ...rect, height: rect.height + footLabel } };
}

/** Adds room where labels need it; false when none does. */
function widen(
  widening: { [Axis in keyof Widening]: Map<number, number> },
  layout: Layout,
  arrows: readonly RoutedArrow[],
): boolean {
  let changed = false;
  const add = (axis: keyof Widening, at: number, need: number): void => {
    const cell = layout[axis].gaps.findIndex(({ from, to }) => at >= from && at <= to) + 1;
    if (cell < 2 || cell > layout[axis].gaps.length - 1) return;
    const more = Math.ceil(need / 2) * 2;
    widening[axis].set(cell, (widening[axis].get(cell) ?? 0) + Math.min(more, 120));
    changed = true;
  };
  for (const { label } of arrows) {
    if (label === undefined) continue;
    const near = inflate(label.rect, 8);
    const [x, y] = [near.x + near.width / 2, near.y + near.height / 2];
    const obstacles: Rect[] = [
      ...layout.boxes.map(({ rect }) => rect),
      ...layout.texts.map(({ rect }) => rect),
      ...arrows.flatMap((other) =>
        other.label && other.label !== label ? [other.label.rect] : [],
      ),
    ];
    for (const rect of obstacles) {
      if (!overlaps(near, rect)) continue;
      const overlapX = Math.min(near.x + near.width - rect.x, rect.x + rect.width - near.x);
      const overlapY = Math.min(near.y + near.height - rect.y, rect.y + rect.height - near.y);
      if (overlapX < overlapY) add('columns', x, 2 * overlapX);
      else add('rows', y, 2 * overlapY);
    }
  }
  return changed;
}
