import type { Loader, LoaderContext } from 'astro/loaders';
import { z } from 'astro/zod';
import type { Quantity } from '../quantities/quantity.ts';
import type { AntiPattern } from '../schemas/antiPattern.ts';
import type { Components } from '../schemas/component.ts';
import type { Area } from '../schemas/framework.ts';
import type { NumberGroup } from '../schemas/numbers.ts';
import type { Synonym } from '../schemas/synonym.ts';
import { loadLibrary, watchContent } from './sharedLibrary.ts';

/** What pages know of `content/reference/`, as one entry. */
export interface ReferenceData {
  components: Components;
  areas: Area[];
  antiPatterns: AntiPattern[];
  numbers: { quantities: Quantity[]; groups: NumberGroup[] };
  synonyms: Synonym[];
}

/** The reference: components, their framework, anti-patterns, numbers and synonyms. The library has checked it. */
export function referenceLoader() {
  const load = async (context: LoaderContext) => {
    const { components, reference } = await loadLibrary(context);
    const { areas, antiPatterns, numbers, synonyms } = reference;
    const { groups } = numbers;
    const quantities = [...numbers.quantities.values()];
    const data = { components, areas, antiPatterns, numbers: { quantities, groups }, synonyms };
    context.store.clear();
    context.store.set({ id: 'reference', data });
  };
  return {
    name: 'worked-designs-reference',
    load: async (context: LoaderContext) => {
      await load(context);
      watchContent(context, () => load(context));
    },
    schema: z.custom<ReferenceData>(),
  } satisfies Loader;
}
