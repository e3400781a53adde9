import { z } from 'zod';

/** The groups of the architect format's decision framework, and two that it leaves out. */
export const componentCategories = [
  'database',
  'caching',
  'messaging',
  'api',
  'load-balancing',
  'search',
  'storage',
] as const;

/** `content/reference/components.yaml`: what decisions may name, by id. */
export const componentsSchema = z.strictObject({
  components: z.record(
    z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'expected lower-case words with hyphens'),
    z.strictObject({ title: z.string().min(2), category: z.enum(componentCategories) }),
  ),
});

export type Components = z.infer<typeof componentsSchema>['components'];
