import { bodyId, footId, lidId } from './boxElements.ts';
import { lid } from '../layout/boxSize.ts';
import type { Binding, ElementFields } from './element.ts';
import { bounds, type Point, type Rect } from '../geometry.ts';
import type { PlacedBox } from '../layout/layout.ts';
import { sceneColours, sceneInk } from '../palette.ts';
import type { RoutedArrow } from '../route/way.ts';
import type { Side } from '../skeleton.ts';
import { textFields } from './textFields.ts';

/** An arrow, bound to its boxes, and its label, bound to it. */
export function arrowElements(routed: RoutedArrow, index: number): ElementFields[] {
  const { arrow, from, to, leave, arrive, points, label } = routed;
  const id = `arrow-${index}-${arrow.from}-${arrow.to}`;
  const [x, y] = points[0] ?? [0, 0];
  const last = points.at(-1) ?? [0, 0];
  const { width, height } = bounds(
    points.map(([px, py]) => ({ x: px, y: py, width: 0, height: 0 })),
  );
  const strokeColor = arrow.colour === undefined ? sceneInk : sceneColours[arrow.colour].stroke;
  const element: ElementFields = {
    id,
    type: 'arrow',
    x,
    y,
    width: round(width),
    height: round(height),
    strokeColor,
    strokeStyle: arrow.style,
    strokeWidth: 1.5,
    points: points.map(([px, py]) => [round(px - x), round(py - y)]),
    lastCommittedPoint: null,
    startBinding: bindingOf(from, leave, [x, y]),
    endBinding: bindingOf(to, arrive, last),
    startArrowhead: arrow.heads === 'both' ? 'arrow' : null,
    endArrowhead: arrow.heads === 'none' ? null : 'arrow',
    elbowed: true,
    fixedSegments: null,
    startIsSpecial: null,
    endIsSpecial: null,
  };
  if (label === undefined) return [element];
  const text = textFields(`${id}-label`, label.block, label.rect.x, label.rect.y, 'center', id);
  return [element, { ...text, strokeColor }];
}

function bindingOf(placed: PlacedBox, side: Side, [x, y]: Point): Binding {
  const { elementId, rect } = boundElement(placed, side);
  return {
    elementId,
    focus: 0,
    gap: 5,
    fixedPoint: [part((x - rect.x) / rect.width), part((y - rect.y) / rect.height)],
  };
}

/** Excalidraw shifts a part of exactly a half by a trifle, so that its side is never in doubt. */
function part(value: number): number {
  return Math.abs(value - 0.5) < 0.0001 ? 0.5001 : Math.round(value * 1e4) / 1e4;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** The element that an arrow's end is bound to, and where it stands. */
function boundElement({ box, rect }: PlacedBox, side: Side): { elementId: string; rect: Rect } {
  if (box.shape !== 'store') return { elementId: bodyId(box.id), rect };
  const cap = { ...rect, height: 2 * lid };
  switch (side) {
    case 'top':
      return { elementId: lidId(box.id), rect: cap };
    case 'bottom':
      return { elementId: footId(box.id), rect: { ...cap, y: rect.y + rect.height - 2 * lid } };
    default:
      return {
        elementId: bodyId(box.id),
        rect: { ...rect, y: rect.y + lid, height: rect.height - 2 * lid },
      };
  }
}
