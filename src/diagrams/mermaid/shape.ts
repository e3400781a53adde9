import { type Box, boxAround, mapBox, unite } from './box.ts';
import { computed } from './cascade.ts';
import { parseTransform } from './matrix.ts';
import { flatten, parsePath } from './path.ts';
import { textBox } from './text.ts';

/** Containers that draw nothing themselves. */
const unseen = new Set([
  'defs',
  'marker',
  'symbol',
  'clippath',
  'mask',
  'pattern',
  'style',
  'title',
  'desc',
  'lineargradient',
  'radialgradient',
  'filter',
  'script',
  'metadata',
]);

/** What `getBBox()` says in a browser: the geometry's box in the element's own units, without strokes and markers. */
export function boundingBox(element: Element): Box | undefined {
  const number = (name: string): number => Number.parseFloat(element.getAttribute(name) ?? '') || 0;
  switch (element.tagName.toLowerCase()) {
    case 'text':
    case 'tspan':
      return textBox(element);
    case 'rect':
    case 'image':
    case 'foreignobject':
      return { x: number('x'), y: number('y'), width: number('width'), height: number('height') };
    case 'use':
      return { x: number('x'), y: number('y'), width: number('width'), height: number('height') };
    case 'circle':
      return around(number('cx'), number('cy'), number('r'), number('r'));
    case 'ellipse':
      return around(number('cx'), number('cy'), number('rx'), number('ry'));
    case 'line':
      return boxAround([
        { x: number('x1'), y: number('y1') },
        { x: number('x2'), y: number('y2') },
      ]);
    case 'polygon':
    case 'polyline':
      return boxAround(pointsOf(element));
    case 'path':
      return boxAround(flatten(parsePath(element.getAttribute('d') ?? '')).flat());
    default:
      return unite(
        [...element.children].flatMap((child) => {
          if (unseen.has(child.tagName.toLowerCase()) || computed(child, 'display') === 'none')
            return [];
          const box = boundingBox(child);
          return box ? [mapBox(parseTransform(child.getAttribute('transform')), box)] : [];
        }),
      );
  }
}

/** The points of a polygon or polyline. */
export function pointsOf(element: Element): { x: number; y: number }[] {
  const values =
    (element.getAttribute('points') ?? '').match(/-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?/gi) ?? [];
  return Array.from({ length: Math.floor(values.length / 2) }, (_, at) => ({
    x: Number(values[at * 2]),
    y: Number(values[at * 2 + 1]),
  }));
}

function around(x: number, y: number, rx: number, ry: number): Box {
  return { x: x - rx, y: y - ry, width: 2 * rx, height: 2 * ry };
}
