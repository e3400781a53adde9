import { z } from 'zod';

/** A word or a short phrase as people type it. */
const name = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9 /-]*$/, 'expected words of letters, digits, hyphens and slashes');

/** Words that stand for each other when somebody searches. */
const synonymSchema = z.strictObject({
  /** Names of the same thing: each finds all. */
  same: z.array(name).min(1),
  /** What one of these names also finds, but not the other way round. */
  also: z.array(name).default([]),
});

/** `content/reference/synonyms.yaml`: what engineers call by several names. */
export const synonymsSchema = z.strictObject({
  synonyms: z.array(synonymSchema).refine(
    (sets) => {
      const names = sets.flatMap(({ same }) => same.map((one) => one.toLowerCase()));
      return new Set(names).size === names.length;
    },
    { error: 'each name may stand in one `same` list only' },
  ),
});

export type Synonym = z.infer<typeof synonymSchema>;
