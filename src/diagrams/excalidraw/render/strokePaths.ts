import type { Op } from 'roughjs/bin/core';
import type { Point } from '../geometry.ts';
import type { SceneElement } from '../scene.ts';
import { hachurePaint, isTransparent, paint } from './paint.ts';
import { pathData } from './path.ts';
import { dashes, lineWidth, type Strokes } from './rough.ts';
import { svgTag } from './svg.ts';

/** The stroke width that the whole drawing has unless a path says otherwise. */
export const usualStroke = 2;

/** The outline of an element as a path. */
export function outlinePath(element: SceneElement, ops: readonly Op[], offset: Point): string {
  if (isTransparent(element.strokeColor) || ops.length === 0) return '';
  const width = lineWidth(element);
  return svgTag('path', {
    stroke: paint(element.strokeColor),
    'stroke-width': width === usualStroke ? undefined : width,
    'stroke-dasharray': dashes(element),
    d: pathData(ops, offset),
  });
}

/** A rough fill: an area, or the lines of a hachure. */
export function fillPath(element: SceneElement, fill: Strokes['fill'], offset: Point): string {
  if (fill === undefined || isTransparent(element.backgroundColor)) return '';
  const d = pathData(fill.ops, offset);
  if (fill.kind === 'area') {
    return svgTag('path', { fill: paint(element.backgroundColor), 'fill-rule': 'evenodd', d });
  }
  return svgTag('path', {
    ...hachurePaint(element.backgroundColor),
    'stroke-width': element.strokeWidth / 2,
    d,
  });
}
