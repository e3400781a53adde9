import { bounds, centre, inflate, type Point, type Rect, rotate } from './geometry.ts';
import { hash } from './hash.ts';
import { frameMarkup, nameHeight } from './render/frame.ts';
import { freedrawMarkup } from './render/freedraw.ts';
import { imageMarkup } from './render/image.ts';
import { linearBounds, linearMarkup } from './render/linear.ts';
import { token } from './render/paint.ts';
import { shapeMarkup } from './render/shape.ts';
import { usualStroke } from './render/strokePaths.ts';
import { svgTag } from './render/svg.ts';
import { handFont, textMarkup } from './render/text.ts';
import type { Scene, SceneElement, TextElement } from './scene.ts';
import { escapeText } from '../../markup.ts';

/** What a drawing is called, for those who can't see it. */
export interface SceneNames {
  /** Its accessible name. */
  title: string;
  /** Its accessible description; default: the one that the skeleton gave, else none. */
  description?: string | undefined;
  /** Tells the ids of the same drawing apart where it stands on a page more than once; default 0. */
  repeat?: number;
}

/** Free pixels around the drawing. */
const margin = 14;

/** Pixels on the page for one on the board: body text beside it is 16 px, labels are 20 on the board. */
const scale = 0.85;

/** A scene as it stands on a page. */
export interface RenderedScene {
  /** Markup of one `<svg>`. */
  svg: string;
  /** In pixels of the page. */
  width: number;
  height: number;
}

/**
 * Draws a scene as SVG markup: hand-drawn lines, text as text, colours as the theme's variables (so one
 * drawing fits both themes), no style attribute, no script. The same scene always gives the same text.
 */
export function renderScene(scene: Scene, names: SceneNames): RenderedScene {
  const elements = inDrawingOrder(scene.elements.filter(({ isDeleted }) => !isDeleted));
  const area = inflate(bounds(elements.map(elementBounds)), margin);
  const [width, height] = [Math.ceil(area.width), Math.ceil(area.height)];
  const origin: Point = [-Math.round(area.x), -Math.round(area.y)];
  const description = names.description ?? skeletonNames(scene).description;
  const repeat = names.repeat ? `r${names.repeat}` : '';
  const id = `wb-${hash(JSON.stringify([scene.elements, names.title])).toString(36)}${repeat}`;
  const size = { width: Math.round(width * scale), height: Math.round(height * scale) };

  const drawn = elements.map((element) => elementMarkup(element, elements, scene, origin, id));
  const svg = svgTag(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'dg-whiteboard',
      viewBox: `0 0 ${width} ${height}`,
      ...size,
      role: 'img',
      'aria-labelledby': `${id}-t`,
      'aria-describedby': description ? `${id}-d` : undefined,
      'font-family': handFont,
      fill: 'none',
      'stroke-width': usualStroke,
      'stroke-linecap': 'round',
    },
    `<title id="${id}-t">${escapeText(names.title)}</title>` +
      (description ? `<desc id="${id}-d">${escapeText(description)}</desc>` : '') +
      clipPaths(elements, origin, id) +
      drawn.join(''),
  );
  return { svg, ...size };
}

/** Title and description that a skeleton left in its scene. */
export function skeletonNames(scene: Scene): {
  title?: string | undefined;
  description?: string | undefined;
} {
  const data = scene.elements.find(({ customData }) => customData?.title)?.customData;
  return { title: data?.title, description: data?.description?.trim() };
}

/** As in Excalidraw: a text that belongs to a box or arrow is drawn right after it. */
function inDrawingOrder(elements: readonly SceneElement[]): SceneElement[] {
  const ids = new Set(elements.map(({ id }) => id));
  const bound = new Map<string, TextElement[]>();
  const free: SceneElement[] = [];
  for (const element of elements) {
    if (element.type === 'text' && element.containerId && ids.has(element.containerId)) {
      bound.set(element.containerId, [...(bound.get(element.containerId) ?? []), element]);
    } else {
      free.push(element);
    }
  }
  return free.flatMap((element) => [element, ...(bound.get(element.id) ?? [])]);
}

