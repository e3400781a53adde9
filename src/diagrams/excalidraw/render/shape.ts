import type { Point } from '../geometry.ts';
import type { ShapeElement } from '../scene.ts';
import { isTransparent, paint } from './paint.ts';
import { pencil, roughOptions, strokesOf } from './rough.ts';
import { fillPath, outlinePath } from './strokePaths.ts';
import { number, svgTag } from './svg.ts';

/** A rectangle, ellipse or diamond: its fill, then its outline. */
export function shapeMarkup(element: ShapeElement, offset: Point): string {
  const filled = !isTransparent(element.backgroundColor);
  const sketched = filled && element.fillStyle !== 'solid';
  const options = {
    ...roughOptions(element, element.type !== 'ellipse' && Boolean(element.roundness)),
    ...(sketched && { fill: element.backgroundColor }),
  };
  const { outline, fill } = strokesOf(draw(element, options));
  return (
    (filled && !sketched ? solidFill(element, offset) : fillPath(element, fill, offset)) +
    outlinePath(element, outline, offset)
  );
}

function draw(
  element: ShapeElement,
  options: ReturnType<typeof roughOptions>,
): ReturnType<typeof pencil.path> {
  const { width, height } = element;
  if (element.type === 'ellipse') {
    return pencil.ellipse(width / 2, height / 2, width, height, options);
  }
  if (element.roundness) return pencil.path(outlineData(element), options);
  if (element.type === 'rectangle') return pencil.rectangle(0, 0, width, height, options);
  const [middleX, middleY] = diamondMiddle(element);
  return pencil.polygon(
    [
      [middleX, 0],
      [width, middleY],
      [middleX, height],
      [0, middleY],
    ],
    options,
  );
}

/** A solid fill follows the exact shape: a third of the size of a rough one, and nobody sees the difference. */
function solidFill(element: ShapeElement, [dx, dy]: Point): string {
  const fill = paint(element.backgroundColor);
  const { width, height } = element;
  if (element.type === 'ellipse') {
    const [rx, ry] = [width / 2, height / 2];
    return svgTag('ellipse', { fill, cx: dx + rx, cy: dy + ry, rx, ry });
  }
  if (element.type === 'rectangle') {
    const rx = element.roundness ? cornerRadius(Math.min(width, height), element) * 0.6 : undefined;
    return svgTag('rect', { fill, x: dx, y: dy, width, height, rx });
  }
  const [middleX, middleY] = diamondMiddle(element);
  const corners = [middleX, 0, width, middleY, middleX, height, 0, middleY];
  const points = corners.map((value, index) => number(value + (index % 2 === 0 ? dx : dy)));
  return svgTag('polygon', { fill, points: points.join(' ') });
}

/** Excalidraw's outline of a rounded rectangle or diamond. */
function outlineData(element: ShapeElement): string {
  const { width: w, height: h } = element;
  if (element.type === 'rectangle') {
    const r = cornerRadius(Math.min(w, h), element);
    return (
      `M ${r} 0 L ${w - r} 0 Q ${w} 0, ${w} ${r} L ${w} ${h - r} Q ${w} ${h}, ${w - r} ${h} ` +
      `L ${r} ${h} Q 0 ${h}, 0 ${h - r} L 0 ${r} Q 0 0, ${r} 0`
    );
  }
  const [x, y] = diamondMiddle(element);
  const rx = cornerRadius(x, element);
  const ry = cornerRadius(y, element);
  return (
    `M ${x + rx} ${ry} L ${w - rx} ${y - ry} C ${w} ${y}, ${w} ${y}, ${w - rx} ${y + ry} ` +
    `L ${x + rx} ${h - ry} C ${x} ${h}, ${x} ${h}, ${x - rx} ${h - ry} ` +
    `L ${rx} ${y + ry} C 0 ${y}, 0 ${y}, ${rx} ${y - ry} L ${x - rx} ${ry} C ${x} 0, ${x} 0, ${x + rx} ${ry}`
  );
}

/** Excalidraw rounds a diamond's middle so that its corners stand on pixels. */
function diamondMiddle({ width, height }: ShapeElement): Point {
  return [Math.floor(width / 2) + 1, Math.floor(height / 2) + 1];
}

/** Excalidraw's corner radius for the shorter side: a quarter of it, or fixed from a certain size on. */
export function cornerRadius(side: number, { roundness }: Pick<ShapeElement, 'roundness'>): number {
  if (!roundness) return 0;
  return roundness.type === 3 ? Math.min(side * 0.25, roundness.value ?? 32) : side * 0.25;
}
