import { z } from 'zod';

/** Front matter of a worked design's file. Its title is made from problem and format. */
export const pageFrontMatter = z.strictObject({
  /** One sentence for lists, search and the page's description. */
  description: z.string().min(20).max(200),
});
