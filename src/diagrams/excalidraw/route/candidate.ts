import type { Point } from '../geometry.ts';
import type { Axis } from '../layout/axis.ts';
import { isHorizontal, outward } from './port.ts';
import type { Side } from '../skeleton.ts';

/** Pixels that an arrow runs straight before its first bend and after its last. */
const stub = 18;

/** An end of a way: where it starts and which side it leaves by. */
export interface WayEnd {
  point: Point;
  side: Side;
}

/** Every plain right-angled way between two ends: straight, or with one to four bends. */
export function candidateWays(from: WayEnd, to: WayEnd, columns: Axis, rows: Axis): Point[][] {
  const [ax, ay] = from.point;
  const [bx, by] = to.point;
  const xs = channels(columns, (ax + bx) / 2);
  const ys = channels(rows, (ay + by) / 2);
  const ways: Point[][] = [];
  /** Around what stands between: out into the next gap, along another one, and back. */
  const detour = (axis: Axis, start: WayEnd, end: WayEnd, index: 0 | 1): [number, number][] =>
    beside(axis, start, index).flatMap((first) =>
      beside(axis, end, index).map((last): [number, number] => [first, last]),
    );

  if (isHorizontal(from.side) && isHorizontal(to.side)) {
    if (Math.abs(ay - by) < 0.5) ways.push([from.point, [bx, ay]]);
    for (const x of xs) ways.push([from.point, [x, ay], [x, by], to.point]);
    for (const [first, last] of detour(columns, from, to, 0)) {
      for (const y of ys) {
        ways.push([from.point, [first, ay], [first, y], [last, y], [last, by], to.point]);
      }
    }
  } else if (!isHorizontal(from.side) && !isHorizontal(to.side)) {
    if (Math.abs(ax - bx) < 0.5) ways.push([from.point, [ax, by]]);
    for (const y of ys) ways.push([from.point, [ax, y], [bx, y], to.point]);
    for (const [first, last] of detour(rows, from, to, 1)) {
      for (const x of xs) {
        ways.push([from.point, [ax, first], [x, first], [x, last], [bx, last], to.point]);
      }
    }
  } else if (isHorizontal(from.side)) {
    ways.push([from.point, [bx, ay], to.point]);
    for (const x of xs) {
      for (const y of ys) ways.push([from.point, [x, ay], [x, y], [bx, y], to.point]);
    }
  } else {
    ways.push([from.point, [ax, by], to.point]);
    for (const y of ys) {
      for (const x of xs) ways.push([from.point, [ax, y], [x, y], [x, by], to.point]);
    }
  }
  return ways.filter((way) => leaves(way, from.side) && leaves([...way].reverse(), to.side));
}

/** The channels of the gap that an end looks into. */
function beside({ gaps }: Axis, { point, side }: WayEnd, index: 0 | 1): number[] {
  const forward = side === 'right' || side === 'bottom';
  const at = point[index];
  const gap = forward ? gaps.find(({ to }) => to > at) : gaps.findLast(({ from }) => from < at);
  return gap === undefined ? [] : lanes(gap);
}

/** Coordinates at which a way may run between cells: the middle of each gap, and beside it. */
function channels({ gaps }: Axis, between: number): number[] {
  return [Math.round(between), ...gaps.flatMap(lanes)];
}

/** The middle of a gap, and beside it. */
function lanes({ from, to }: Axis['gaps'][number]): number[] {
  const middle = Math.round((from + to) / 2);
  return to - from < 60 ? [middle] : [middle, middle - 16, middle + 16];
}

/** Whether a way starts outward from its side, far enough before it bends, and never turns back. */
function leaves(way: readonly Point[], side: Side): boolean {
  const [first, second] = way;
  if (first === undefined || second === undefined) return false;
  const [ox, oy] = outward[side];
  const out = (second[0] - first[0]) * ox + (second[1] - first[1]) * oy;
  if (out < (way.length === 2 ? 4 : stub)) return false;
  return way.every((point, index) => {
    const before = way[index - 1];
    const after = way[index + 1];
    if (before === undefined || after === undefined) return true;
    const turn =
      (point[0] - before[0]) * (after[0] - point[0]) +
      (point[1] - before[1]) * (after[1] - point[1]);
    const long = Math.abs(after[0] - point[0]) + Math.abs(after[1] - point[1]) >= 8;
    return turn > -0.5 && turn < 0.5 && long;
  });
}