function elementBounds(element: SceneElement): Rect {
  const hasPoints = 'points' in element;
  const upright = hasPoints ? linearBounds(element) : { ...element };
  if (element.type === 'frame') {
    return { ...upright, y: element.y - nameHeight, height: element.height + nameHeight };
  }
  if (element.angle === 0) return upright;
  const middle = centre(hasPoints ? linearBounds(element) : element);
  const { x, y, width, height } = upright;
  const corners: Point[] = [
    [x, y],
    [x + width, y],
    [x, y + height],
    [x + width, y + height],
  ];
  return bounds(
    corners
      .map((corner) => rotate(corner, middle, element.angle))
      .map(([cornerX, cornerY]) => ({ x: cornerX, y: cornerY, width: 0, height: 0 })),
  );
}

function elementMarkup(
  element: SceneElement,
  elements: readonly SceneElement[],
  scene: Scene,
  origin: Point,
  id: string,
): string {
  const offset: Point = [element.x + origin[0], element.y + origin[1]];
  const plain = plainMarkup(element, elements, scene, offset);
  const frame = elements.findIndex(({ id: frameId }) => frameId === element.frameId);
  const clip = element.frameId && frame >= 0 ? `url(#${id}-${frame})` : undefined;
  const turn = rotation(element, origin);
  const opacity = element.opacity < 100 ? element.opacity / 100 : undefined;
  const turned =
    turn === undefined && opacity === undefined
      ? plain
      : svgTag('g', { transform: turn, opacity: opacity?.toFixed(2) }, plain);
  return clip === undefined || plain === '' ? turned : svgTag('g', { 'clip-path': clip }, turned);
}

function plainMarkup(
  element: SceneElement,
  elements: readonly SceneElement[],
  { files }: Scene,
  offset: Point,
): string {
  switch (element.type) {
    case 'rectangle':
    case 'ellipse':
    case 'diamond':
      return shapeMarkup(element, offset);
    case 'line':
    case 'arrow':
      return linearMarkup(element, offset);
    case 'text':
      return labelGap(element, elements, offset) + textMarkup(element, offset);
    case 'freedraw':
      return freedrawMarkup(element, offset);
    case 'image':
      return imageMarkup(element, files, offset);
    case 'frame':
    case 'magicframe':
      return frameMarkup(element, offset);
  }
}

/** An arrow's label interrupts the arrow: a piece of paper lies between them. */
function labelGap(text: TextElement, elements: readonly SceneElement[], [x, y]: Point): string {
  const container = elements.find(({ id }) => id === text.containerId);
  if (container?.type !== 'arrow') return '';
  const { width, height } = text;
  return svgTag('rect', { fill: token('paper'), x: x - 4, y, width: width + 8, height });
}

function rotation(element: SceneElement, origin: Point): string | undefined {
  if (element.angle === 0) return undefined;
  const area = 'points' in element ? linearBounds(element) : element;
  const [cx, cy] = centre(area);
  const degrees = Math.round((element.angle * 1800) / Math.PI) / 10;
  return `rotate(${degrees} ${Math.round(cx + origin[0])} ${Math.round(cy + origin[1])})`;
}

/** What a frame holds is cut off at its border. */
function clipPaths(elements: readonly SceneElement[], origin: Point, id: string): string {
  return elements
    .map((frame, index) => {
      const used = elements.some(({ frameId }) => frameId === frame.id);
      if (!used || (frame.type !== 'frame' && frame.type !== 'magicframe')) return '';
      const { x, y, width, height } = frame;
      const rect = { x: x + origin[0], y: y + origin[1], width, height, rx: 8 };
      return svgTag('clipPath', { id: `${id}-${index}` }, svgTag('rect', rect));
    })
    .join('');
}
