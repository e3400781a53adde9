import { z } from 'zod';

// Excalidraw adds fields with every version, so these objects drop what they don't know instead of
// refusing it. What a drawing would lose by that, an unknown element type, is refused in readScene.ts.

const coordinates = z.tuple([z.number(), z.number()]);

/** What every element has; pixels, y down. Defaults are those of Excalidraw's own `restore`. */
const base = z.object({
  id: z.string().min(1),
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
  /** Radians, clockwise, around the middle. */
  angle: z.number().default(0),
  strokeColor: z.string().default('#1e1e1e'),
  backgroundColor: z.string().default('transparent'),
  fillStyle: z.enum(['solid', 'hachure', 'cross-hatch', 'zigzag']).default('solid'),
  strokeWidth: z.number().default(2),
  strokeStyle: z.enum(['solid', 'dashed', 'dotted']).default('solid'),
  /** 0 architect, 1 artist, 2 cartoonist. */
  roughness: z.number().default(1),
  /** Percent. */
  opacity: z.number().min(0).max(100).default(100),
  groupIds: z.array(z.string()).default([]),
  frameId: z.string().nullish(),
  /** 1 legacy, 2 proportional, 3 adaptive radius; null is sharp. */
  roundness: z.object({ type: z.int(), value: z.number().optional() }).nullish(),
  seed: z.number().default(1),
  isDeleted: z.boolean().default(false),
  boundElements: z.array(z.object({ id: z.string(), type: z.string() })).nullish(),
  /** What a skeleton leaves in its first element; anything else that stands here is no concern of ours. */
  customData: z
    .object({
      title: z.string().optional().catch(undefined),
      description: z.string().optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
});

const shape = <Type extends string>(type: Type) => base.extend({ type: z.literal(type) });

/** Arrowheads of Excalidraw 0.18, with `dot`, the old name of `circle`. */
export const arrowheads = [
  'arrow',
  'bar',
  'dot',
  'circle',
  'circle_outline',
  'triangle',
  'triangle_outline',
  'diamond',
  'diamond_outline',
  'crowfoot_one',
  'crowfoot_many',
  'crowfoot_one_or_many',
] as const;

const points = z.array(coordinates).min(1);

const binding = z.object({ elementId: z.string() }).nullish();

const line = base.extend({
  type: z.literal('line'),
  points,
  startArrowhead: z.enum(arrowheads).nullish(),
  endArrowhead: z.enum(arrowheads).nullish(),
});

const arrow = line.extend({
  type: z.literal('arrow'),
  /** Default `arrow`; null is none. */
  endArrowhead: z.enum(arrowheads).nullable().default('arrow'),
  elbowed: z.boolean().default(false),
  startBinding: binding,
  endBinding: binding,
});

const text = base.extend({
  type: z.literal('text'),
  text: z.string(),
  fontSize: z.number().positive(),
  /** 1 Virgil, 2 Helvetica, 3 Cascadia, 5 Excalifont, 6 Nunito, 7 Lilita, 8 Comic Shanns, 9 Liberation. */
  fontFamily: z.int().default(5),
  textAlign: z.enum(['left', 'center', 'right']).default('left'),
  lineHeight: z.number().positive().default(1.25),
  containerId: z.string().nullish(),
});

const freedraw = base.extend({
  type: z.literal('freedraw'),
  points,
  pressures: z.array(z.number()).default([]),
  simulatePressure: z.boolean().default(true),
});

const image = base.extend({
  type: z.literal('image'),
  fileId: z.string(),
  /** -1 mirrors. */
  scale: coordinates.default([1, 1]),
  /** The visible part, in pixels of the file. */
  crop: z
    .object({
      x: z.number(),
      y: z.number(),
      width: z.number(),
      height: z.number(),
      naturalWidth: z.number().positive(),
      naturalHeight: z.number().positive(),
    })
    .nullish(),
});

const frame = base.extend({
  type: z.enum(['frame', 'magicframe']),
  name: z.string().nullish(),
});

export const elementSchema = z.discriminatedUnion('type', [
  shape('rectangle'),
  shape('ellipse'),
  shape('diamond'),
  line,
  arrow,
  text,
  freedraw,
  image,
  frame,
]);

/** The element types that can be drawn; Excalidraw also has embeddable and iframe, which a page can't print. */
export const elementTypes: readonly string[] = [
  'rectangle',
  'ellipse',
  'diamond',
  'line',
  'arrow',
  'text',
  'freedraw',
  'image',
  'frame',
  'magicframe',
];

const file = z.object({
  mimeType: z.string(),
  dataURL: z
    .string()
    .regex(
      /^data:image\/(png|jpeg|gif|webp|avif|svg\+xml);base64,[\w+/=]+$/,
      'expected an image as a base64 data address',
    ),
});

/** A `.excalidraw` file, as far as it is drawn. */
export const sceneSchema = z.object({
  type: z.literal('excalidraw'),
  version: z.int(),
  elements: z.array(elementSchema),
  files: z.record(z.string(), file).default({}),
});

export type Scene = z.infer<typeof sceneSchema>;
export type SceneElement = z.infer<typeof elementSchema>;
export type TextElement = z.infer<typeof text>;
export type LinearElement = z.infer<typeof line> | z.infer<typeof arrow>;
export type FreedrawElement = z.infer<typeof freedraw>;
export type ImageElement = z.infer<typeof image>;
export type FrameElement = z.infer<typeof frame>;
export type ShapeElement = Extract<SceneElement, { type: 'rectangle' | 'ellipse' | 'diamond' }>;
export type Arrowhead = (typeof arrowheads)[number];
