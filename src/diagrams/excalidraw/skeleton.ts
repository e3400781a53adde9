import { z } from 'zod';
import { meanings } from '../theme.ts';

/** How a box is drawn. `store` is a cylinder, `queue` a row of slots, `note` a slip of paper. */
export const shapes = ['rectangle', 'ellipse', 'diamond', 'store', 'queue', 'note'] as const;

/** The sides of a box at which an arrow can leave or arrive. */
export const sides = ['top', 'right', 'bottom', 'left'] as const;

/** Boxes are named by arrows and frames. */
const boxId = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, 'expected an id: lower case letters, digits and hyphens');

function notText(input: unknown): string {
  return typeof input === 'number' ? `expected text; quote it: "${input}"` : 'expected text';
}

/** Text on the board; it is wrapped by itself, and a line break in the YAML is kept. */
const shortText = z
  .string({ error: ({ input }) => notText(input) })
  .trim()
  .min(1)
  .max(120, 'expected at most 120 characters; put the rest in the prose');

/** 1-based, from the top left; halves stand between two cells. */
const gridIndex = z
  .number()
  .min(1, 'columns and rows count from 1')
  .max(20)
  .multipleOf(0.5, 'expected a whole or half cell, such as 2 or 2.5');

/** `[column, row]`. */
const at = z.tuple([gridIndex, gridIndex]);

/** `[columns, rows]` that a box stretches over, from `at` to the right and down; default `[1, 1]`. */
const span = z.tuple([z.int().min(1).max(12), z.int().min(1).max(12)]);

const colour = z.enum(meanings);

/** One thing on the board. */
export const boxSchema = z.strictObject({
  id: boxId,
  /** What it is called; default: the id with a capital letter and spaces. */
  label: shortText.optional(),
  /** A second, smaller text below the label: a technology, a size, a rule. */
  detail: shortText.optional(),
  at,
  /** Default `rectangle`. */
  shape: z.enum(shapes).default('rectangle'),
  /** What kind of thing it is; default by shape: rectangle `service`, ellipse `client`, store `store`, queue `queue`, diamond and note `muted`. */
  colour: colour.optional(),
  span: span.optional(),
  /** `[width, height]` in pixels of the board, at the least; default: as the text needs. */
  size: z.tuple([z.number().min(40).max(1200), z.number().min(30).max(1200)]).optional(),
});

/** A line from one box to another. */
export const arrowSchema = z.strictObject({
  from: boxId,
  to: boxId,
  label: shortText.optional(),
  /** `dashed` for what happens later or asynchronously, `dotted` for what is rare; default `solid`. */
  style: z.enum(['solid', 'dashed', 'dotted']).default('solid'),
  /** Where arrowheads stand; default `end`. */
  heads: z.enum(['end', 'both', 'none']).default('end'),
  /** Default: the ink of the text. */
  colour: colour.optional(),
  /** The side of `from` that it leaves; default: the one that makes the plainest way. */
  leave: z.enum(sides).optional(),
  /** The side of `to` that it arrives at; default: the one that makes the plainest way. */
  arrive: z.enum(sides).optional(),
});

/** Writing without a box. */
export const textSchema = z.strictObject({
  text: z
    .string()
    .trim()
    .min(1)
    .max(300, 'expected at most 300 characters; put the rest in the prose'),
  at,
  span: span.optional(),
  /** Default `small`. */
  size: z.enum(['small', 'medium', 'large']).default('small'),
  /** Default `center`. */
  align: z.enum(['left', 'center', 'right']).default('center'),
  /** Default: the ink of the text. */
  colour: colour.optional(),
});

/** A dashed frame around boxes that belong together: a region, a trust boundary, a team. */
export const frameSchema = z.strictObject({
  label: shortText.max(40, 'expected at most 40 characters on one line'),
  /** Ids of the boxes inside; no other box may stand in the rectangle that they span. */
  around: z.array(boxId).min(1),
  /** Default `muted`. */
  colour: colour.default('muted'),
});

/** `<name>.whiteboard.yaml`: what a whiteboard shows; the scene is made from it. */
export const skeletonSchema = z.strictObject({
  /** The accessible name: what this is a drawing of. */
  title: z.string().trim().min(3).max(100),
  /** The drawing in one to four sentences, for those who can't see it. */
  description: z
    .string()
    .trim()
    .min(40, 'expected the drawing in a sentence or more (40 characters)'),
  boxes: z.array(boxSchema).min(1).max(40),
  arrows: z.array(arrowSchema).default([]),
  texts: z.array(textSchema).default([]),
  frames: z.array(frameSchema).default([]),
});

export type Skeleton = z.infer<typeof skeletonSchema>;
export type Box = z.infer<typeof boxSchema>;
export type Arrow = z.infer<typeof arrowSchema>;
export type FreeText = z.infer<typeof textSchema>;
export type Frame = z.infer<typeof frameSchema>;
export type Shape = (typeof shapes)[number];
export type Side = (typeof sides)[number];
