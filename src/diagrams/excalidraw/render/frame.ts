import type { Point } from '../geometry.ts';
import type { FrameElement } from '../scene.ts';
import { token } from './paint.ts';
import { svgTag } from './svg.ts';
import { escapeText } from '../../../markup.ts';

/** Excalidraw's size of a frame's name, and the room that it takes above the frame. */
const nameSize = 14;
export const nameHeight = 22;

/** A frame: its border, and its name above it. */
export function frameMarkup({ name, width, height }: FrameElement, [x, y]: Point): string {
  const border = svgTag('rect', { stroke: token('group-line'), x, y, width, height, rx: 8 });
  if (!name) return border;
  return (
    border +
    svgTag(
      'text',
      {
        fill: token('soft'),
        'font-size': nameSize,
        'font-family': 'Inter,sans-serif',
        x,
        y: y - 7,
      },
      escapeText(name),
    )
  );
}
