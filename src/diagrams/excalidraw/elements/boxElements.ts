import { lid, slot } from '../layout/boxSize.ts';
import type { ElementFields } from './element.ts';
import type { Point, Rect } from '../geometry.ts';
import type { PlacedBox } from '../layout/layout.ts';
import { sceneColours } from '../palette.ts';
import { textFields } from './textFields.ts';

/** The element of a box that holds its label and its arrows' ends, by the box's id. */
export function bodyId(id: string): string {
  return `${id}-body`;
}

/** A cylinder's lid and foot hold the arrows' ends at its top and bottom. */
export function lidId(id: string): string {
  return `${id}-lid`;
}
export function footId(id: string): string {
  return `${id}-foot`;
}

/** All elements of a box, from back to front. */
export function boxElements(placed: PlacedBox): ElementFields[] {
  const outline = outlineElements(placed);
  const texts = textElements(placed);
  const alone = outline.length === 1 && placed.detail === undefined;
  return [...outline, ...texts].map((element) => ({
    ...element,
    groupIds: alone ? [] : [placed.box.id],
  }));
}

function outlineElements({ box, colour, rect }: PlacedBox): ElementFields[] {
  const { stroke: strokeColor, fill: backgroundColor } = sceneColours[colour];
  const colours = { strokeColor, backgroundColor };
  const id = bodyId(box.id);
  const stroke = (name: string, at: Point, points: Point[]): ElementFields =>
    lineElement(`${box.id}-${name}`, at, points, strokeColor);

  switch (box.shape) {
    case 'rectangle':
      return [{ id, type: 'rectangle', ...rect, ...colours, roundness: { type: 3, value: 12 } }];
    case 'ellipse':
      return [{ id, type: 'ellipse', ...rect, ...colours }];
    case 'diamond':
      return [{ id, type: 'diamond', ...rect, ...colours, roundness: { type: 2 } }];
    case 'note':
      return [{ id, type: 'rectangle', ...rect, ...colours, strokeWidth: 1 }];
    case 'queue':
      return [
        { id, type: 'rectangle', ...rect, ...colours },
        ...Array.from({ length: slot.count }, (_, index) =>
          stroke(
            `slot-${index}`,
            [rect.x + rect.width - slot.width * (index + 1), rect.y],
            [
              [0, 0],
              [0, rect.height],
            ],
          ),
        ),
      ];
    case 'store': {
      const side: Point[] = [
        [0, 0],
        [0, rect.height - 2 * lid],
      ];
      const cap: Rect = { ...rect, height: 2 * lid };
      return [
        {
          id: footId(box.id),
          type: 'ellipse',
          ...cap,
          y: rect.y + rect.height - 2 * lid,
          ...colours,
        },
        {
          id,
          type: 'rectangle',
          ...rect,
          y: rect.y + lid,
          height: rect.height - 2 * lid,
          strokeColor: 'transparent',
          backgroundColor,
        },
        stroke('left', [rect.x, rect.y + lid], side),
        stroke('right', [rect.x + rect.width, rect.y + lid], side),
        { id: lidId(box.id), type: 'ellipse', ...cap, ...colours },
      ];
    }
  }
}

function lineElement(
  id: string,
  [x, y]: Point,
  points: Point[],
  strokeColor: string,
): ElementFields {
  return {
    id,
    type: 'line',
    x,
    y,
    width: Math.max(...points.map(([px]) => px)),
    height: Math.max(...points.map(([, py]) => py)),
    strokeColor,
    points,
    lastCommittedPoint: null,
    startBinding: null,
    endBinding: null,
    startArrowhead: null,
    endArrowhead: null,
  };
}

/** The label bound to the body, or label and detail one above the other in the body's group. */
function textElements({ box, rect, label, detail }: PlacedBox): ElementFields[] {
  const area = textArea(box.shape, rect);
  const x = (width: number): number => area.x + (area.width - width) / 2;
  const top = area.y + (area.height - label.height - (detail?.height ?? 0)) / 2;
  // A bound text stands in the middle of its body; any other place is held by the group.
  const container = detail === undefined && box.shape !== 'queue' && box.shape !== 'store';
  const id = `${box.id}-label`;
  return [
    textFields(id, label, x(label.width), top, 'center', container ? bodyId(box.id) : null),
    ...(detail === undefined
      ? []
      : [textFields(`${box.id}-detail`, detail, x(detail.width), top + label.height)]),
  ];
}

/** The part of a box in which its text stands in the middle. */
function textArea(shape: PlacedBox['box']['shape'], rect: Rect): Rect {
  switch (shape) {
    case 'store':
      return { ...rect, y: rect.y + 2 * lid, height: rect.height - 2.6 * lid };
    case 'queue':
      return { ...rect, width: rect.width - slot.width * slot.count };
    default:
      return rect;
  }
}
