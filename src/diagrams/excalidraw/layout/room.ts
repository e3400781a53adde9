import { arrowLabel } from '../route/arrowLabel.ts';
import type { HandFont } from '../font.ts';
import type { Frame, Skeleton } from '../skeleton.ts';

/** Free pixels between a frame and what it holds, and its label's height above that. */
export const framePadding = 24;
export const frameLabel = 22;

/** Room for the labels of arrows between neighbours, by the cell before which it is needed. */
export function labelRoom(skeleton: Skeleton, axis: 0 | 1, font: HandFont): Map<number, number> {
  const across = axis === 0 ? 1 : 0;
  const room = new Map<number, number>();
  for (const arrow of skeleton.arrows) {
    const label = arrowLabel(arrow, font);
    const ends = skeleton.boxes.filter(({ id }) => id === arrow.from || id === arrow.to);
    const [low, high] = ends.sort((a, b) => a.at[axis] - b.at[axis]);
    if (label === undefined || low === undefined || high === undefined) continue;
    const cell = Math.floor(high.at[axis]);
    const neighbours = cell - Math.ceil(low.at[axis] + (low.span?.[axis] ?? 1) - 1) === 1;
    const aligned =
      low.at[across] < high.at[across] + (high.span?.[across] ?? 1) &&
      high.at[across] < low.at[across] + (low.span?.[across] ?? 1);
    if (!neighbours || !aligned) continue;
    const need = axis === 0 ? label.width + 76 : label.height + 72;
    room.set(cell, Math.max(room.get(cell) ?? 0, Math.ceil(need / 2) * 2));
  }
  return room;
}

/** How many frames stand inside another, one in the other; sets the padding. */
export function depthInside(frame: Frame, frames: readonly Frame[]): number {
  const inner = frames.filter(
    (other) =>
      other !== frame &&
      other.around.every((id) => frame.around.includes(id)) &&
      other.around.length < frame.around.length,
  );
  return inner.length === 0 ? 0 : 1 + Math.max(...inner.map((other) => depthInside(other, frames)));
}

/** Room for frame borders and labels, by the cell before which it is needed. */
export function frameRoom(skeleton: Skeleton, axis: 0 | 1): Map<number, number> {
  const before = new Map<number, number>();
  const after = new Map<number, number>();
  for (const frame of skeleton.frames) {
    const inside = skeleton.boxes.filter(({ id }) => frame.around.includes(id));
    const first = Math.min(...inside.map(({ at }) => Math.floor(at[axis])));
    const last = Math.max(
      ...inside.map(({ at, span }) => Math.ceil(at[axis] + (span?.[axis] ?? 1) - 1)),
    );
    const levels = depthInside(frame, skeleton.frames) + 1;
    const own = levels * (framePadding + (axis === 1 ? frameLabel : 0));
    before.set(first, Math.max(before.get(first) ?? 0, own));
    after.set(last + 1, Math.max(after.get(last + 1) ?? 0, levels * framePadding));
  }
  const cells = new Set([...before.keys(), ...after.keys()]);
  return new Map(
    [...cells].map((cell) => [cell, (before.get(cell) ?? 0) + (after.get(cell) ?? 0)]),
  );
}
