import rough from 'roughjs';
import type { Op, Options } from 'roughjs/bin/core';
import type { SceneElement } from '../scene.ts';

/** Draws lines as by hand; each drawing takes its seed from its element, so it is always the same. */
export const pencil = rough.generator();

type Drawn = Pick<
  SceneElement,
  | 'width'
  | 'height'
  | 'type'
  | 'roughness'
  | 'roundness'
  | 'seed'
  | 'strokeStyle'
  | 'strokeWidth'
  | 'fillStyle'
  | 'backgroundColor'
>;

/** How roughjs draws an element, as Excalidraw asks it to. `continuous` keeps corners together. */
export function roughOptions(element: Drawn, continuous = false): Options {
  return {
    seed: Math.trunc(element.seed) || 1,
    roughness: calmed(element),
    preserveVertices: continuous || element.roughness < 2,
    disableMultiStroke: element.strokeStyle !== 'solid',
    strokeWidth: element.strokeWidth,
    fillStyle: element.fillStyle,
    fillWeight: element.strokeWidth / 2,
    hachureGap: element.strokeWidth * 4,
    ...(element.type === 'ellipse' && { curveFitting: 1 }),
  };
}

/** Small things are drawn more steadily. */
function calmed({ width, height, type, roughness, roundness }: Drawn): number {
  const long = Math.max(width, height);
  const short = Math.min(width, height);
  const linear = type === 'line' || type === 'arrow';
  const large =
    (short >= 20 && long >= 50) ||
    (short >= 15 && Boolean(roundness) && type !== 'ellipse') ||
    (linear && long >= 50);
  return large ? roughness : Math.min(roughness / (long < 10 ? 3 : 2), 2.5);
}

/** The operations of a drawing's outline and of its fill, where it has one. */
export interface Strokes {
  outline: readonly Op[];
  /** `lines` are strokes of a hachure, `area` is to be filled. */
  fill: { kind: 'lines' | 'area'; ops: readonly Op[] } | undefined;
}

/** Takes a roughjs drawing apart. */
export function strokesOf({ sets }: ReturnType<typeof pencil.path>): Strokes {
  const fill = sets.find(({ type }) => type !== 'path');
  return {
    outline: sets.filter(({ type }) => type === 'path').flatMap(({ ops }) => ops),
    fill: fill && { kind: fill.type === 'fillSketch' ? 'lines' : 'area', ops: fill.ops },
  };
}

/** Dashes of a stroke, as in Excalidraw; `undefined` for a solid one. */
export function dashes({ strokeStyle, strokeWidth }: Drawn): string | undefined {
  if (strokeStyle === 'dashed') return `8 ${8 + strokeWidth}`;
  return strokeStyle === 'dotted' ? `1.5 ${6 + strokeWidth}` : undefined;
}

/** Dashed and dotted lines are drawn once, not twice, and a little thicker for that. */
export function lineWidth({ strokeStyle, strokeWidth }: Drawn): number {
  return strokeStyle === 'solid' ? strokeWidth : strokeWidth + 0.5;
}
