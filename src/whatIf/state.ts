import { clean } from '../quantities/numerals.ts';
import { readNumber } from '../quantities/read.ts';
import type { Values } from '../quantities/sayWorking.ts';
import { judge } from './entry.ts';
import { type Figures, isInput } from './figures.ts';

/** The query of an address that carries changed inputs: `?if=daily_users:1000000000,growth:5`. */
const parameter = 'if';

/** What an address asks for: the inputs that differ, and why others of them were not taken. */
export interface State {
  changes: Values;
  refused: string[];
}

/** Reads the state out of a query; what is unknown or impossible is refused with its reason. */
export function readState(query: string, figures: Figures): State {
  const state: State = { changes: {}, refused: [] };
  for (const pair of new URLSearchParams(query).get(parameter)?.split(',') ?? []) {
    const [id = '', text = ''] = pair.split(':');
    const input = figures.model.quantities[id];
    const value = readNumber(text);
    if (value === undefined || !input || !isInput(input)) {
      if (pair) state.refused.push(`“${pair.slice(0, 40)}” is no input with a value.`);
      continue;
    }
    const entry = judge(value, figures, id);
    if (typeof entry === 'string') state.refused.push(`${input.label}: ${entry}`);
    else if (entry !== input.value) state.changes[id] = entry;
  }
  return state;
}

/** The query with this state instead of its own; the rest of it stays. */
export function writeState(query: string, changes: Values): string {
  const parameters = new URLSearchParams(query);
  const pairs = Object.entries(changes).map(([id, value]) => `${id}:${clean(value)}`);
  parameters.delete(parameter);
  if (pairs.length > 0) parameters.set(parameter, pairs.join());
  const text = String(parameters).replaceAll('%3A', ':').replaceAll('%2C', ',');
  return text && `?${text}`;
}
