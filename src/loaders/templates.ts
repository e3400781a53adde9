import type { Loader, LoaderContext } from 'astro/loaders';
import { z } from 'astro/zod';
import type { Template } from '../prompt/template.ts';
import { loadLibrary, watchContent } from './sharedLibrary.ts';

/** The five templates: contract and prompt. The library has checked them. */
export function templatesLoader() {
  const load = async (context: LoaderContext) => {
    const { templates } = await loadLibrary(context);
    context.store.clear();
    for (const template of templates) {
      const { id } = template.contract;
      context.store.set({ id, data: { ...template }, filePath: template.path });
    }
  };
  return {
    name: 'worked-designs-templates',
    load: async (context: LoaderContext) => {
      await load(context);
      watchContent(context, () => load(context));
    },
    schema: z.custom<Template>(),
  } satisfies Loader;
}
