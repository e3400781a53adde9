import { type Model, modelSchema } from '../schemas/model.ts';
import { readYaml } from '../source/yaml.ts';
import { type EvaluatedModel, evaluateModel } from './model.ts';
import type { Quantity } from './quantity.ts';

/** Help for the tests of this room: models in few words. */

/** A quantity of a test model: `[value, unit]` is an input, `[formula, unit]` is derived. */
export type Entry = readonly [value: number | string, unit: string];

/** A model of these quantities; inputs may range from 0 to ten times their value. */
export function modelOf(entries: Record<string, Entry>, units: Model['units'] = {}): Model {
  const model: Model = { units, inputs: {}, derived: {} };
  for (const [id, [value, unit]] of Object.entries(entries)) {
    const label = `label of ${id}`;
    if (typeof value === 'string') model.derived[id] = { label, formula: value, unit };
    else {
      const range: [number, number] = value < 0 ? [10 * value, 0] : [0, 10 * value + 1];
      model.inputs[id] = { label, value, unit, range, why: 'because this test needs it' };
    }
  }
  return model;
}

/** Evaluates such a model without looking at positions. */
export function evaluateEntries(
  entries: Record<string, Entry>,
  units: Model['units'] = {},
): EvaluatedModel {
  const locate = () => ({ line: 1, column: 1 });
  return evaluateModel(modelOf(entries, units), { path: 'model.yaml', locate });
}

/** Reads and evaluates a model as the build does, with real positions. */
export function evaluateYaml(text: string): EvaluatedModel {
  const path = 'content/problems/test/model.yaml';
  const { data, faults, locate } = readYaml(text, modelSchema, { path });
  if (data === undefined) throw new Error(JSON.stringify(faults));
  return evaluateModel(data, { path, locate });
}

/** The quantity, which the test expects to be there and the model to be sound. */
export function quantityOf({ quantities, faults }: EvaluatedModel, id: string): Quantity {
  const quantity = quantities.get(id);
  if (quantity === undefined) throw new Error(`no ${id}: ${JSON.stringify(faults)}`);
  return quantity;
}

/** The working of one formula over some inputs. */
export function workingOf(
  formula: string,
  unit: string,
  inputs: Record<string, Entry>,
  units: Model['units'] = {},
): string {
  const quantity = quantityOf(
    evaluateEntries({ ...inputs, result: [formula, unit] }, units),
    'result',
  );
  return quantity.kind === 'derived' ? quantity.working : '';
}
