import { type Box, mapBox, unite } from './box.ts';
import {
  declared,
  fontSize,
  fontWeight,
  initial,
  type Property,
  steady,
  uninherited,
} from './cascade.ts';
import type { Drawing, Label, LabelLine, Leaf, Look, Marker, Shape } from './drawing.ts';
import { matchGrounds } from './ground.ts';
import { identity, type Matrix, multiply, parseTransform } from './matrix.ts';
import { boundingBox } from './shape.ts';
import { layoutLines, runBox } from './text.ts';

type Style = Readonly<Partial<Record<Property, string>>>;

const shapes: Readonly<Record<string, readonly string[]>> = {
  rect: ['x', 'y', 'width', 'height', 'rx', 'ry'],
  circle: ['cx', 'cy', 'r'],
  ellipse: ['cx', 'cy', 'rx', 'ry'],
  line: ['x1', 'y1', 'x2', 'y2'],
  polyline: ['points'],
  polygon: ['points'],
  path: ['d'],
};

const containers = new Set(['svg', 'g', 'a', 'switch']);

const markerAttributes = [
  'viewBox',
  'refX',
  'refY',
  'markerWidth',
  'markerHeight',
  'markerUnits',
  'orient',
];

/** Reads mermaid's SVG, still in the document, into a flat list of leaves with their looks resolved. */
export function readDrawing(svg: Element): Drawing {
  return steady(() => readAll(svg));
}

function readAll(svg: Element): Drawing {
  const markers = new Map<string, Marker>();
  const style = styleOf(svg, initial);
  const leaves = matchGrounds(
    [...svg.children].flatMap((child) => readElement(child, style, identity)),
  );
  for (const marker of svg.querySelectorAll('marker')) {
    markers.set(marker.id, {
      attributes: attributesOf(marker, markerAttributes),
      leaves: [...marker.children].flatMap((child) =>
        readElement(child, styleOf(marker, style), identity),
      ),
    });
  }
  const box = unite(leaves.map((leaf) => leaf.box)) ?? { x: 0, y: 0, width: 0, height: 0 };
  return { leaves, markers, box };
}

function readElement(element: Element, inherited: Style, outer: Matrix): Leaf[] {
  const tag = element.tagName.toLowerCase();
  if (!containers.has(tag) && !(tag in shapes) && tag !== 'text') return [];
  const style = styleOf(element, inherited);
  if (style.display === 'none') return [];
  const matrix = multiply(outer, parseTransform(element.getAttribute('transform')));
  if (tag === 'text') return readLabel(element, style, matrix);
  if (tag in shapes) return readShape(element, tag, style, matrix);
  const inner = [...element.children].flatMap((child) => readElement(child, style, matrix));
  const href = element.getAttribute('href') ?? element.getAttribute('xlink:href') ?? '';
  const box = unite(inner.map((leaf) => leaf.box));
  return tag === 'a' && isSafe(href) && box ? [{ kind: 'link', href, leaves: inner, box }] : inner;
}

