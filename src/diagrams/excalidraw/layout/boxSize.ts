import type { Meaning } from '../../theme.ts';
import type { HandFont } from '../font.ts';
import type { Box, Shape } from '../skeleton.ts';
import { fontSizes, type TextBlock, textBlock } from './textBlock.ts';

/** A box with its texts measured, before it has a place. */
export interface SizedBox {
  box: Box;
  colour: Meaning;
  label: TextBlock;
  detail: TextBlock | undefined;
  /** As the texts and the author's `size` need. */
  width: number;
  height: number;
  /** Whether it may grow to the width of its column and the height of its row. */
  grows: boolean;
}

/** Half the height of a cylinder's lid. */
export const lid = 10;

/** Width of one slot at the end of a queue, and how many there are. */
export const slot = { width: 11, count: 3 } as const;

const shapeColour: Readonly<Record<Shape, Meaning>> = {
  rectangle: 'service',
  ellipse: 'client',
  diamond: 'muted',
  store: 'store',
  queue: 'queue',
  note: 'muted',
};

/** Widest label in pixels by shape; longer ones wrap. */
const labelWidth: Readonly<Record<Shape, number>> = {
  rectangle: 190,
  ellipse: 150,
  diamond: 120,
  store: 170,
  queue: 170,
  note: 210,
};

/** The wide and the high that a shape needs around a text of a given size. */
const around: Readonly<Record<Shape, (width: number, height: number) => [number, number]>> = {
  rectangle: (width, height) => [Math.max(width + 36, 132), Math.max(height + 28, 68)],
  ellipse: (width, height) => [
    Math.max(width * Math.SQRT2 + 28, 132),
    Math.max(height * Math.SQRT2 + 22, 68),
  ],
  diamond: (width, height) => [Math.max(2 * width + 40, 132), Math.max(2 * height + 40, 84)],
  store: (width, height) => [Math.max(width + 36, 132), Math.max(height + 3 * lid + 22, 84)],
  queue: (width, height) => [
    Math.max(width + 32 + slot.width * slot.count, 132),
    Math.max(height + 28, 68),
  ],
  note: (width, height) => [Math.max(width + 36, 100), Math.max(height + 28, 56)],
};

/** Measures a box's texts, and from them the box. */
export function sizeBox(box: Box, font: HandFont): SizedBox {
  const maxWidth = labelWidth[box.shape];
  const labelSize = box.shape === 'note' ? fontSizes.small : fontSizes.medium;
  const label = textBlock(box.label ?? titleOf(box.id), labelSize, maxWidth, font);
  const detail =
    box.detail === undefined ? undefined : textBlock(box.detail, fontSizes.small, maxWidth, font);
  const [width, height] = around[box.shape](
    Math.max(label.width, detail?.width ?? 0),
    label.height + (detail?.height ?? 0),
  );
  return {
    box,
    colour: box.colour ?? shapeColour[box.shape],
    label,
    detail,
    width: even(Math.max(width, box.size?.[0] ?? 0)),
    height: even(Math.max(height, box.size?.[1] ?? 0)),
    grows: box.size === undefined && !['ellipse', 'diamond', 'note'].includes(box.shape),
  };
}

/** `redirect-service` → `Redirect service`. */
function titleOf(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Even sizes keep centres on whole pixels. */
function even(length: number): number {
  return Math.ceil(length / 2) * 2;
}
