import { z } from 'zod';
import { formatId } from './format.ts';
import { slug } from './problem.ts';

/** The section of a worked design that shows how it is done instead; it must exist. */
const cureSchema = z.strictObject({
  /** What one finds there. */
  shows: z.string().min(10),
  /** Slug of the problem. */
  problem: slug,
  format: formatId,
  /** Id of the section in the format's contract. */
  section: slug,
});

const antiPatternSchema = z.strictObject({
  id: slug,
  title: z.string().min(3),
  what: z.string().min(10),
  /** Why it hurts. */
  hurts: z.string().min(10),
  instead: z.string().min(10),
  cure: cureSchema,
});

/** `content/reference/anti-patterns.yaml`: what the architect format flags. */
export const antiPatternsSchema = z.strictObject({
  antiPatterns: z.array(antiPatternSchema).min(1),
});

export type AntiPattern = z.infer<typeof antiPatternSchema>;
