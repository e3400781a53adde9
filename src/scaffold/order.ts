import { z } from 'zod';
import type { ContentTree } from '../library/tree.ts';
import { readYaml } from '../source/yaml.ts';

/** All that is wanted of a `problem.yaml` that may be unfinished. */
const placed = z.object({ order: z.int() });

/** The place behind all problems, finished or not. */
export function nextOrder({ problems }: ContentTree): number {
  const orders = problems.flatMap(({ files }) => {
    const file = files.get('problem.yaml');
    const data = file && readYaml(file.text, placed, { path: file.path }).data;
    return data === undefined ? [] : [data.order];
  });
  return Math.max(0, ...orders) + 1;
}
