import { hash, seedOf } from '../hash.ts';
import { sceneInk } from '../palette.ts';
import type { Point } from '../geometry.ts';

/** What binds an arrow's end to a box in Excalidraw 0.18 and later. */
export interface Binding {
  elementId: string;
  focus: number;
  gap: number;
  /** The end as parts of the box's width and height. */
  fixedPoint: Point;
}

/** Every field that Excalidraw writes for any element, in its order. */
export interface WholeElement {
  id: string;
  type: string;
  x: number;
  y: number;
  width: number;
  height: number;
  angle: number;
  strokeColor: string;
  backgroundColor: string;
  fillStyle: string;
  strokeWidth: number;
  strokeStyle: string;
  roughness: number;
  opacity: number;
  groupIds: string[];
  frameId: null;
  index: string;
  /** 2 proportional, 3 adaptive up to a radius in pixels. */
  roundness: { type: number; value?: number } | null;
  seed: number;
  version: number;
  versionNonce: number;
  isDeleted: boolean;
  boundElements: { id: string; type: 'arrow' | 'text' }[];
  updated: number;
  link: null;
  locked: boolean;
  /** The rest, by type. */
  [field: string]: unknown;
}

/** What must be said of an element; the rest has Excalidraw's defaults. */
export type ElementFields = Pick<WholeElement, 'id' | 'type' | 'x' | 'y' | 'width' | 'height'> &
  Partial<WholeElement>;

/** Completes an element. Seed and nonce follow from its id; `updated` is fixed, so that builds are alike. */
export function wholeElement(fields: ElementFields, place: number): WholeElement {
  const { id, type, x, y, width, height, ...rest } = fields;
  return {
    id,
    type,
    x,
    y,
    width,
    height,
    angle: 0,
    strokeColor: sceneInk,
    backgroundColor: 'transparent',
    fillStyle: 'solid',
    strokeWidth: 2,
    strokeStyle: 'solid',
    roughness: 1,
    opacity: 100,
    groupIds: [],
    frameId: null,
    index: fractionalIndex(place),
    roundness: null,
    seed: seedOf(id),
    version: 1,
    versionNonce: hash(`nonce ${id}`),
    isDeleted: false,
    boundElements: [],
    updated: 1,
    link: null,
    locked: false,
    ...rest,
  };
}

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Excalidraw's order key of the element at a place: `a0` … `az`, then `b00` … `bzz`. */
export function fractionalIndex(place: number): string {
  const digit = (value: number): string => digits.charAt(value % 62);
  if (place < 62) return `a${digit(place)}`;
  return `b${digit(Math.floor((place - 62) / 62))}${digit(place - 62)}`;
}
