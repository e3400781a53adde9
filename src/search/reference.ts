import type { z } from 'zod';
import components from '../../content/reference/components.yaml?raw';
import synonyms from '../../content/reference/synonyms.yaml?raw';
import { formatFault } from '../faults/fault.ts';
import { componentsSchema } from '../schemas/component.ts';
import { type Synonym, synonymsSchema } from '../schemas/synonym.ts';
import { readYaml } from '../source/yaml.ts';
import type { NamedComponent } from './componentNames.ts';

/** All components with their titles. */
export function readComponents(): NamedComponent[] {
  const { components: all } = read('components.yaml', components, componentsSchema);
  return Object.entries(all).map(([id, { title }]) => ({ id, title }));
}

/** What engineers call by several names. Throws with every fault of the file. */
export function readSynonyms(): Synonym[] {
  return read('synonyms.yaml', synonyms, synonymsSchema).synonyms;
}

function read<T>(name: string, text: string, schema: z.ZodType<T>): T {
  const { data, faults } = readYaml(text, schema, { path: `content/reference/${name}` });
  if (data === undefined) throw new Error(faults.map(formatFault).join('\n'));
  return data;
}
