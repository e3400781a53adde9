import { z } from 'zod';

// Excalidraw publishes its file format as types and not as a schema. This is that format, version 2, as
// 0.18 writes it: packages/excalidraw/data/types.ts and packages/element/src/types.ts there. What is read
// from strangers goes through scene.ts, which forgives; what we hand out goes through this, which does not.

const finite = z.number();
const id = z.string().min(1);
const point = z.tuple([finite, finite]);
const colour = z.union([
  z.literal('transparent'),
  z.string().regex(/^#(?:[\da-f]{3}|[\da-f]{6})$/i),
]);

/** An order key: its first letter says how many digits its whole part has (`a` one, `b` two, …). */
const index = z
  .string()
  .regex(/^[a-z][\dA-Za-z]+$/)
  .refine(
    (key) => key.length - 1 >= key.charCodeAt(0) - 96,
    'expected as many digits as its letter says',
  )
  .refine((key) => key.length - 1 === key.charCodeAt(0) - 96 || !key.endsWith('0'), 'ends in 0');

const base = {
  id,
  x: finite,
  y: finite,
  width: finite.nonnegative(),
  height: finite.nonnegative(),
  angle: finite.min(0).max(2 * Math.PI),
  strokeColor: colour,
  backgroundColor: colour,
  fillStyle: z.enum(['hachure', 'cross-hatch', 'solid', 'zigzag']),
  strokeWidth: finite.positive(),
  strokeStyle: z.enum(['solid', 'dashed', 'dotted']),
  roughness: z.union([z.literal(0), z.literal(1), z.literal(2)]),
  opacity: finite.min(0).max(100),
  groupIds: z.array(id),
  frameId: id.nullable(),
  index,
  roundness: z.strictObject({ type: z.literal([1, 2, 3]), value: finite.optional() }).nullable(),
  seed: z.int().nonnegative(),
  version: z.int().positive(),
  versionNonce: z.int().nonnegative(),
  isDeleted: z.boolean(),
  boundElements: z.array(z.strictObject({ id, type: z.enum(['arrow', 'text']) })).nullable(),
  updated: z.int().nonnegative(),
  link: z.string().nullable(),
  locked: z.boolean(),
  customData: z.record(z.string(), z.unknown()).optional(),
};

const arrowhead = z.enum([
  'arrow',
  'bar',
  'circle',
  'circle_outline',
  'triangle',
  'triangle_outline',
  'diamond',
  'diamond_outline',
  'crowfoot_one',
  'crowfoot_many',
  'crowfoot_one_or_many',
]);

/** An elbow arrow says where on the box it ends; all others only which way they point. */
const binding = { elementId: id, focus: finite.min(-1).max(1), gap: finite.nonnegative() };
const fixedBinding = z.strictObject({ ...binding, fixedPoint: point });

const linear = {
  ...base,
  points: z
    .array(point)
    .min(2)
    .refine(([first]) => first?.every((part) => part === 0), 'begins elsewhere than at 0, 0'),
  lastCommittedPoint: point.nullable(),
  startArrowhead: arrowhead.nullable(),
  endArrowhead: arrowhead.nullable(),
};

const elements = z.union([
  z.strictObject({ ...base, type: z.enum(['rectangle', 'ellipse', 'diamond']) }),
  z.strictObject({
    ...base,
    type: z.literal('text'),
    fontSize: finite.positive(),
    fontFamily: z.literal([1, 2, 3, 5, 6, 7, 8, 9]),
    text: z.string().min(1),
    textAlign: z.enum(['left', 'center', 'right']),
    verticalAlign: z.enum(['top', 'middle', 'bottom']),
    containerId: id.nullable(),
    originalText: z.string().min(1),
    autoResize: z.boolean(),
    lineHeight: finite.positive(),
  }),
  z.strictObject({
    ...linear,
    type: z.literal('line'),
    startBinding: z.null(),
    endBinding: z.null(),
  }),
  z.strictObject({
    ...linear,
    type: z.literal('arrow'),
    elbowed: z.literal(false),
    startBinding: z.strictObject(binding).nullable(),
    endBinding: z.strictObject(binding).nullable(),
  }),
  z.strictObject({
    ...linear,
    type: z.literal('arrow'),
    elbowed: z.literal(true),
    startBinding: fixedBinding.nullable(),
    endBinding: fixedBinding.nullable(),
    fixedSegments: z
      .array(z.strictObject({ start: point, end: point, index: z.int().positive() }))
      .nullable(),
    startIsSpecial: z.boolean().nullable(),
    endIsSpecial: z.boolean().nullable(),
  }),
  z.strictObject({
    ...base,
    type: z.literal('freedraw'),
    points: z.array(point).min(1),
    pressures: z.array(finite.min(0).max(1)),
    simulatePressure: z.boolean(),
    lastCommittedPoint: point.nullable(),
  }),
  z.strictObject({
    ...base,
    type: z.literal('image'),
    fileId: id,
    status: z.enum(['pending', 'saved', 'error']),
    scale: z.tuple([z.literal([1, -1]), z.literal([1, -1])]),
    crop: z
      .strictObject({
        x: finite,
        y: finite,
        width: finite.positive(),
        height: finite.positive(),
        naturalWidth: finite.positive(),
        naturalHeight: finite.positive(),
      })
      .nullable(),
  }),
  z.strictObject({ ...base, type: z.enum(['frame', 'magicframe']), name: z.string().nullable() }),
]);

/** A whiteboard as Excalidraw 0.18 saves it, of the elements that this site can draw. */
export const whiteboardFormat = z
  .strictObject({
    type: z.literal('excalidraw'),
    version: z.literal(2),
    source: z.url(),
    elements: z.array(elements).min(1),
    appState: z.strictObject({
      gridSize: z.int().positive().nullable(),
      gridStep: z.int().positive().optional(),
      gridModeEnabled: z.boolean().optional(),
      viewBackgroundColor: colour,
      lockedMultiSelections: z.record(z.string(), z.literal(true)).optional(),
    }),
    files: z.record(
      id,
      z.strictObject({
        mimeType: z.string().startsWith('image/'),
        id,
        dataURL: z.string().startsWith('data:image/'),
        created: z.int(),
        lastRetrieved: z.int().optional(),
        version: z.int().optional(),
      }),
    ),
  })
  .superRefine(({ elements: all, files }, context) => {
    const broken = findBrokenReferences(all, new Set(Object.keys(files)));
    for (const message of broken) context.addIssue({ code: 'custom', message });
  });

type FormatElement = z.infer<typeof elements>;

/** What no field alone can tell: ids, order, and bonds that both sides know of. */
function findBrokenReferences(all: readonly FormatElement[], files: ReadonlySet<string>): string[] {
  const byId = new Map(all.map((element) => [element.id, element]));
  const broken: string[] = [];
  if (byId.size < all.length) broken.push('an id stands twice');
  for (const [place, element] of all.entries()) {
    const before = all[place - 1];
    if (before !== undefined && before.index >= element.index) {
      broken.push(`${element.id} is not behind ${before.id}`);
    }
    if (element.type === 'image' && !files.has(element.fileId)) {
      broken.push(`${element.id} shows a file that is not there`);
    }
    if (element.frameId !== null && !byId.get(element.frameId)?.type.endsWith('frame')) {
      broken.push(`${element.id} stands in a frame that is not there`);
    }
    for (const { id: other, type } of element.boundElements ?? []) {
      const bound = byId.get(other);
      if (bound?.type !== type || !bondsOf(bound).includes(element.id)) {
        broken.push(`${element.id} names ${other}, which is not bound to it`);
      }
    }
    for (const other of bondsOf(element)) {
      const names = byId.get(other)?.boundElements ?? [];
      if (!names.some(({ id: name }) => name === element.id)) {
        broken.push(`${element.id} is bound to ${other}, which does not name it`);
      }
    }
  }
  return broken;
}

/** Elements that an element is bound to: the ends of an arrow, the container of a text. */
function bondsOf(element: FormatElement): string[] {
  if (element.type === 'text') return element.containerId === null ? [] : [element.containerId];
  if (element.type !== 'arrow') return [];
  return [element.startBinding, element.endBinding].flatMap((end) => end?.elementId ?? []);
}
