import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';
import { docsLoader } from './loaders/docs.ts';
import { problemsLoader } from './loaders/problems.ts';
import { referenceLoader } from './loaders/reference.ts';
import { templatesLoader } from './loaders/templates.ts';
import { designSchema } from './schemas/design.ts';
import { z } from 'astro/zod';

export const collections = {
  docs: defineCollection({
    loader: docsLoader(),
    schema: docsSchema({ extend: z.object({ design: designSchema.optional() }) }),
  }),
  problems: defineCollection({ loader: problemsLoader() }),
  reference: defineCollection({ loader: referenceLoader() }),
  templates: defineCollection({ loader: templatesLoader() }),
};
