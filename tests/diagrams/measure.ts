/** A box in the units of the measured SVG's viewBox. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A text and where it stands. */
export interface MeasuredText {
  text: string;
  box: Box;
  /** Index of the node that it labels; -1 for none. */
  node: number;
  /** Whether the build may move it on purpose. */
  moved: boolean;
}

/** What a browser says of one SVG. */
export interface Measured {
  /** Tag and classes of every drawn element, in order. */
  structure: string[];
  texts: MeasuredText[];
  /** Shape boxes of nodes, actors, notes and tasks, in order. */
  nodes: Box[];
  width: number;
  height: number;
}

/** Runs in the page; must not refer to anything outside itself. */
export function measure(selector: string): Measured {
  const svg = document.querySelector<SVGSVGElement>(`${selector} svg`);
  if (!svg) throw new Error(`No SVG in ${selector}`);
  const origin = svg.getScreenCTM()?.inverse() ?? new DOMMatrix();
  const boxOf = (element: SVGGraphicsElement): Box => {
    const { x, y, width, height } = element.getBBox();
    const matrix = origin.multiply(element.getScreenCTM() ?? new DOMMatrix());
    const corners = [
      new DOMPoint(x, y),
      new DOMPoint(x + width, y),
      new DOMPoint(x, y + height),
      new DOMPoint(x + width, y + height),
    ].map((point) => point.matrixTransform(matrix));
    const left = Math.min(...corners.map((point) => point.x));
    const top = Math.min(...corners.map((point) => point.y));
    return {
      x: left,
      y: top,
      width: Math.max(...corners.map((point) => point.x)) - left,
      height: Math.max(...corners.map((point) => point.y)) - top,
    };
  };
  const shapes = [
    ...svg.querySelectorAll<SVGGraphicsElement>(
      'g.node > :is(.label-container, .basic, .outer-path, .node-bkg), rect.actor, rect.note',
    ),
  ];
  const texts = [...svg.querySelectorAll<SVGTextElement>('text')].filter(
    (text) => text.textContent?.trim() && !text.closest('foreignObject'),
  );
  return {
    structure: [...svg.querySelectorAll('*')]
      .filter((element) => !element.closest('defs, style, marker') && element.tagName !== 'style')
      .map((element) =>
        `${element.tagName}.${element.getAttribute('class') ?? ''}`
          // Measured widths and random commit ids.
          .replace(/width-[\d.]+|\b\d+-[\da-f]{7}\b/g, ''),
      ),
    texts: texts.map((text) => ({
      text: (text.textContent ?? '').replace(/\s+/g, ''),
      box: boxOf(text),
      node: shapes.findIndex(
        (shape) => shape.parentElement?.matches('g.node') && shape.parentElement.contains(text),
      ),
      moved:
        text.closest('.cluster-label, .edgeLabel, .mindmap-node, switch, [font-size="4ex"]') !==
        null,
    })),
    nodes: shapes.map(boxOf),
    width: svg.viewBox.baseVal.width,
    height: svg.viewBox.baseVal.height,
  };
}

/** Pairs of texts whose boxes overlap by more than a pixel both ways, as `a | b`. */
export function overlaps(texts: readonly MeasuredText[]): Set<string> {
  const pairs = new Set<string>();
  for (const [at, a] of texts.entries()) {
    for (const b of texts.slice(at + 1)) {
      const across =
        Math.min(a.box.x + a.box.width, b.box.x + b.box.width) - Math.max(a.box.x, b.box.x);
      const down =
        Math.min(a.box.y + a.box.height, b.box.y + b.box.height) - Math.max(a.box.y, b.box.y);
      if (across > 1 && down > 1) pairs.add([a.text, b.text].sort().join(' | '));
    }
  }
  return pairs;
}
