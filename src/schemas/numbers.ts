import { z } from 'zod';
import { inputSchema, modelSchema, quantityId } from './model.ts';
import { slug } from './problem.ts';

const heading = {
  id: slug,
  title: z.string().min(3),
  /** One or two sentences below the heading. */
  note: z.string().min(10),
};

/** Quantities shown together. */
const groupSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('list'),
    ...heading,
    quantities: z.array(quantityId).min(1),
  }),
  z
    .strictObject({
      kind: z.literal('table'),
      ...heading,
      /** Heading of the first column. */
      corner: z.string().min(3),
      columns: z.array(z.string().min(1)).min(1),
      /** Each row is led by one quantity and has one for each column. */
      rows: z.array(z.strictObject({ head: quantityId, quantities: z.array(quantityId) })).min(1),
    })
    .refine(({ columns, rows }) => rows.every((row) => row.quantities.length === columns.length), {
      path: ['rows'],
      error: 'expected one quantity for each column in every row',
    }),
]);

/** `content/reference/numbers.yaml`: a model whose inputs all have a source, and how it is laid out. */
export const numbersSchema = modelSchema.extend({
  inputs: z.record(quantityId, inputSchema.extend({ source: inputSchema.shape.source.unwrap() })),
  groups: z.array(groupSchema).min(1),
});

export type Numbers = z.infer<typeof numbersSchema>;
export type NumberGroup = z.infer<typeof groupSchema>;
