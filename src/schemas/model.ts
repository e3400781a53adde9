import { z } from 'zod';

/** Ids are read as symbols in formulas and in `{{placeholders}}`. */
export const quantityId = z
  .string()
  .regex(/^[a-z][a-z0-9_]*$/, 'expected a quantity id: lower case letters, digits and underscores');

/** A unit expression over known units, for example `read/user/day`, `byte`, `dollar/month`, `percent`. */
const unitExpression = z.string().min(1, 'expected a unit, or `one` for a pure number');

/** A number as YAML 1.2 reads it. */
const figure = z.number({
  error: ({ input }) =>
    typeof input === 'string' && /^[-+]?\d[\d.]*_[\d_.]*$/.test(input)
      ? `expected a number without underscores, not the text \`${input}\``
      : undefined,
});

/** Where a figure comes from, so that it can be checked again. */
const source = z.strictObject({
  /** Who published it and where, as one would cite it. */
  title: z.string().min(3),
  /** Address of the source; shown, never fetched. */
  url: z.url().optional(),
  /** When it was true: a year, month or day. */
  date: z.preprocess(
    // YAML reads a bare year as a number.
    (value) => (typeof value === 'number' ? String(value) : value),
    z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'expected YYYY, YYYY-MM or YYYY-MM-DD'),
  ),
});

/** A figure that somebody chose: an assumption, a target or a product's limit. */
export const inputSchema = z.strictObject({
  /** How the figure is called in a sentence or a table: `daily active users`. */
  label: z.string().min(3),
  /** The value, in `unit`. */
  value: figure,
  unit: unitExpression,
  /** Lowest and highest value, in `unit`, that still make sense for what-if. */
  range: z
    .tuple([figure, figure])
    .refine(([low, high]) => low < high, 'expected [low, high] with low < high'),
  /** Why this value and not another. */
  why: z.string().min(10),
  source: source.optional(),
});

/** A figure that follows from others. */
export const derivedSchema = z.strictObject({
  label: z.string().min(3),
  /** An expression over quantity ids, numbers with units, `+ - * / ^`, and min, max, ceil, floor, round, sqrt, log2. */
  formula: z.string().min(1),
  /** The unit that it is shown in; must fit the formula's dimension. */
  unit: unitExpression,
  /** What the figure means for the design: `so one primary is enough`. */
  so: z.string().min(5).optional(),
});

/** `model.yaml`: the typed quantities of one problem, from which every figure in its designs is made. */
export const modelSchema = z.strictObject({
  /** What this problem counts, beyond the built-in units: each a singular noun, with its plural if it is not `+s`. */
  units: z
    .record(
      z.string().regex(/^[a-z][a-z]*$/, 'expected a singular noun in lower case letters'),
      z.strictObject({
        plural: z
          .string()
          .regex(/^[a-z]+$/)
          .optional(),
      }),
    )
    .default({}),
  inputs: z.record(quantityId, inputSchema),
  derived: z.record(quantityId, derivedSchema).default({}),
});

export type Model = z.infer<typeof modelSchema>;
export type ModelInput = z.infer<typeof inputSchema>;
export type ModelDerived = z.infer<typeof derivedSchema>;
