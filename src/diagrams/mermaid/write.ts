import { mapPoint } from './box.ts';
import { finishColour } from './colours.ts';
import type { Drawing, Label, Leaf, Look, Marker, Shape } from './drawing.ts';
import { isTranslation, type Matrix, multiply } from './matrix.ts';
import { formatPath, movePath, parsePath } from './path.ts';
import { escapeAttribute, escapeText } from '../../markup.ts';

/** What goes around the leaves. */
export interface Frame {
  /** Begins every id; two drawings with one prefix must not stand on one page. */
  prefix: string;
  title: string;
  description: string;
}

/** A written drawing. */
export interface Written {
  svg: string;
  /** In px, as in `viewBox`. */
  width: number;
  height: number;
}

/** Room around the drawing, in px. */
const margin = 8;

/**
 * Writes a drawing as SVG: presentation attributes only (no `style`, so that a strict content
 * security policy lets it stand), colours as variables, one decimal.
 */
export function writeDrawing(drawing: Drawing, { prefix, title, description }: Frame): Written {
  const { x, y } = drawing.box;
  const width = Math.ceil(drawing.box.width + 2 * margin);
  const height = Math.ceil(drawing.box.height + 2 * margin);
  const place: Matrix = { a: 1, b: 0, c: 0, d: 1, e: margin - x, f: margin - y };
  const ids = markerIds(drawing, prefix);
  const size = commonSize(drawing.leaves);
  const context: Context = { size, ids };
  const body = writeLeaves(drawing.leaves, place, context);
  const defs = [...new Set(ids.values())]
    .map((id) => {
      const [name] = [...ids].find(([, other]) => other === id) ?? [];
      const marker = name === undefined ? undefined : drawing.markers.get(name);
      return marker ? writeMarker(marker, id) : '';
    })
    .join('');
  const labelled = description === '' ? `${prefix}-t` : `${prefix}-t ${prefix}-d`;
  const root = attributes({
    class: 'dg',
    viewBox: `0 0 ${width} ${height}`,
    width: String(width),
    height: String(height),
    role: 'img',
    'aria-labelledby': labelled,
    fill: finishColour(ink),
    'font-family': 'var(--dg-font)',
    'font-size': String(size),
    'text-anchor': 'middle',
    'text-rendering': 'geometricPrecision',
  });
  const words =
    `<title id="${prefix}-t">${escapeText(title)}</title>` +
    (description === '' ? '' : `<desc id="${prefix}-d">${escapeText(description)}</desc>`);
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg"${root}>${words}${defs && `<defs>${defs}</defs>`}${body}</svg>`,
    width,
    height,
  };
}

const ink = '#000';

interface Context {
  /** The font size that the root sets. */
  size: number;
  /** Marker ids, old to new. */
  ids: ReadonlyMap<string, string>;
}

/** The new id of each marker in use; markers that look alike share one. */
function markerIds(drawing: Drawing, prefix: string): Map<string, string> {
  const ids = new Map<string, string>();
  const byContent = new Map<string, string>();
  for (const leaf of everyLeaf(drawing.leaves)) {
    if (leaf.kind !== 'shape') continue;
    for (const side of ['marker-start', 'marker-mid', 'marker-end']) {
      const name = markerName(leaf.look[side]);
      const marker = drawing.markers.get(name);
      if (!marker || ids.has(name)) continue;
      const content = writeMarker(marker, '');
      const id = byContent.get(content) ?? `${prefix}-${byContent.size + 1}`;
      byContent.set(content, id);
      ids.set(name, id);
    }
  }
  return ids;
}

function markerName(reference: string | undefined): string {
  return /#([^)"']+)/.exec(reference ?? '')?.[1] ?? '';
}

function everyLeaf(leaves: readonly Leaf[]): Leaf[] {
  return leaves.flatMap((leaf) => (leaf.kind === 'link' ? everyLeaf(leaf.leaves) : [leaf]));
}