/** Links may lead to the web or into the site, never to a script. */
function isSafe(href: string): boolean {
  return /^(https?:|mailto:|[/#.?])/i.test(href);
}

/** An element's style with what it inherits; a group's opacity goes down to its leaves. */
function styleOf(element: Element, inherited: Style): Style {
  const own = Object.fromEntries(declared(element)) as Style;
  const opacity = (Number(inherited.opacity ?? 1) || 0) * Number(own.opacity ?? 1);
  const style: Partial<Record<Property, string>> = { ...inherited, ...uninherited };
  for (const [property, value] of Object.entries(own) as [Property, string][]) {
    if (value !== 'inherit') style[property] = value;
  }
  if (inherited['text-decoration'] && !own['text-decoration']) {
    style['text-decoration'] = inherited['text-decoration'];
  }
  style.opacity = String(opacity);
  return style;
}

function readShape(element: Element, tag: string, style: Style, matrix: Matrix): Shape[] {
  const box = boundingBox(element);
  const look = shapeLook(style);
  if (!box || !isVisible(look) || (box.width === 0 && box.height === 0)) return [];
  const half = look.stroke ? (Number.parseFloat(look['stroke-width'] ?? '') || 1) / 2 : 0;
  const painted = grow(box, half);
  return [
    {
      kind: 'shape',
      tag,
      geometry: attributesOf(element, shapes[tag] ?? []),
      look,
      matrix,
      box: mapBox(matrix, painted),
    },
  ];
}

function readLabel(text: Element, style: Style, matrix: Matrix): Label[] {
  const lines = layoutLines(text);
  const box = unite(lines.flatMap(({ runs }) => runs.map(runBox)));
  const look = textLook(text, style);
  if (!box || !look) return [];
  return [
    {
      kind: 'label',
      lines: lines.map(({ anchor, runs }): LabelLine => {
        const width = runs.reduce((sum, run) => sum + run.width, 0);
        const shift = anchor === 'middle' ? width / 2 : anchor === 'end' ? width : 0;
        const spans: { text: string; look: Look }[] = [];
        for (const run of runs) {
          const runLook = textLook(run.element, spanStyle(run.element, text, style)) ?? look;
          const last = spans.at(-1);
          if (last && JSON.stringify(last.look) === JSON.stringify(runLook)) last.text += run.text;
          else spans.push({ text: run.text, look: runLook });
        }
        return { x: (runs[0]?.x ?? 0) + shift, y: runs[0]?.y ?? 0, anchor, spans };
      }),
      look,
      matrix,
      box: mapBox(matrix, box),
    },
  ];
}

function spanStyle(span: Element, text: Element, style: Style): Style {
  if (span === text || !span.parentElement) return style;
  return styleOf(span, spanStyle(span.parentElement, text, style));
}

const shapeProperties: readonly Property[] = [
  'fill',
  'fill-opacity',
  'fill-rule',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'marker-start',
  'marker-mid',
  'marker-end',
];

function shapeLook(style: Style): Look {
  const look: Record<string, string> = {};
  for (const property of shapeProperties) {
    const value = normal(property, style[property] ?? '');
    const usual = property === 'opacity' ? '1' : normal(property, initial[property] ?? '');
    if (property === 'fill' || (value !== usual && value !== '')) look[property] = value;
  }
  if (style.visibility === 'hidden') return { fill: 'none' };
  if (isClear(look.fill) || Number(look['fill-opacity'] ?? 1) === 0) {
    look.fill = 'none';
    delete look['fill-opacity'];
    delete look['fill-rule'];
  }
  if (isClear(look.stroke) || Number.parseFloat(look['stroke-width'] ?? '1') === 0) {
    for (const name of Object.keys(look)) if (name.startsWith('stroke')) delete look[name];
  }
  return look;
}

function isClear(colour: string | undefined): boolean {
  return (
    !colour || colour === 'none' || colour === 'transparent' || /^rgba\(.*,\s*0\)$/.test(colour)
  );
}

function isVisible(look: Look): boolean {
  return (look.fill !== 'none' || look.stroke !== undefined) && Number(look.opacity ?? 1) > 0;
}

/** How a text looks, or nothing if it cannot be seen. */
function textLook(element: Element, style: Style): Look | undefined {
  const fill = style.fill ?? '';
  const opacity = String(Number(style.opacity ?? 1) * Number(style['fill-opacity'] ?? 1));
  if (style.visibility === 'hidden' || isClear(fill) || Number(opacity) === 0) return undefined;
  const look: Record<string, string> = { fill, 'font-size': String(fontSize(element)) };
  if (opacity !== '1') look.opacity = opacity;
  const weight = fontWeight(element);
  if (weight !== 400) look['font-weight'] = String(weight);
  if (style['font-style'] === 'italic') look['font-style'] = 'italic';
  if (style['paint-order'] === 'stroke' && !isClear(style.stroke)) {
    look['paint-order'] = 'stroke';
    look.stroke = style.stroke ?? '';
    look['stroke-width'] = normal('stroke-width', style['stroke-width'] ?? '1');
    look['stroke-linejoin'] = 'round';
  }
  const decoration = style['text-decoration'];
  if (decoration && decoration !== 'none') look['text-decoration'] = decoration;
  return look;
}

/** One spelling for one value: no `px`, no dash pattern that is solid. */
function normal(property: Property, value: string): string {
  if (property === 'stroke-dasharray') {
    const dashes = value
      .replace(/px/g, '')
      .split(/[\s,]+/)
      .filter(Boolean);
    return dashes.every((dash, at) =>
      at % 2 === 0
        ? dashes.length > 1 || Number(dash) === 0 || dash === 'none'
        : Number(dash) === 0,
    )
      ? 'none'
      : dashes.join(' ');
  }
  return property === 'stroke-width' ? value.replace(/px$/, '') : value;
}

function attributesOf(element: Element, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = element.getAttribute(name);
      return value === null ? [] : [[name, value]];
    }),
  );
}

/** A box with room on every side. */
function grow({ x, y, width, height }: Box, by: number): Box {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}
