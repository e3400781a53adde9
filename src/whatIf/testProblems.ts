import { readdirSync, readFileSync } from 'node:fs';
import { type EvaluatedModel, evaluateModel } from '../quantities/model.ts';
import { type Model, modelSchema } from '../schemas/model.ts';
import { type Problem, problemSchema } from '../schemas/problem.ts';
import { readYaml } from '../source/yaml.ts';
import type { WhatIfScript } from './model.ts';

/** Help for the tests of this room: the site's own problems, without their designs. */

/** A problem as its two files say it. */
export interface TestProblem {
  slug: string;
  problem: Problem;
  model: Model;
}

const folder = new URL('../../content/problems/', import.meta.url);

/** Every problem of the site. */
export const testProblems: readonly TestProblem[] = readdirSync(folder)
  .sort()
  .map((slug) => ({
    slug,
    problem: read(`${slug}/problem.yaml`, problemSchema),
    model: read(`${slug}/model.yaml`, modelSchema),
  }));

/** The model's figures, as the build computes them. */
export function computed(model: Model): EvaluatedModel {
  const locate = () => ({ line: 1, column: 1 });
  return evaluateModel(model, { path: 'model.yaml', locate });
}

/** Runs an emitted script as the browser does: as a module. */
export async function runScript(text: string): Promise<WhatIfScript> {
  const module: { default: WhatIfScript } = await import(
    `data:text/javascript,${encodeURIComponent(text)}`
  );
  return module.default;
}

function read<T>(path: string, schema: Parameters<typeof readYaml<T>>[1]): T {
  const { data, faults } = readYaml(readFileSync(new URL(path, folder), 'utf8'), schema, { path });
  if (data === undefined) throw new Error(JSON.stringify(faults));
  return data;
}
