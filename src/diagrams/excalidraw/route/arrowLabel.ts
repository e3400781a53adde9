import type { HandFont } from '../font.ts';
import type { Point, Rect } from '../geometry.ts';
import type { Arrow } from '../skeleton.ts';
import { fontSizes, type TextBlock, textBlock } from '../layout/textBlock.ts';

/** Widest arrow label in pixels: Excalidraw wraps at eleven times the font size. */
const arrowLabelWidth = 170;

/** An arrow's label, measured. */
export function arrowLabel(arrow: Arrow, font: HandFont): TextBlock | undefined {
  return arrow.label === undefined
    ? undefined
    : textBlock(arrow.label, fontSizes.small, arrowLabelWidth, font);
}

/** Where Excalidraw puts an arrow's label: its middle corner, or the middle of its middle segment. */
export function labelRect(points: readonly Point[], { width, height }: TextBlock): Rect {
  const [ax, ay] = points[Math.floor((points.length - 1) / 2)] ?? [0, 0];
  const [bx, by] = points[Math.ceil((points.length - 1) / 2)] ?? [0, 0];
  return { x: (ax + bx - width) / 2, y: (ay + by - height) / 2, width, height };
}

/** Room that an arrowhead needs on its segment, in pixels. */
const headRoom = 50;

/**
 * A label stands in the middle of the middle segment. A way with an odd number of corners would have it
 * on a corner, so its first or last segment gets one point more, which moves the middle beside it.
 */
export function labelWays(way: Point[], arrow: Arrow): Point[][] {
  if (way.length % 2 === 0) return [way];
  const split = (points: Point[], room: number): Point[][] => {
    const [first, second] = points;
    if (first === undefined || second === undefined) return [];
    const [dx, dy] = [second[0] - first[0], second[1] - first[1]];
    const part = room / Math.hypot(dx, dy);
    if (part > 0.6) return [];
    return [[first, [first[0] + dx * part, first[1] + dy * part], ...points.slice(1)]];
  };
  return [
    ...split(way, arrow.heads === 'both' ? headRoom : 8),
    ...split([...way].reverse(), arrow.heads === 'none' ? 8 : headRoom).map((points) =>
      points.reverse(),
    ),
    way,
  ];
}
