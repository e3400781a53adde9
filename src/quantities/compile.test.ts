import { describe, expect, test } from 'vitest';
import {
  compileCondition,
  compileFormulas,
  type Formulas,
  runFormulas,
  type Values,
} from './compile.ts';
import { evaluateCondition } from './condition.ts';
import { evaluateModel } from './model.ts';
import { evaluateEntries, modelOf, quantityOf, type Entry } from './testModel.ts';
import { randomFrom } from '../random.ts';

const nouns = { link: {} };
const entries: Record<string, Entry> = {
  users: [1e8, 'user'],
  reads: [10, 'read/user/day'],
  links: [5e7, 'link/day'],
  keep: [5, 'year'],
  size: [500, 'byte/link'],
  hit: [80, 'percent'],
  node_rate: [5000, 'read/s/node'],
  price: [0.02, 'dollar/GB/month'],
  cost: ['storage * price', 'dollar/month'],
  storage: ['links * keep * size * 3', 'TB'],
  rate: ['users * reads', 'read/s'],
  misses: ['rate * (1 - hit)', 'read/min'],
  nodes: ['max(3 node, ceil(rate / node_rate) + 2 node)', 'node'],
  disks: ['ceil(storage / 7) + floor(2.5 GB) + round(storage)', 'GB'],
  bits: ['log2(users / 1 user + 2) ^ 2 - -sqrt(2)', 'one'],
  traffic: ['links * size', 'Mbit/s'],
  least: ['min(rate, 20,000 read/s, misses)', 'read/day'],
};

/** The browser would import a module with this text; the test has only the text. */
function run<T>(code: string): T {
  return new Function(`return (${code})`)();
}

test('compiled formulas give what the engine gives, for any inputs in range', () => {
  const { quantities, units, faults } = evaluateEntries(entries, nouns);
  expect(faults).toEqual([]);
  const formulas = run<Formulas>(compileFormulas(quantities, units));
  const random = randomFrom(42);
  for (let round = 0; round < 200; round += 1) {
    const model = modelOf(entries, nouns);
    const inputs: Values = {};
    for (const [id, input] of Object.entries(model.inputs)) {
      const [low, high] = input.range;
      input.value = low + (high - low) * (1 - random());
      inputs[id] = input.value;
    }
    const locate = () => ({ line: 1, column: 1 });
    const engine = evaluateModel(model, { path: 'model.yaml', locate });
    const values = runFormulas(formulas, inputs);
    for (const id of Object.keys(model.derived)) {
      const { value } = quantityOf(engine, id);
      const error = Math.abs((values[id] ?? Number.NaN) - value);
      expect(error, id).toBeLessThanOrEqual(1e-9 * Math.abs(value));
    }
  }
});

describe('the code', () => {
  test('is small, needs nothing from outside, and stands in the order of dependence', () => {
    const model = evaluateEntries({
      peak: ['rate * 3', 'read/s'],
      users: [1e8, 'user'],
      reads: [10, 'read/user/day'],
      rate: ['users * reads', 'read/s'],
      nodes: ['ceil(rate / 5,000 read/s) * 1 node', 'node'],
    });
    expect(compileFormulas(model.quantities, model.units)).toBe(`{
  rate: (q) => (q.users * (q.reads / 86400)),
  peak: (q) => (q.rate * 3),
  nodes: (q) => (Math.ceil((q.rate / 5000).toPrecision(13))),
}`);
  });

  test('of a model without derived quantities is an empty object', () => {
    const model = evaluateEntries({ users: [1e8, 'user'] });
    expect(compileFormulas(model.quantities, model.units)).toBe('{}');
  });
});

test.each([
  'rate > 20,000 read/s',
  'rate <= 20,000 read/s',
  'links / 1 day >= 50,000,000 link/day / 86,400 s',
  'storage * 2 < 1 PB',
])('compiled conditions decide as the engine does: %s', (text) => {
  const { quantities, units } = evaluateEntries(entries, nouns);
  const condition = run<(values: Values) => boolean>(compileCondition(text, quantities, units));
  const values = Object.fromEntries([...quantities].map(([id, { value }]) => [id, value]));
  const result = evaluateCondition(text, quantities, units);
  expect(result.ok && result.holds).toBe(condition(values));
  expect(result.ok).toBe(true);
});