function commonSize(leaves: readonly Leaf[]): number {
  const counts = new Map<number, number>();
  for (const leaf of everyLeaf(leaves)) {
    if (leaf.kind !== 'label') continue;
    const size = Number(leaf.look['font-size']);
    counts.set(size, (counts.get(size) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 14;
}

function writeMarker({ attributes: own, leaves }: Marker, id: string): string {
  const still: Matrix = { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 };
  const body = writeLeaves(leaves, still, { size: 14, ids: new Map() });
  return `<marker${attributes({ id, ...own })}>${body}</marker>`;
}

function writeLeaves(leaves: readonly Leaf[], place: Matrix, context: Context): string {
  return leaves.map((leaf) => writeLeaf(leaf, place, context)).join('');
}

function writeLeaf(leaf: Leaf, place: Matrix, context: Context): string {
  switch (leaf.kind) {
    case 'shape':
      return writeShape(leaf, place, context);
    case 'label':
      return writeLabel(leaf, place, context);
    default:
      return `<a${attributes({ href: leaf.href })}>${writeLeaves(leaf.leaves, place, context)}</a>`;
  }
}

function writeShape(
  { tag, geometry, look, matrix }: Shape,
  place: Matrix,
  { ids }: Context,
): string {
  const whole = multiply(place, matrix);
  const moved = isTranslation(whole);
  const by = moved ? { x: whole.e, y: whole.f } : { x: 0, y: 0 };
  const shape = attributes({
    ...moveGeometry(tag, geometry, by),
    ...writeLook(look, ids),
    ...(moved ? {} : { transform: formatMatrix(whole) }),
  });
  return `<${tag}${shape}/>`;
}

/** Geometry attributes moved and rounded. */
function moveGeometry(
  tag: string,
  geometry: Readonly<Record<string, string>>,
  by: { x: number; y: number },
): Record<string, string> {
  const moved: Record<string, string> = {};
  if (tag === 'path') return { d: formatPath(movePath(parsePath(geometry.d ?? ''), by)) };
  if (tag === 'polygon' || tag === 'polyline') {
    const values = (geometry.points ?? '').match(/-?[\d.]+(?:e-?\d+)?/gi) ?? [];
    const points = values.map((value, at) => round(Number(value) + (at % 2 === 0 ? by.x : by.y)));
    return { points: points.join(' ') };
  }
  const needed =
    tag === 'rect'
      ? { x: '0', y: '0' }
      : tag === 'line'
        ? { x1: '0', y1: '0', x2: '0', y2: '0' }
        : { cx: '0', cy: '0' };
  for (const [name, value] of Object.entries({ ...needed, ...geometry })) {
    const number = Number.parseFloat(value) || 0;
    if (/^(x|x1|x2|cx)$/.test(name)) moved[name] = round(number + by.x);
    else if (/^(y|y1|y2|cy)$/.test(name)) moved[name] = round(number + by.y);
    else if (number !== 0 || !name.startsWith('r')) moved[name] = round(number);
  }
  if (moved.ry === moved.rx && tag === 'rect') delete moved.ry;
  return moved;
}

function writeLabel({ lines, look, matrix }: Label, place: Matrix, context: Context): string {
  const whole = multiply(place, matrix);
  const moved = isTranslation(whole);
  const placed = lines.map((line) => ({
    ...line,
    ...(moved ? mapPoint(whole, line) : { x: line.x, y: line.y }),
  }));
  const transform = moved ? {} : { transform: formatMatrix(whole) };
  const [first, ...others] = placed;
  if (!first) return '';
  const text = { ...writeTextLook(look, { size: context.size, fill: ink }), ...transform };
  const anchor = (line: { anchor: string }): Record<string, string> =>
    line.anchor === 'middle' ? {} : { 'text-anchor': line.anchor };
  const spans = (line: (typeof placed)[number]): string =>
    line.spans.map((span) => writeSpan(span, look)).join('');
  if (others.length === 0) {
    const place = { x: round(first.x), y: round(first.y), ...anchor(first) };
    return `<text${attributes({ ...place, ...text })}>${spans(first)}</text>`;
  }
  const inner = placed.map((line) => {
    const place = { x: round(line.x), y: round(line.y) };
    return `<tspan${attributes(place)}>${spans(line)}</tspan>`;
  });
  return `<text${attributes({ ...anchor(first), ...text })}>${inner.join(' ')}</text>`;
}

function writeSpan({ text, look }: { text: string; look: Look }, outer: Look): string {
  const own = Object.fromEntries(
    Object.entries({ 'font-weight': '400', 'font-style': 'normal', ...look }).filter(
      ([name, value]) =>
        value !==
        (outer[name] ??
          (name === 'font-weight' ? '400' : name === 'font-style' ? 'normal' : undefined)),
    ),
  );
  if (Object.keys(own).length === 0) return escapeText(text);
  return `<tspan${attributes(writeTextLook(own, { size: 0, fill: '' }))}>${escapeText(text)}</tspan>`;
}

function writeTextLook(look: Look, root: { size: number; fill: string }): Record<string, string> {
  const written: Record<string, string> = {};
  for (const [name, value] of Object.entries(look)) {
    if (name === 'fill') {
      const colour = finishColour(value);
      if (colour !== finishColour(root.fill)) written.fill = colour;
    } else if (name === 'stroke') {
      written.stroke = finishColour(value);
    } else if (name === 'font-size') {
      if (Number(value) !== root.size) written[name] = round(Number(value));
    } else written[name] = value;
  }
  return written;
}

function writeLook(look: Look, ids: ReadonlyMap<string, string>): Record<string, string> {
  const written: Record<string, string> = {};
  for (const [name, value] of Object.entries(look)) {
    if (name === 'fill' || name === 'stroke') written[name] = finishColour(value);
    else if (name.startsWith('marker')) {
      const id = ids.get(markerName(value));
      if (id) written[name] = `url(#${id})`;
    } else written[name] = value;
  }
  if (written.fill === finishColour(ink)) delete written.fill;
  return written;
}

function formatMatrix({ a, b, c, d, e, f }: Matrix): string {
  const parts = [a, b, c, d].map((value) => String(Math.round(value * 1e4) / 1e4));
  return `matrix(${[...parts, round(e), round(f)].join(' ')})`;
}

/** One decimal, no trailing zero. */
function round(value: number): string {
  return String(Math.round(value * 10) / 10 || 0);
}

function attributes(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`)
    .join('');
}
