import { z } from 'astro/zod';
import { formatId } from './format.ts';
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
    }),
  ),
});

export type DesignData = z.infer<typeof designSchema>;
