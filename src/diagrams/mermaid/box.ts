import type { Matrix } from './matrix.ts';

/** An upright rectangle, in the user units of whoever asked. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Point {
  x: number;
  y: number;
}

/** The smallest box around points; nothing for no points. */
export function boxAround(points: readonly Point[]): Box | undefined {
  if (points.length === 0) return undefined;
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const x = Math.min(...xs);
  const y = Math.min(...ys);
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** The corners, clockwise from the top left. */
export function corners({ x, y, width, height }: Box): Point[] {
  return [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ];
}

/** Where a map puts a point. */
export function mapPoint({ a, b, c, d, e, f }: Matrix, { x, y }: Point): Point {
  return { x: a * x + c * y + e, y: b * x + d * y + f };
}

/** The box around a mapped box. */
export function mapBox(matrix: Matrix, box: Box): Box {
  return boxAround(corners(box).map((corner) => mapPoint(matrix, corner))) ?? box;
}

/** The box around boxes; nothing for none. */
export function unite(boxes: readonly Box[]): Box | undefined {
  return boxAround(boxes.flatMap((box) => corners(box)));
}
