import { z } from 'zod';
import { slug } from './problem.ts';

/** One way to fill an area, and when it fits. */
const optionSchema = z.strictObject({
  title: z.string().min(3),
  /** Ids of the components of this kind. */
  components: z.array(slug).default([]),
  fits: z.string().min(10),
  /** The size up to which it fits, where the framework names one: `Below 10 TB`. */
  limit: z.string().min(3).optional(),
});

/** An area in which every design has to choose. */
const areaSchema = z.strictObject({
  id: slug,
  title: z.string().min(3),
  /** What holds whichever option is taken. */
  rules: z.array(z.string().min(10)).default([]),
  options: z.array(optionSchema).min(2),
});

/** `content/reference/framework.yaml`: how the architect format chooses components. */
export const frameworkSchema = z.strictObject({ areas: z.array(areaSchema).min(1) });

export type Area = z.infer<typeof areaSchema>;
export type AreaOption = z.infer<typeof optionSchema>;
