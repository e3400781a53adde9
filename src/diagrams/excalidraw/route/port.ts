import { lid } from '../layout/boxSize.ts';
import type { Point } from '../geometry.ts';
import type { PlacedBox } from '../layout/layout.ts';
import type { Side } from '../skeleton.ts';

/** Free pixels between an arrow's end and the outline: Excalidraw's own distance for bound arrows. */
const distance = 5;

/** The way out of a box at a side. */
export const outward: Readonly<Record<Side, Point>> = {
  top: [0, -1],
  right: [1, 0],
  bottom: [0, 1],
  left: [-1, 0],
};

export function isHorizontal(side: Side): boolean {
  return side === 'left' || side === 'right';
}

/** Where an arrow ends at a side of a box, `offset` pixels from the side's middle, to the right or down. */
export function portPoint(placed: PlacedBox, side: Side, offset: number): Point {
  const { rect } = placed;
  const inset = outlineInset(placed, side, offset) - distance;
  const middleX = rect.x + rect.width / 2;
  const middleY = rect.y + rect.height / 2;
  switch (side) {
    case 'left':
      return [rect.x + inset, middleY + offset];
    case 'right':
      return [rect.x + rect.width - inset, middleY + offset];
    case 'top':
      return [middleX + offset, rect.y + inset];
    case 'bottom':
      return [middleX + offset, rect.y + rect.height - inset];
  }
}

/** The furthest offset at a side at which an arrow still meets the outline well. */
export function reach({ box, rect }: PlacedBox, side: Side): number {
  const half = (isHorizontal(side) ? rect.height : rect.width) / 2;
  if (box.shape === 'diamond') return half * 0.3;
  if (box.shape === 'ellipse') return half * 0.6;
  return half - (box.shape === 'store' && isHorizontal(side) ? 2 * lid : 12);
}

/** How far inside the rectangle the outline stands at an offset. */
function outlineInset({ box, rect }: PlacedBox, side: Side, offset: number): number {
  const along = (isHorizontal(side) ? rect.height : rect.width) / 2;
  const across = (isHorizontal(side) ? rect.width : rect.height) / 2;
  const part = Math.min(1, Math.abs(offset) / along);
  const round = 1 - Math.sqrt(1 - part * part);
  switch (box.shape) {
    case 'ellipse':
      return across * round;
    case 'diamond':
      return across * part;
    case 'store':
      return isHorizontal(side) ? 0 : lid * round;
    default:
      return 0;
  }
}
