import { type Box, unite } from './box.ts';
import { computed, fontSize, fontWeight } from './cascade.ts';
import { lineMetrics, textWidth } from './font.ts';

/** A run of text as it stands on the page: one style, one baseline. */
export interface Run {
  /** The element whose style it has. */
  element: Element;
  text: string;
  /** Left end and baseline, in the units of the text element. */
  x: number;
  y: number;
  width: number;
  ascent: number;
  descent: number;
}

/** Runs that hang together: anchored as one at their start, middle or end. */
export interface Line {
  anchor: 'start' | 'middle' | 'end';
  runs: Run[];
}

/** Lays a `<text>` out: whitespace collapsed, `x`, `y`, `dx`, `dy` (also in em), anchors and baselines heeded. */
export function layoutLines(text: Element): Line[] {
  const chunks: Line[] = [];
  const pen = { x: 0, y: 0, space: true };
  visit(text, pen, chunks);
  trimEnd(chunks);
  for (const { anchor, runs } of chunks) {
    const width = runs.reduce((sum, run) => sum + run.width, 0);
    const shift = anchor === 'middle' ? width / 2 : anchor === 'end' ? width : 0;
    for (const run of runs) run.x -= shift;
  }
  return chunks.filter(({ runs }) => runs.length > 0);
}

function layoutText(text: Element): Run[] {
  return layoutLines(text).flatMap(({ runs }) => runs);
}

function visit(
  element: Element,
  pen: { x: number; y: number; space: boolean },
  chunks: Line[],
): void {
  const size = fontSize(element);
  const [x, y] = [lengthOf(element, 'x', size), lengthOf(element, 'y', size)];
  if (x !== undefined) pen.x = x;
  if (y !== undefined) pen.y = y;
  if (x !== undefined || y !== undefined || chunks.length === 0) {
    chunks.push({ anchor: anchorOf(element), runs: [] });
    if (x !== undefined) pen.space = true;
  }
  pen.x += lengthOf(element, 'dx', size) ?? 0;
  pen.y += lengthOf(element, 'dy', size) ?? 0;
  for (const child of element.childNodes) {
    if (child.nodeType === 3) add(element, child.nodeValue ?? '', size, pen, chunks);
    else if (isElement(child) && ['tspan', 'a'].includes(child.tagName.toLowerCase())) {
      visit(child, pen, chunks);
    }
  }
}

function add(
  element: Element,
  raw: string,
  size: number,
  pen: { x: number; y: number; space: boolean },
  chunks: Line[],
): void {
  let text = raw.replace(/[\t\n\r ]+/g, ' ');
  if (pen.space) text = text.replace(/^ /, '');
  if (text === '') return;
  pen.space = text.endsWith(' ');
  const width = textWidth(text, { size, weight: fontWeight(element) });
  const { ascent, descent } = lineMetrics(size);
  const y = pen.y + baselineShift(element, { ascent, descent, size });
  chunks.at(-1)?.runs.push({ element, text, x: pen.x, y, width, ascent, descent });
  pen.x += width;
}

function anchorOf(element: Element): Line['anchor'] {
  const value = computed(element, 'text-anchor');
  return value === 'middle' || value === 'end' ? value : 'start';
}

/** A space at the end of a line takes no room. */
function trimEnd(chunks: readonly Line[]): void {
  for (const { runs } of chunks) {
    const last = runs.at(-1);
    if (!last?.text.endsWith(' ')) continue;
    last.text = last.text.trimEnd();
    last.width = textWidth(last.text, {
      size: fontSize(last.element),
      weight: fontWeight(last.element),
    });
  }
}

/** How far down the alphabetic baseline lies of the line that was asked for. */
function baselineShift(
  element: Element,
  { ascent, descent, size }: { ascent: number; descent: number; size: number },
): number {
  const aligned = computed(element, 'alignment-baseline');
  const name = /^(auto|baseline)$/.test(aligned) ? computed(element, 'dominant-baseline') : aligned;
  switch (name) {
    case 'central':
      return (ascent - descent) / 2;
    case 'middle':
      return size * 0.273;
    case 'hanging':
      return ascent * 0.8;
    case 'text-before-edge':
    case 'before-edge':
    case 'text-top':
      return ascent;
    case 'text-after-edge':
    case 'after-edge':
    case 'text-bottom':
    case 'ideographic':
      return -descent;
    default:
      return 0;
  }
}

/** A length attribute in px; only the first of a list, which is all that mermaid writes. */
export function lengthOf(element: Element, name: string, size: number): number | undefined {
  const value = element.getAttribute(name);
  const number = Number.parseFloat(value ?? '');
  if (Number.isNaN(number)) return undefined;
  return value?.trim().endsWith('em') ? number * size : number;
}

/** The box around all runs; nothing for an empty text. */
export function textBox(text: Element): Box | undefined {
  return unite(layoutText(text).map(runBox));
}

/** The box of one run: its advance wide, its line high. */
export function runBox({ x, y, width, ascent, descent }: Run): Box {
  return { x, y: y - ascent, width, height: ascent + descent };
}

/** The advance of all text in an element, in px. */
export function textLength(element: Element): number {
  return layoutText(element).reduce((sum, { width }) => sum + width, 0);
}

function isElement(node: ChildNode): node is ChildNode & Element {
  return node.nodeType === 1;
}
