import { JSDOM } from 'jsdom';
import { type Box, mapBox } from './box.ts';
import { computed, fontSize, fontWeight, properties, steady } from './cascade.ts';
import { lineMetrics, textWidth } from './font.ts';
import { identity, multiply, parseTransform } from './matrix.ts';
import { flatten, parsePath, pathLength, pointAtLength } from './path.ts';
import { boundingBox } from './shape.ts';
import { textLength } from './text.ts';

/** The room that mermaid believes to have, in px: where it wraps C4 rows and how wide a Gantt chart is. */
export const room = 960;

/**
 * Puts a browser's globals where mermaid looks for them, with the measuring that jsdom lacks.
 * Only for a worker thread: the main thread must stay without a DOM.
 */
export function installBrowser(): Window & typeof globalThis {
  const { window } = new JSDOM('<!doctype html><body></body>');
  installMeasures(window);
  installStubs(window);
  const names = [
    'window',
    'document',
    'navigator',
    'Node',
    'Element',
    'HTMLElement',
    'SVGElement',
    'DOMParser',
    'XMLSerializer',
    'MutationObserver',
    'getComputedStyle',
    'requestAnimationFrame',
    'cancelAnimationFrame',
    'screen',
  ] as const;
  for (const name of names) {
    const value = name === 'window' ? window : window[name];
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
  return window;
}

function installMeasures(window: Window & typeof globalThis): void {
  method(window.SVGElement, 'getBBox', (element) => boundingBox(element) ?? nothing);
  method(window.SVGElement, 'getComputedTextLength', textLength);
  method(window.SVGElement, 'getTotalLength', (element) => pathLength(lines(element)));
  method(window.SVGElement, 'getPointAtLength', (element, distance) =>
    pointAtLength(lines(element), Number(distance)),
  );
  method(window.Element, 'getBoundingClientRect', (element) => {
    const { x, y, width, height } = clientBox(element);
    return { x, y, width, height, top: y, left: x, right: x + width, bottom: y + height };
  });
  getter(window.HTMLElement, 'offsetWidth', (element) =>
    element.querySelector('svg') || !element.textContent ? room : clientBox(element).width,
  );
  getter(window.Element, 'clientWidth', (element) => clientBox(element).width);
  getter(window.Element, 'clientHeight', (element) => clientBox(element).height);
}

function installStubs(window: Window & typeof globalThis): void {
  const style = (element: Element): Record<string, unknown> => ({
    ...Object.fromEntries(properties.map((name) => [camel(name), computed(element, name)])),
    fontSize: `${fontSize(element)}px`,
    getPropertyValue: (name: string) => (name === 'font-size' ? `${fontSize(element)}px` : '0px'),
  });
  Object.assign(window, {
    getComputedStyle: style,
    requestAnimationFrame: (callback: (time: number) => void) => setImmediate(() => callback(0)),
    cancelAnimationFrame: () => undefined,
    screen: { availWidth: room, availHeight: room, width: room, height: room },
  });
  Object.defineProperty(globalThis, 'CSSStyleSheet', { value: TextSheet, configurable: true });
  method(window.HTMLCanvasElement, 'getContext', () => ({
    font: '',
    measureText: (text: string) => ({ width: textWidth(text, { size: 16, weight: 400 }) }),
  }));
}

/** All that mermaid does with a style sheet is to put rules in and take them out as text. */
class TextSheet {
  readonly cssRules: { cssText: string; style: { setProperty(): void; length: 0 } }[] = [];

  insertRule(cssText: string, index = 0): number {
    this.cssRules.splice(index, 0, { cssText, style: { setProperty: () => undefined, length: 0 } });
    return index;
  }
}

const nothing: Box = { x: 0, y: 0, width: 0, height: 0 };

function lines(element: Element): ReturnType<typeof flatten> {
  return flatten(parsePath(element.getAttribute('d') ?? ''));
}

/** An element's box as seen from its outermost SVG; for HTML, the room its text takes in one line. */
function clientBox(element: Element): Box {
  const box = boundingBox(element);
  if (element.namespaceURI?.endsWith('/svg')) {
    let matrix = identity;
    for (let at: Element | null = element; at && at.tagName !== 'svg'; at = at.parentElement) {
      matrix = multiply(parseTransform(at.getAttribute('transform')), matrix);
    }
    return box ? mapBox(matrix, box) : nothing;
  }
  const size = fontSize(element);
  const { ascent, descent } = lineMetrics(size);
  const width = textWidth(element.textContent?.trim() ?? '', { size, weight: fontWeight(element) });
  return { x: 0, y: 0, width, height: ascent + descent };
}

function method(
  owner: { prototype: object },
  name: string,
  body: (element: Element, ...rest: unknown[]) => unknown,
): void {
  Object.defineProperty(owner.prototype, name, {
    configurable: true,
    value(this: Element, ...rest: unknown[]) {
      return steady(() => body(this, ...rest));
    },
  });
}

function getter(
  owner: { prototype: object },
  name: string,
  body: (element: Element) => unknown,
): void {
  Object.defineProperty(owner.prototype, name, {
    configurable: true,
    get(this: Element) {
      return steady(() => body(this));
    },
  });
}

function camel(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
