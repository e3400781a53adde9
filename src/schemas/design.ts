import { z } from 'astro/zod';
import { formatId } from './format.ts';
import { quantityId } from './model.ts';
import { topicId } from './topic.ts';

/** What a page of a worked design knows of itself; made by the loader, never typed by an author. */
export const designSchema = z.strictObject({
  /** Slug of the problem. */
  problem: z.string(),
  format: formatId,
  /** Name of the file, in formats of several files. */
  file: z.string().optional(),
  words: z.int(),
  /** Minutes that reading takes. */
  minutes: z.int(),
  sections: z.array(
    z.strictObject({
      id: z.string(),
      heading: z.string(),
      /** Anchor of the heading in the page. */
      slug: z.string(),
      topics: z.array(topicId),
      /** Ids of the quantities whose figures stand in it, in order, each once. */
      figures: z.array(quantityId),
    }),
  ),
});

export type DesignData = z.infer<typeof designSchema>;
