import { glob } from 'astro/loaders';

/** What `defineCollection` of astro:content gives back; that module exists only in Astro's own build. */
export const collections = {
  notes: { loader: glob({ base: './notes', pattern: '*.md' }), type: 'content_layer' },
};
